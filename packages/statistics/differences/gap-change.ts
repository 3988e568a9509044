import { done, refuse } from '../result.ts';
import type { Result } from '../result.ts';
import type { Estimate } from '../intervals/confidence.ts';
import type { ProportionRefusal } from '../intervals/proportion.ts';
import { difference } from './difference.ts';
import type { DifferenceMethod } from './difference.ts';
import { proportionsOf, ratesOf } from './two-groups.ts';
import type { Counted } from './two-groups.ts';

/** A group and those it is compared with, in one period; the two share nobody. */
export type GroupAndOthers = { readonly group: Counted; readonly others: Counted };

/** Whether the gap became smaller, told only where 95% limits rule out chance. */
export type GapVerdict =
  /** nearer than before on the side where the gap began, or no longer there */
  | 'closing'
  /** further apart than before */
  | 'widening'
  /** the group is now surely on the other side of the others */
  | 'reversed'
  /** chance alone could have made the difference between the periods */
  | 'no-clear-change';

/** What became of a gap between two periods. All numbers in the unit of the multiplier. */
export type GapChange = {
  /** others − group, before: above 0 where the group is below the others */
  readonly before: Estimate<DifferenceMethod>;
  /** others − group, after */
  readonly after: Estimate<DifferenceMethod>;
  /** after − before; its limits are those of a difference of two independent differences */
  readonly change: Estimate<'MOVER of two gaps'>;
  readonly verdict: GapVerdict;
  /** the group's own change */
  readonly groupChange: Estimate<DifferenceMethod>;
  /** the others' own change */
  readonly othersChange: Estimate<DifferenceMethod>;
  /**
   * How much of the closing each side's move made, negative where it pushed them apart: the two add up to the gap
   * before less the gap after, measured on the side where it began.
   */
  readonly closedBy: { readonly group: number; readonly others: number };
};

/** Why no change is given. */
export type GapChangeRefusal = {
  readonly reason: 'period-not-usable';
  readonly period: 'before' | 'after';
  readonly which: 'group' | 'others';
  readonly refusal: ProportionRefusal;
};

/**
 * Did a gap close between two periods, and because the lower rose or because the upper fell?
 *
 * Formula: gap g = others − group in each period, with Newcombe's limits (proportions) or MOVER's (rates); change
 * c = g₂ − g₁, limits by MOVER once more from the two gaps' own; closed by the group: s · (group₂ − group₁), by the
 * others: s · (others₁ − others₂), with s the sign of g₁ (of g₂ where g₁ is 0), so that their sum is s · (g₁ − g₂).
 * Verdict: no clear change where the limits of c contain 0; else reversed where the gap lies surely on the other side;
 * else closing or widening. A gap that began at 0 can only widen.
 *
 * Shape: the people of the two periods are taken to be different (a cohort a year), groups in a period to share nobody.
 * Units: people or events; results in the unit of the multiplier. Errors: refusals as values: which period, which group
 * and why. Whether a rise is good is not asked: read `closedBy` beside the two levels.
 * Source: Newcombe (1998) and Donner and Zou (2012), as `differenceOfProportions`.
 * @example
 * gapChange({ kind: 'proportion', multiplier: 100,
 *   before: { group: { count: 390, base: 1000 }, others: { count: 2600, base: 4000 } },
 *   after: { group: { count: 450, base: 1000 }, others: { count: 2560, base: 4000 } },
 * }) // gap 26 to 19 points: closing, 6 by the group's rise and 1 by the others' fall
 */
export function gapChange(given: {
  readonly kind: 'proportion' | 'rate';
  readonly before: GroupAndOthers;
  readonly after: GroupAndOthers;
  readonly multiplier: number;
}): Result<GapChange, GapChangeRefusal> {
  const { kind, multiplier } = given;
  const made = kind === 'proportion' ? proportionsOf : ratesOf;
  const method: DifferenceMethod = kind === 'proportion' ? 'Newcombe' : 'MOVER, Poisson limits';
  const before = made(given.before.others, given.before.group, multiplier);
  if (!before.done) return refused('before', before.refusal);
  const after = made(given.after.others, given.after.group, multiplier);
  if (!after.done) return refused('after', after.refusal);
  const gaps = { before: difference(before.value, method), after: difference(after.value, method) };
  const change = difference({ first: gaps.after, second: gaps.before }, 'MOVER of two gaps');
  const [others, group] = [
    difference({ first: after.value.first, second: before.value.first }, method),
    difference({ first: after.value.second, second: before.value.second }, method),
  ];
  const side = Math.sign(gaps.before.value) || Math.sign(gaps.after.value) || 1;
  return done({
    ...gaps,
    change,
    verdict: verdictOf(gaps, change),
    groupChange: group,
    othersChange: others,
    closedBy: { group: side * group.value || 0, others: -side * others.value || 0 },
  });
}

function verdictOf(
  gaps: {
    readonly before: Estimate<DifferenceMethod>;
    readonly after: Estimate<DifferenceMethod>;
  },
  change: Estimate<string>,
): GapVerdict {
  const { lower, upper } = change.limits95;
  if (lower <= 0 && 0 <= upper) return 'no-clear-change';
  const side = Math.sign(gaps.before.value);
  const { limits95 } = gaps.after;
  const otherSide = side > 0 ? limits95.upper < 0 : limits95.lower > 0;
  if (side !== 0 && otherSide) return 'reversed';
  return side * change.value < 0 ? 'closing' : 'widening';
}

function refused(
  period: 'before' | 'after',
  found: { readonly which: 'first' | 'second'; readonly refusal: ProportionRefusal },
): { readonly done: false; readonly refusal: GapChangeRefusal } {
  const which = found.which === 'first' ? 'others' : 'group';
  return refuse({ reason: 'period-not-usable', period, which, refusal: found.refusal });
}
