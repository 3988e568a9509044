import { allowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import { nameOfActor } from '#platform/kernel/context.ts';
import { dayInEngland, sayDay } from '#platform/kernel/day.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import { makeLink, partsOfEveryLink } from '#platform/links/links.ts';
import { writeLetter } from '#platform/mail/letters.ts';
import { answerRights } from '../../domain/permissions.ts';
import { givenOf, type Given } from '../../domain/rights/answer.ts';
import type { PersonalRecords } from '../../domain/rights/personal-records.ts';
import { readyToSign, type NotReady } from '../../domain/rights/ready-to-sign.ts';
import type { RightsRequest } from '../../domain/rights/rights-request.ts';
import { forgetGathered, gatheredFacts } from '../../store/rights/answers.ts';
import {
  addReleased,
  deleteExpired,
  noteFetched,
  noteHandedOver,
  releasedOf,
  signatures,
  type Released,
} from '../../store/rights/released.ts';
import { keepRequest } from '../../store/rights/requests.ts';
import { digestOf, isSignedByTwo } from '../../domain/rights/signed.ts';
import { holdRequest, letAllOut, type HoldRefusal, type Seen } from './take-step.ts';
import { touchRequest } from '../../domain/rights/touch-request.ts';

/** How long an answer can be fetched. */
const daysToFetch = 30;

/** What kind of task the link in the letter is. */
export const ownRecordsPurpose = 'own-records';

export type ReleaseRefusal = HoldRefusal | NotReady | { reason: 'not-signed-by-two' };

/** An answer in its three forms, and the digest of what they were made from. */
export type Made = { page: string; pdf: Uint8Array; record: string; digest: string };

/**
 * Lets an answer go that two people signed: it can be fetched with a link and a code where it is safe to write, else it is
 * handed over. What was gathered for it is forgotten at once.
 */
export async function release(
  ctx: Ctx,
  given: Seen & { made: Made; records: readonly PersonalRecords<Ctx>[] },
): Promise<Outcome<RightsRequest, ReleaseRefusal>> {
  const { made, records } = given;
  const held = await holdRequest(ctx, given);
  if (!held.done) return held;
  const request = held.value;
  const facts = await gatheredFacts(ctx, request.id);
  const ready = readyToSign(request, facts);
  if (!ready.done) return ready;
  const signed = await signatures(ctx, request.id);
  if (!isSignedByTwo(signed, facts) || made.digest !== digestOf(facts))
    return refuse({ reason: 'not-signed-by-two' });
  const leaving = givenOf(facts);
  const answered = answeredWith(ctx, request, leaving);
  const expiresAt = new Date(ctx.now.getTime() + daysToFetch * 86_400_000);
  const id = ctx.newId();
  await addReleased(ctx, { ...made, id, requestId: request.id, expiresAt });
  await keepRequest(ctx, answered);
  await forgetGathered(ctx, request.id);
  await letAllOut(ctx, records, request);
  touchRequest(ctx, request.id, { act: 'rights-answer-released', way: 'disclosed' });
  await ctx.record({
    type: 'sharing.rights-answer-released',
    subject: { kind: 'rights-request', id: request.id },
    details: { facts: leaving.facts.length, keptBack: leaving.keptBack.length },
  });
  await sayWhereItIs(ctx, answered, { id, expiresAt });
  return done(answered);
}

function answeredWith(ctx: Ctx, request: RightsRequest, { keptBack, facts }: Given): RightsRequest {
  const isWhole = keptBack.length === 0 && facts.every(({ takenOut }) => takenOut.length === 0);
  return {
    ...request,
    version: request.version + 1,
    answer: {
      outcome: isWhole ? 'given' : 'partly-given',
      words: '',
      on: ctx.today,
      byName: nameOfActor(ctx.actor),
    },
  };
}

/** A letter with a link of one person: it opens with a code, and says nothing of what is behind it. */
async function sayWhereItIs(
  ctx: Ctx,
  { who, reference }: RightsRequest,
  { id, expiresAt }: { id: string; expiresAt: Date },
): Promise<void> {
  if (who.email === '' || who.safeToWrite !== 'yes') return;
  const askedBy = ctx.actor.kind === 'person' ? ctx.actor.personId : undefined;
  const linkId = await makeLink(ctx, {
    purpose: ownRecordsPurpose,
    subjectId: id,
    title: 'Your answer',
    organisation: '',
    to: who.email,
    askedBy,
    expiresAt,
  });
  await writeLetter(ctx, {
    key: `rights-released:${id}`,
    to: who.email,
    subject: 'Your answer is ready',
    askedBy,
    parts: [
      {
        kind: 'words',
        text: `This is about your message ${reference}. You do not have to read the answer alone: somebody can sit with you, and you say who.`,
      },
      { kind: 'one-use-link', text: 'Your answer', linkId },
      {
        kind: 'words',
        text: `You can fetch it until ${sayDay(dayInEngland(expiresAt))}. Then it is deleted here; ask again, and we make it again.`,
      },
      ...partsOfEveryLink(expiresAt),
    ],
  });
}

/** The answer behind a link, for the browser that gave its code; each look is noted. */
export async function fetchAnswer(ctx: Ctx, id: string): Promise<Released | undefined> {
  const found = await releasedOf(ctx, { id });
  if (!found) return undefined;
  await noteFetched(ctx, id);
  ctx.audit({
    act: 'sharing.rights-answer-fetched',
    way: 'disclosed',
    subject: { kind: 'rights-request', id: found.requestId },
    relationship: 'the-person-themselves',
    purpose: 'subject-rights',
  });
  return found;
}

/** An answer to print and give into somebody's hands, for the officer who does that. */
export async function answerToHandOver(
  ctx: Ctx,
  requestId: string,
  why: 'look' | 'handed-over',
): Promise<Released | undefined> {
  if (!allowed(ctx.actor, answerRights)) return undefined;
  const found = await releasedOf(ctx, { requestId });
  if (!found) return undefined;
  if (why === 'handed-over') await noteHandedOver(ctx, requestId, nameOfActor(ctx.actor));
  const act = why === 'look' ? 'rights-answer-read' : 'rights-answer-handed-over';
  touchRequest(ctx, requestId, { act, way: why === 'look' ? 'read' : 'disclosed' });
  return found;
}

/** Answers whose day is over are deleted, every night. */
export async function forgetExpiredAnswers(ctx: Ctx): Promise<number> {
  const gone = await deleteExpired(ctx);
  for (const requestId of gone)
    ctx.audit({
      act: 'sharing.rights-answer-expired',
      way: 'deleted',
      subject: { kind: 'rights-request', id: requestId },
      relationship: 'none',
      purpose: 'record-keeping',
    });
  return gone.length;
}
