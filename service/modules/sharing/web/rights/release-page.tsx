import {
  file,
  notFound,
  page,
  redirectTo,
  type Answer,
  type PageRequest,
  type Route,
} from '#platform/http/route.ts';
import type { Ctx } from '#platform/db/database.ts';
import { dayInEngland } from '#platform/kernel/day.ts';
import { wordsOf } from '#platform/kernel/outcome.ts';
import { makeSheet } from '#platform/sheet/make-sheet.ts';
import type { Block, Sheet } from '#platform/sheet/sheet.ts';
import { answerToHandOver, release, type Made } from '../../actions/rights/release.ts';
import { answerRights, signRights } from '../../domain/permissions.ts';
import type { GatheredFact } from '../../domain/rights/answer.ts';
import type { AnswerFrame, AnswerPart } from '../../domain/rights/answer-document.ts';
import { answerForms } from '../../domain/rights/answer-forms.ts';
import { onePackage } from '../../domain/rights/one-package.ts';
import type { PersonalRecords } from '../../domain/rights/personal-records.ts';
import type { RightsRequest } from '../../domain/rights/rights-request.ts';
import { gatheredSeen } from '../../queries/rights/requests-seen.ts';
import { AnswerParts } from './own/answer-parts.tsx';
import { rightsPlaces } from './places.ts';
import { again, isGone } from './request-acts.ts';
import { releaseWords } from './rights-words.ts';

/** The answer as it would leave, and its leaving. */
export function releaseRoutes(records: readonly PersonalRecords<Ctx>[]): readonly Route[] {
  return [
    { method: 'GET', path: rightsPlaces.preview(':id'), policy: signRights, answer: preview },
    {
      method: 'POST',
      path: rightsPlaces.act(':id', 'release'),
      policy: answerRights,
      answer: (request) => doRelease(request, records),
    },
    { method: 'GET', path: rightsPlaces.answer(':id', ':form'), policy: answerRights, answer: takeAway },
  ];
}

async function preview(request: PageRequest): Promise<Answer> {
  const found = await request.look((ctx) => gatheredSeen(ctx, request.params['id'] ?? ''));
  if (!found || !found.request.gatheredAt) return notFound();
  const frame = frameOf(request, found.request, '');
  return page({
    title: `As it would leave: ${found.request.reference}`,
    breadcrumbs: [{ text: `Request ${found.request.reference}`, href: rightsPlaces.one(found.request.id) }],
    body: (
      <>
        <p class="measure-notes">
          This is what would leave, word for word. Words that nobody decided yet are taken out here too.
        </p>
        <h1 dir="auto">What is held about {frame.aboutName}</h1>
        <AnswerParts parts={answerForms(frame, found.facts).parts} />
      </>
    ),
  });
}

function frameOf({ brand, now }: PageRequest, request: RightsRequest, letter: string): Frame {
  return {
    partnership: brand.name,
    reference: request.reference,
    aboutName: request.who.aboutName,
    receivedOn: request.receivedOn,
    answeredOn: dayInEngland(now),
    support: request.who.support,
    letter,
    mark: brand.invented ? 'Everybody in here is invented.' : '',
  };
}

async function doRelease(request: PageRequest, records: readonly PersonalRecords<Ctx>[]): Promise<Answer> {
  const id = request.params['id'] ?? '';
  const seen = Number(/^\d{1,9}$/.exec(request.posted['seen']?.[0] ?? '')?.[0] ?? '0');
  const found = await request.look((ctx) => gatheredSeen(ctx, id));
  if (!found) return notFound();
  const letter = (request.posted['letter']?.[0] ?? '').trim().slice(0, 4000);
  const made = await madeOf(frameOf(request, found.request, letter), found.facts, request.now);
  if (!made)
    return again(request, {
      field: 'main',
      message: 'The file for paper could not be written just now. Nothing has left. Try again in a minute',
    });
  const left = await request.look((ctx) => release(ctx, { id, seen, made, records }));
  if (left.done)
    return redirectTo(rightsPlaces.one(id), 'It has left. What was gathered for it is forgotten.');
  return isGone(left)
    ? notFound()
    : again(request, { field: 'main', message: wordsOf(releaseWords, left.refusal) });
}

/** An answer in its three forms; undefined where the file for paper could not be written. */
async function madeOf(frame: Frame, facts: readonly GatheredFact[], now: Date): Promise<Made | undefined> {
  const { parts, ...forms } = answerForms(frame, facts);
  const made = await makeSheet({ kind: 'pdf', sheet: sheetOf(frame, parts, now), pictures: [] });
  return made.done ? { ...forms, pdf: made.value } : undefined;
}

type Frame = Omit<AnswerFrame, 'next'>;

function sheetOf(frame: Frame, parts: readonly AnswerPart[], madeAt: Date): Sheet {
  return {
    title: `What is held about ${frame.aboutName}`,
    over: `${frame.partnership} · ${frame.reference}`,
    lines: [],
    mark: frame.mark,
    foot: frame.reference,
    author: frame.partnership,
    subject: 'Everything that is held about one person, for that person',
    madeAt,
    blocks: parts.map(blockOf),
  };
}

function blockOf(part: AnswerPart): Block {
  if (part.kind === 'words')
    return part.quiet
      ? { kind: 'words', text: part.text, look: 'quiet' }
      : { kind: 'words', text: part.text };
  return part;
}

async function takeAway(request: PageRequest): Promise<Answer> {
  const found = await request.look((ctx) => answerToHandOver(ctx, request.params['id'] ?? '', 'look'));
  return found ? (answerFile(found, request.params['form'] ?? '') ?? notFound()) : notFound();
}

/** One of the forms of an answer as a file; the name says nothing of what is in it. */
export function answerFile(
  { page: html, pdf, record }: Pick<Made, 'page' | 'pdf' | 'record'>,
  form: string,
): Answer | undefined {
  const bytes = (text: string) => Buffer.from(text, 'utf8');
  if (form === 'pdf') return file('application/pdf', pdf, 'answer.pdf');
  if (form === 'page') return file('text/html; charset=utf-8', html, 'answer.html');
  if (form === 'record') return file('application/json', record, 'answer.json');
  if (form !== 'zip') return undefined;
  const packed = onePackage([
    { name: 'read-me-first.html', bytes: bytes(html) },
    { name: 'to-print.pdf', bytes: pdf },
    { name: 'for-programs.json', bytes: bytes(record) },
  ]);
  return file('application/zip', packed, 'answer.zip');
}
