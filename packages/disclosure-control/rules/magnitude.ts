import type { MagnitudeRule } from './rule-set.ts';

/** Why a sum of contributions may not be shown. */
export type MagnitudeReason = 'few-contributors' | 'dominated' | 'close';

/**
 * Whether a sum gives one contributor away, and by which rule. With contributions x₁ ≥ x₂ ≥ … and their sum T:
 * few contributors: fewer than the least; (n,k) dominance: x₁ + … + xₙ > k·T;
 * closeness (p%, p-ratio): T − x₁ − x₂ < p·x₁, so that the second largest knows the largest to within p.
 * Units: contributions in any one unit, none negative; shares from 0 to 1. Source: Hundepool et al. (2012), ch. 4; ACRO.
 */
export function magnitudeReason(
  rule: MagnitudeRule,
  contributions: readonly number[],
): MagnitudeReason | undefined {
  const sorted = contributions.filter((x) => x > 0).toSorted((a, b) => b - a);
  if (sorted.length === 0) return undefined;
  if (sorted.length < rule.leastContributors) return 'few-contributors';
  if (rule.dominance && topOf(sorted, rule.dominance.n) > rule.dominance.share * topOf(sorted, sorted.length))
    return 'dominated';
  const [first = 0] = sorted;
  if (rule.closeness && topOf(sorted, sorted.length) - topOf(sorted, 2) < rule.closeness.share * first)
    return 'close';
  return undefined;
}

/**
 * How far a reader must be kept from a sum that may not be shown, above and below it: what the broken rule would need,
 * max(top n / k − T, p·x₁ − (T − x₁ − x₂)); for few contributors, the largest contribution times the closeness, or a
 * tenth of it.
 */
export function magnitudeDistance(rule: MagnitudeRule, contributions: readonly number[]): number {
  const sorted = contributions.filter((x) => x > 0).toSorted((a, b) => b - a);
  const [first = 0] = sorted;
  const whole = topOf(sorted, sorted.length);
  const share = rule.closeness?.share ?? 0.1;
  const dominance = rule.dominance ? topOf(sorted, rule.dominance.n) / rule.dominance.share - whole : 0;
  const closeness = share * first - (whole - topOf(sorted, 2));
  const fewness = sorted.length < rule.leastContributors ? share * first : 0;
  return Math.max(dominance, closeness, fewness, 0);
}

function topOf(sorted: readonly number[], n: number): number {
  return sorted.slice(0, n).reduce((sum, x) => sum + x, 0);
}
