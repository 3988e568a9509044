import { ratioOfProportions, ratioOfRates, type Counted, type Limits } from '#packages/statistics';
import { chanceOfRates, chanceOfShares } from './exact-test.ts';
import type { NoCount, StepCount } from './step-counts.ts';

/** With fewer children than this in a group or beside it, nothing is said. */
const fewestChildren = 30;
/** With fewer than this to be expected of a group, were it like all, nothing is said. */
const fewestExpected = 5;

/** A group and those beside it at a step, each out of its own base. */
export type Compared = {
  readonly group: Counted;
  readonly others: Counted;
  readonly ratio: number;
  readonly limits: Limits;
  readonly method: string;
  /** how likely chance alone would set them as far apart, before any correction */
  readonly chance: number;
};

export type StepComparison =
  | ({ readonly known: true } & Compared)
  | { readonly known: false; readonly why: NotCompared };

/** Why a group is not compared at a step. */
export type NotCompared =
  | NoCount
  | 'others-not-known'
  | 'no-base'
  | 'more-than-came'
  | 'too-few'
  | 'none-beside';

export const notComparedWords: { readonly [Why in NotCompared]: string } = {
  withheld: 'Not known: withheld by the publisher to protect children.',
  'too-small': 'Not shown: fewer than ten children.',
  'would-open': 'Not shown: with this number another that is held back could be worked out.',
  'not-published': 'Not known: not published for this group here.',
  'others-not-known': 'Not known: those beside the group are not known.',
  'no-base': 'Not known: nobody says here how many children of this group there are to begin with.',
  'more-than-came':
    'Not worked out: more are counted here than at the step before, so the two count different children.',
  'too-few': 'Too few children to say anything.',
  'none-beside': 'Not worked out: nobody else was counted at this step.',
};

export type Four = {
  readonly group: StepCount;
  readonly groupBase: StepCount;
  readonly others: StepCount;
  readonly othersBase: StepCount;
};

/** How many times as likely the group is as those beside it, from four counts that may be shown. */
export function compareStep(
  { group, groupBase, others, othersBase }: Four,
  how: 'share' | 'rate',
): StepComparison {
  if (!group.known) return { known: false, why: group.why };
  if (!groupBase.known)
    return { known: false, why: groupBase.why === 'not-published' ? 'no-base' : groupBase.why };
  if (!others.known || !othersBase.known) return { known: false, why: 'others-not-known' };
  const first = { count: group.count, base: groupBase.count };
  const second = { count: others.count, base: othersBase.count };
  if (how === 'share' && (first.count > first.base || second.count > second.base))
    return { known: false, why: 'more-than-came' };
  if (isTooFew(first, second)) return { known: false, why: 'too-few' };
  return ratioBetween(first, second, how);
}

function ratioBetween(first: Counted, second: Counted, how: 'share' | 'rate'): StepComparison {
  const given = { first, second, multiplier: 1 };
  const made = how === 'share' ? ratioOfProportions(given) : ratioOfRates(given);
  if (!made.done) return { known: false, why: 'none-beside' };
  const chance = how === 'share' ? chanceOfShares(first, second) : chanceOfRates(first, second);
  const { value, limits95, method } = made.value;
  return { known: true, group: first, others: second, ratio: value, limits: limits95, method, chance };
}

function isTooFew(first: Counted, second: Counted): boolean {
  if (Math.min(first.base, second.base) < fewestChildren) return true;
  const expected = (first.base * (first.count + second.count)) / (first.base + second.base);
  return expected < fewestExpected;
}

/** All less the group, where both may be shown. */
export function restOf(all: StepCount, group: StepCount): StepCount {
  if (!all.known) return all;
  if (!group.known) return group;
  return all.count >= group.count
    ? { known: true, count: all.count - group.count }
    : { known: false, why: 'not-published' };
}
