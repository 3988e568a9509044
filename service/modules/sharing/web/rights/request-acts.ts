import { notFound, redirectTo, type Answer, type PageRequest, type Route } from '#platform/http/route.ts';
import type { Ctx } from '#platform/db/database.ts';
import { choice, text, version } from '#platform/forms/fields.ts';
import { readDay } from '#platform/forms/inputs.tsx';
import { readForm } from '#platform/forms/read-form.ts';
import { wordsOf, type Outcome } from '#platform/kernel/outcome.ts';
import { gather } from '../../actions/rights/gather.ts';
import { sign } from '../../actions/rights/sign.ts';
import { sayWhom, takeStep } from '../../actions/rights/take-step.ts';
import { answerToHandOver } from '../../actions/rights/release.ts';
import { answerRights, signRights } from '../../domain/permissions.ts';
import type { PersonalRecords } from '../../domain/rights/personal-records.ts';
import { identityWays, requestOutcomes } from '../../domain/rights/rights-request.ts';
import type { Step } from '../../domain/rights/steps.ts';
import { whoItMayBe } from '../../queries/rights/requests-seen.ts';
import { z } from 'zod';
import { rightsPlaces } from './places.ts';
import { showRequest } from './request-page.tsx';
import { gatherWords, signWords, stepWords } from './rights-words.ts';

/** What an officer does with a request, each by a form of its own. */
export function requestActRoutes(records: readonly PersonalRecords<Ctx>[]): readonly Route[] {
  const at = (act: string, answer: Route['answer'], policy = answerRights): Route => ({
    method: 'POST',
    path: rightsPlaces.act(':id', act),
    policy,
    answer,
  });
  const step = (act: string, read: ReadStep, said: string) =>
    at(act, (request) => doStep(request, { records, read, said }));
  return [
    step('identity', identityStep, 'It is written down how you know them.'),
    step('ask-back', askBackStep, 'The clock stands still until they answer.'),
    step('heard-back', () => ({ step: 'heard-back' }), 'The clock runs again.'),
    step('extend', extendStep, 'There is more time. Tell them today.'),
    step('harm', harmStep, 'Saved.'),
    step('answer', answerStep, 'It is answered.'),
    at('find', (request) => find(request, records)),
    at('link', (request) => link(request, 'linked')),
    at('unlink', (request) => link(request, 'not-linked')),
    at('gather', (request) => doGather(request, records)),
    at('sign', doSign, signRights),
    at('handed-over', handedOver),
  ];
}

/** A step from a form, or the field whose answer is missing. */
type ReadStep = (request: PageRequest) => Step | { field: string; message: string };

function seenOf(request: PageRequest): { id: string; seen: number } {
  const read = readForm(z.object({ seen: version() }), { seen: request.posted['seen'] ?? [] });
  return { id: request.params['id'] ?? '', seen: read.done ? read.value.seen : 0 };
}

async function doStep(
  request: PageRequest,
  given: { records: readonly PersonalRecords<Ctx>[]; read: ReadStep; said: string },
): Promise<Answer> {
  const step = given.read(request);
  if ('field' in step) return again(request, step);
  const taken = await request.look((ctx) =>
    takeStep(ctx, { ...seenOf(request), step, records: given.records }),
  );
  if (taken.done) return redirectTo(rightsPlaces.one(seenOf(request).id), given.said);
  if (isGone(taken)) return notFound();
  const { refusal } = taken;
  const field = refusal.reason === 'words-missing' ? refusal.field : 'main';
  return again(request, { field, message: wordsOf(stepWords, refusal) });
}

export function again(request: PageRequest, error: { field: string; message: string }): Promise<Answer> {
  return showRequest(request, { answers: { posted: request.posted, errors: [error] } });
}

export function isGone(outcome: Outcome<unknown, { reason: string }>): boolean {
  return (
    !outcome.done &&
    (outcome.refusal.reason === 'not-allowed' || outcome.refusal.reason === 'request-missing')
  );
}

function posted(request: PageRequest, name: string): string {
  return (request.posted[name]?.[0] ?? '').replaceAll('\r\n', '\n').trim().slice(0, 4000);
}

function identityStep(request: PageRequest): ReturnType<ReadStep> {
  const how = identityWays.find((way) => way === posted(request, 'how'));
  return how ? { step: 'identity', how } : { field: 'how', message: 'Choose how you know that it is them' };
}

