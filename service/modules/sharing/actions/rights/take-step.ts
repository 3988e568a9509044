import { allowed, type NotAllowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import { nameOfActor } from '#platform/kernel/context.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import { writeLetter } from '#platform/mail/letters.ts';
import { answerRights } from '../../domain/permissions.ts';
import type { DataSubject, PersonalRecords } from '../../domain/rights/personal-records.ts';
import type { RightsRequest } from '../../domain/rights/rights-request.ts';
import { stepTaken, type Step, type StepRefusal } from '../../domain/rights/steps.ts';
import { forgetGathered } from '../../store/rights/answers.ts';
import { removeSignatures } from '../../store/rights/released.ts';
import { addPause, endPauses, linkSubject, unlinkSubject } from '../../store/rights/request-parts.ts';
import { keepRequest, lockRequest } from '../../store/rights/requests.ts';
import { touchRequest } from '../../domain/rights/touch-request.ts';

export type ChangedMeanwhile = { reason: 'changed-meanwhile'; theirs: RightsRequest };
export type HoldRefusal = NotAllowed | { reason: 'request-missing' } | ChangedMeanwhile;

/** A request as an officer last saw it. */
export type Seen = { id: string; seen: number };

/** Holds a request for its officer, unless somebody changed it since they looked. */
export async function holdRequest(
  ctx: Ctx,
  { id, seen }: Seen,
): Promise<Outcome<RightsRequest, HoldRefusal>> {
  if (!allowed(ctx.actor, answerRights)) return refuse({ reason: 'not-allowed' });
  const request = await lockRequest(ctx, id);
  if (!request) return refuse({ reason: 'request-missing' });
  if (request.version !== seen) {
    touchRequest(ctx, id, { act: 'rights-request-read', way: 'read' });
    return refuse({ reason: 'changed-meanwhile', theirs: request });
  }
  return done(request);
}

/** Takes one step with a request: each is kept with who did it and when. */
export async function takeStep(
  ctx: Ctx,
  given: Seen & { step: Step; records: readonly PersonalRecords<Ctx>[] },
): Promise<Outcome<RightsRequest, HoldRefusal | StepRefusal>> {
  const { step, records } = given;
  const held = await holdRequest(ctx, given);
  if (!held.done) return held;
  const byName = nameOfActor(ctx.actor);
  const taken = stepTaken(held.value, step, { today: ctx.today, byName });
  if (!taken.done) return taken;
  const { id } = held.value;
  if (step.step === 'ask-back') await addPause(ctx, id, { ...step, byName });
  // proof of who they are ends the wait for it; an answer ends every wait
  if (step.step === 'heard-back' || step.step === 'answer' || step.step === 'identity')
    await endPauses(ctx, id);
  if (step.step === 'answer') {
    await forgetGathered(ctx, id);
    await letAllOut(ctx, records, held.value);
    await sayAnswer(ctx, taken.value);
  }
  return changed(ctx, taken.value, step.step);
}

/** Says that a request is about somebody in our records, or that it is not. */
export async function sayWhom(
  ctx: Ctx,
  given: Seen & { subject: DataSubject; title: string; is: 'linked' | 'not-linked' },
): Promise<Outcome<RightsRequest, HoldRefusal | StepRefusal>> {
  const held = await holdRequest(ctx, given);
  if (!held.done) return held;
  if (held.value.answer) return refuse({ reason: 'answered-already' });
  if (ctx.actor.kind !== 'person') return refuse({ reason: 'not-allowed' });
  const { id } = held.value;
  if (given.is === 'linked')
    await linkSubject(ctx, id, { subject: given.subject, title: given.title, by: ctx.actor.personId });
  else await unlinkSubject(ctx, id, given.subject);
  return changed(ctx, held.value, given.is === 'linked' ? 'subject-linked' : 'subject-unlinked');
}

/** Keeps a changed request: whoever signed before signed something else. */
export async function changed(
  ctx: Ctx,
  request: RightsRequest,
  what: string,
): Promise<Outcome<RightsRequest, never>> {
  const kept = { ...request, version: request.version + 1 };
  await keepRequest(ctx, kept);
  await removeSignatures(ctx, request.id);
  touchRequest(ctx, request.id, { act: `rights-${what}`, way: 'written' });
  await ctx.record({
    type: 'sharing.rights-step-taken',
    subject: { kind: 'rights-request', id: request.id },
    details: { step: what },
  });
  return done(kept);
}

/** The officer's way in to each room ends with the request. */
export async function letAllOut(
  ctx: Ctx,
  records: readonly PersonalRecords<Ctx>[],
  { subjects }: RightsRequest,
): Promise<void> {
  if (ctx.actor.kind !== 'person') return;
  for (const { letOut } of records)
    for (const { subject } of subjects) await letOut?.(ctx, { subject, personId: ctx.actor.personId });
}

async function sayAnswer(ctx: Ctx, { id, kind, who, reference, answer }: RightsRequest): Promise<void> {
  if (who.email === '' || who.safeToWrite === 'no' || !answer) return;
  await writeLetter(ctx, {
    key: `rights-answered:${id}`,
    to: who.email,
    subject: 'Our answer to your message',
    askedBy: ctx.actor.kind === 'person' ? ctx.actor.personId : undefined,
    parts: [
      { kind: 'words', text: `This is about your message ${reference}.` },
      { kind: 'words', text: answer.words },
      {
        kind: 'words',
        text: 'If you are not happy with this, you can complain to us, and to the Information Commissioner (ico.org.uk, 0303 123 1113).',
      },
      ...(kind === 'correct'
        ? [{ kind: 'page' as const, text: 'Say beside it how you see it', path: '/my-record' }]
        : []),
      { kind: 'page', text: 'How to complain', path: '/complaints' },
    ],
  });
}
