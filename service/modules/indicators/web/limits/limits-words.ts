import { wordsOf, type WordsFor } from '#platform/kernel/outcome.ts';
import type { DecideLimitsRefusal, ReasonRefusal } from '../../actions/limits/decide-limits.ts';
import type { TakeBackLimitsRefusal } from '../../actions/limits/take-back-limits.ts';
import { sayTakenBack, type LimitsWritten } from '../../domain/limits/limits-decision.ts';
import type { PlanRefusal } from '../../domain/limits/limits-plan.ts';

const reasonWords: WordsFor<ReasonRefusal> = {
  'reason-too-short': ({ least }) =>
    `Say why in at least ${least} letters, so that a councillor can follow you`,
  'reason-too-long': ({ most }) => `Say why in ${most.toLocaleString('en-GB')} letters or fewer`,
};

/** Why something cannot be decided of the figures that stand; of an older decision, why it no longer applies. */
const planWords: WordsFor<PlanRefusal> = {
  'no-such-period': () => 'There is no figure of that period in this line',
  'decided-already': () => 'That has been decided of this period already',
  'too-few-points': ({ side, points, least }) =>
    `Only ${points === 1 ? '1 figure lies' : `${points} figures lie`} ${side === 'before' ? 'before this period' : 'from this period on'}, as far as the limits reach there: limits of their own need at least ${least}`,
  'too-few-to-hold': ({ points, least }) =>
    `The limits would be held on ${points === 1 ? '1 figure' : `${points} figures`}; with fewer than ${least} they are chance`,
  'held-already': () => 'The limits of this stretch are held already: take that back first',
};

function sayMeanwhile({ lastBy }: LimitsWritten): string {
  return `${lastBy?.name ?? 'Somebody else'} decided about these limits while you were writing. Nothing is lost: read what stands now, then send yours again if it still holds`;
}

export const decideWords: WordsFor<DecideLimitsRefusal> = {
  ...reasonWords,
  ...planWords,
  'not-allowed': () => 'Only an analyst decides about limits',
  'no-limits': () => 'There are no limits here to decide about',
  'changed-meanwhile': ({ theirs }) => sayMeanwhile(theirs),
};

export const takeBackWords: WordsFor<TakeBackLimitsRefusal> = {
  ...reasonWords,
  'not-allowed': () => 'Only an analyst takes a decision about limits back',
  'no-such-decision': () => 'Nobody decided that',
  'taken-back-already': ({ decision }) =>
    `Somebody did so while you were writing. ${sayTakenBack(decision) ?? ''}`,
  'changed-meanwhile': ({ theirs }) => sayMeanwhile(theirs),
};

/** Why an older decision no longer applies. */
export function sayLapse(because: PlanRefusal): string {
  return wordsOf(planWords, because);
}