function askBackStep(request: PageRequest): ReturnType<ReadStep> {
  const reason = (['identity', 'clarification'] as const).find((one) => one === posted(request, 'why'));
  return reason
    ? { step: 'ask-back', reason, words: posted(request, 'askWords') }
    : { field: 'why', message: 'Choose what you ask' };
}

function extendStep(request: PageRequest): ReturnType<ReadStep> {
  const months = posted(request, 'months');
  if (months !== '1' && months !== '2') return { field: 'months', message: 'Choose how much more time' };
  return { step: 'extend', months: months === '1' ? 1 : 2, reason: posted(request, 'extendReason') };
}

function harmStep(request: PageRequest): ReturnType<ReadStep> {
  const found = (['none', 'some-kept-back'] as const).find((one) => one === posted(request, 'found'));
  if (!found) return { field: 'found', message: 'Choose whether it could harm anybody' };
  return { step: 'harm', found, words: posted(request, 'harmWords'), asked: posted(request, 'harmAsked') };
}

function answerStep(request: PageRequest): ReturnType<ReadStep> {
  const outcome = requestOutcomes.find((one) => one === posted(request, 'outcome'));
  return outcome
    ? { step: 'answer', outcome, words: posted(request, 'answerWords') }
    : { field: 'outcome', message: 'Choose how it is answered' };
}

async function find(request: PageRequest, records: readonly PersonalRecords<Ctx>[]): Promise<Answer> {
  const name = posted(request, 'name').slice(0, 200);
  if (name === '') return again(request, { field: 'name', message: 'Enter a name to look for' });
  const born = readDay(request.posted, 'born', 'The birthday');
  if (!born.done)
    return showRequest(request, { answers: { posted: request.posted, errors: born.refusal.errors } });
  const told = { name, bornOn: born.value };
  const found = await request.look((ctx) =>
    whoItMayBe(ctx, { requestId: seenOf(request).id, told, records }),
  );
  return showRequest(request, { found, searched: request.posted });
}

const subjectForm = z.object({
  kind: choice('whom it is about', ['child', 'person', 'address']),
  subject: text('whom it is about', 300),
  title: text('whom it is about', 300).optional(),
});

async function link(request: PageRequest, is: 'linked' | 'not-linked'): Promise<Answer> {
  const read = readForm(subjectForm, request.posted);
  if (!read.done) return notFound();
  const subject = { kind: read.value.kind, id: read.value.subject };
  const title = posted(request, 'title');
  const done = await request.look((ctx) => sayWhom(ctx, { ...seenOf(request), subject, title, is }));
  if (done.done) return redirectTo(rightsPlaces.one(seenOf(request).id), 'Saved.');
  return isGone(done)
    ? notFound()
    : again(request, { field: 'name', message: wordsOf(stepWords, done.refusal) });
}

async function doGather(request: PageRequest, records: readonly PersonalRecords<Ctx>[]): Promise<Answer> {
  const gathered = await request.look((ctx) => gather(ctx, { ...seenOf(request), records }));
  if (gathered.done) {
    const { facts, proposed } = gathered.value;
    const said = `Gathered: ${facts} ${facts === 1 ? 'thing' : 'things'}, with ${proposed} ${proposed === 1 ? 'stretch' : 'stretches'} of words that may be about others.`;
    return redirectTo(rightsPlaces.words(seenOf(request).id), said);
  }
  return isGone(gathered)
    ? notFound()
    : again(request, { field: 'main', message: wordsOf(gatherWords, gathered.refusal) });
}

async function doSign(request: PageRequest): Promise<Answer> {
  const signed = await request.look((ctx) => sign(ctx, seenOf(request)));
  if (signed.done)
    return redirectTo(
      rightsPlaces.one(seenOf(request).id),
      signed.value.place === 1 ? 'Signed. It waits for somebody else.' : 'Signed. It can leave now.',
    );
  return isGone(signed)
    ? notFound()
    : again(request, { field: 'main', message: wordsOf(signWords, signed.refusal) });
}

async function handedOver(request: PageRequest): Promise<Answer> {
  const { id } = seenOf(request);
  const found = await request.look((ctx) => answerToHandOver(ctx, id, 'handed-over'));
  return found ? redirectTo(rightsPlaces.one(id), 'It is written down that they have it.') : notFound();
}
