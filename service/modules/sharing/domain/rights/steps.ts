import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import type { Day } from '#platform/kernel/day.ts';
import { mayExtend } from './rights-clock.ts';
import { outcomesOf, type IdentityWay, type RequestOutcome, type RightsRequest } from './rights-request.ts';

/** What an officer does with a request. */
export type Step =
  | { step: 'identity'; how: IdentityWay }
  | { step: 'ask-back'; reason: 'identity' | 'clarification'; words: string }
  | { step: 'heard-back' }
  | { step: 'extend'; months: 1 | 2; reason: string }
  | { step: 'harm'; found: 'none' | 'some-kept-back'; words: string; asked: string }
  | { step: 'answer'; outcome: RequestOutcome; words: string };

export type StepRefusal =
  | { reason: 'answered-already' }
  | { reason: 'waits-already' }
  | { reason: 'waits-for-nothing' }
  | { reason: 'words-missing'; field: string }
  | { reason: 'extended-already' }
  | { reason: 'too-late-to-extend' }
  | { reason: 'identity-not-proved' }
  | { reason: 'outcome-unfitting' }
  /** what is held leaves only after two people signed for it */
  | { reason: 'given-by-release-only' };

type At = { today: Day; byName: string };

/** The request after a step; pauses and subjects are kept apart and are not changed here. */
export function stepTaken(request: RightsRequest, step: Step, at: At): Outcome<RightsRequest, StepRefusal> {
  if (request.answer) return refuse({ reason: 'answered-already' });
  switch (step.step) {
    case 'identity':
      return done({ ...request, identity: { how: step.how, on: at.today, byName: at.byName } });
    case 'ask-back':
      return askedBack(request, step.words);
    case 'heard-back':
      return isPaused(request) ? done(request) : refuse({ reason: 'waits-for-nothing' });
    case 'extend':
      return extended(request, step, at.today);
    case 'harm':
      return harmTested(request, step, at);
    case 'answer':
      return answered(request, step, at);
  }
}

function isPaused({ pauses }: RightsRequest): boolean {
  return pauses.some(({ untilOn }) => untilOn === undefined);
}

function askedBack(request: RightsRequest, words: string): Outcome<RightsRequest, StepRefusal> {
  if (isPaused(request)) return refuse({ reason: 'waits-already' });
  return words.trim() === '' ? refuse({ reason: 'words-missing', field: 'askWords' }) : done(request);
}

function extended(
  request: RightsRequest,
  { months, reason }: Extract<Step, { step: 'extend' }>,
  today: Day,
): Outcome<RightsRequest, StepRefusal> {
  if (request.extended) return refuse({ reason: 'extended-already' });
  if (reason.trim() === '') return refuse({ reason: 'words-missing', field: 'extendReason' });
  const { receivedOn, pauses } = request;
  if (!mayExtend({ receivedOn, pauses, extendedMonths: 0 }, today))
    return refuse({ reason: 'too-late-to-extend' });
  return done({ ...request, extended: { months, reason, on: today } });
}

function harmTested(
  request: RightsRequest,
  { found, words, asked }: Extract<Step, { step: 'harm' }>,
  { today, byName }: At,
): Outcome<RightsRequest, StepRefusal> {
  if (words.trim() === '') return refuse({ reason: 'words-missing', field: 'harmWords' });
  if (found === 'some-kept-back' && asked.trim() === '')
    return refuse({ reason: 'words-missing', field: 'harmAsked' });
  return done({ ...request, harm: { found, words, asked, byName, on: today } });
}

function answered(
  request: RightsRequest,
  { outcome, words }: Extract<Step, { step: 'answer' }>,
  { today, byName }: At,
): Outcome<RightsRequest, StepRefusal> {
  if (!outcomesOf[request.kind].some((fitting) => fitting === outcome))
    return refuse({ reason: 'outcome-unfitting' });
  if (outcome === 'given' || outcome === 'partly-given') return refuse({ reason: 'given-by-release-only' });
  if (needsIdentity.includes(outcome) && !request.identity) return refuse({ reason: 'identity-not-proved' });
  if (words.trim() === '') return refuse({ reason: 'words-missing', field: 'answerWords' });
  return done({ ...request, answer: { outcome, words, on: today, byName } });
}

const needsIdentity: readonly RequestOutcome[] = [
  'corrected',
  'deleted',
  'stopped',
  'not-corrected',
  'not-deleted',
  'not-stopped',
  'nothing-held',
];
