import { allowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import { compareDays, type Day } from '#platform/kernel/day.ts';
import { isSignedByTwo } from '../../domain/rights/signed.ts';
import { touchRequest } from '../../domain/rights/touch-request.ts';
import { givenOf, undecided, type GatheredFact, type Given } from '../../domain/rights/answer.ts';
import { answerRights, signRights } from '../../domain/permissions.ts';
import type { Found, PersonalRecords, Told } from '../../domain/rights/personal-records.ts';
import type { Clock } from '../../domain/rights/rights-clock.ts';
import { clockOfRequest, type RightsRequest } from '../../domain/rights/rights-request.ts';
import { gatheredFacts } from '../../store/rights/answers.ts';
import { releasedOf, signatures, type Signature } from '../../store/rights/released.ts';
import { requestById, requests } from '../../store/rights/requests.ts';

export type RequestLine = { request: RightsRequest; clock: Clock };

/** Every request for those who answer them, what is due first. */
export async function requestLines(ctx: Ctx, which: 'open' | 'answered'): Promise<RequestLine[]> {
  if (!allowed(ctx.actor, answerRights)) return [];
  const found = await requests(ctx, which);
  for (const { id } of found) touchRequest(ctx, id, { act: 'rights-list-read', way: 'read' });
  return found
    .map((request) => ({ request, clock: clockOfRequest(request, ctx.today) }))
    .toSorted((a, b) => compareDays(a.clock.dueOn, b.clock.dueOn));
}

export type RequestSeen = {
  request: RightsRequest;
  clock: Clock;
  facts: number;
  undecided: number;
  signed: readonly Signature[];
  signedByTwo: boolean;
  /** still to be fetched or handed over */
  released: { expiresAt: Date; fetchedAt: Date | undefined; handedOverOn: Day | undefined } | undefined;
};

/** One request with how far its answer has come, for those who answer and those who sign. */
export async function requestSeen(ctx: Ctx, id: string): Promise<RequestSeen | undefined> {
  const found = await withFacts(ctx, id);
  if (!found) return undefined;
  const { request, facts } = found;
  const signed = await signatures(ctx, id);
  const released = await releasedOf(ctx, { requestId: id });
  return {
    request,
    clock: clockOfRequest(request, ctx.today),
    facts: facts.length,
    undecided: undecided(facts),
    signed,
    signedByTwo: isSignedByTwo(signed, facts),
    released: released && {
      expiresAt: released.expiresAt,
      fetchedAt: released.fetchedAt,
      handedOverOn: released.handedOverOn,
    },
  };
}

async function withFacts(
  ctx: Ctx,
  id: string,
): Promise<{ request: RightsRequest; facts: GatheredFact[] } | undefined> {
  if (!allowed(ctx.actor, answerRights) && !allowed(ctx.actor, signRights)) return undefined;
  const request = await requestById(ctx, id);
  if (!request) return undefined;
  const facts = await gatheredFacts(ctx, id);
  // who only signs sees a request from the first signature until the answer has left, and no other
  const isSigner = !allowed(ctx.actor, answerRights);
  if (isSigner && (request.answer || (await signatures(ctx, id)).length === 0)) return undefined;
  touchRequest(ctx, id, { act: 'rights-request-read', way: 'read' });
  return { request, facts };
}

/** The story as it was gathered, with what may be about others, and as it would leave. */
export async function gatheredSeen(
  ctx: Ctx,
  id: string,
): Promise<{ request: RightsRequest; facts: GatheredFact[]; given: Given } | undefined> {
  const found = await withFacts(ctx, id);
  return found && { ...found, given: givenOf(found.facts) };
}

/** Whom of those we know somebody may be: for a request whose asker proved who they are. */
export async function whoItMayBe(
  ctx: Ctx,
  given: { requestId: string; told: Omit<Told, 'email'>; records: readonly PersonalRecords<Ctx>[] },
): Promise<Found[]> {
  if (!allowed(ctx.actor, answerRights)) return [];
  touchRequest(ctx, given.requestId, { act: 'rights-subject-searched', way: 'read' });
  const email = (await requestById(ctx, given.requestId))?.who.email;
  const told = { ...given.told, email: email === '' ? undefined : email };
  const found: Found[] = [];
  for (const { find } of given.records) found.push(...((await find?.(ctx, told)) ?? []));
  return found;
}

/** What waits at the desk: how many are open and late, and which wait for a second signature; no name of anybody. */
export async function rightsWait(
  ctx: Ctx,
): Promise<{ title: string; words: string; link: string; due?: Day }[]> {
  if (!allowed(ctx.actor, answerRights) && !allowed(ctx.actor, signRights)) return [];
  const open = await requests(ctx, 'open');
  const waits: { title: string; words: string; link: string; due?: Day }[] = [];
  for (const request of open) {
    const { dueOn } = clockOfRequest(request, ctx.today);
    const signed = await signatures(ctx, request.id);
    const link = `/rights/requests/${request.id}`;
    const mine = ctx.actor.kind === 'person' ? ctx.actor.personId : '';
    if (signed.length === 1 && signed.every(({ personId }) => personId !== mine))
      waits.push({
        title: `Answer ${request.reference} waits for a second person`,
        words: 'Somebody decided what leaves and what does not. Look at it before it goes.',
        link,
        due: dueOn,
      });
    else if (allowed(ctx.actor, answerRights))
      waits.push({
        title: `Somebody asked about what is held: ${request.reference}`,
        words: 'A person waits for an answer.',
        link,
        due: dueOn,
      });
  }
  return waits;
}
