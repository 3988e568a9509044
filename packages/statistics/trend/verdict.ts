import type { Polarity } from '../comparison/polarity.ts';

/** What a trend comes to, at the place of its byte in a column. The plain words are for measures without a judgement. */
export const trendVerdicts = [
  'no-significant-change',
  'increasing',
  'decreasing',
  'increasing-better',
  'increasing-worse',
  'decreasing-better',
  'decreasing-worse',
] as const;
/** One of those words. */
export type TrendVerdict = (typeof trendVerdicts)[number];

/** Why there is no trend, at the place of its byte less `firstReasonByte`. */
export const noTrendReasons = [
  /** a day is not one, or a period ends before it begins */
  'not-a-period',
  /** fewer than five points have what the method needs */
  'too-few-points',
  /** five points have a value, but fewer than five have an interval too */
  'missing-interval',
  /** fewer than five points since the measure's definition changed */
  'definition-break',
  /** fewer than five points since the area's boundary changed */
  'area-change',
  /** two of the five share a day, as rolling years do: they are not independent */
  'periods-overlap',
  /** a period is longer than a year, or does not begin whole years after the one before it */
  'not-yearly',
  /** somewhere everybody is counted, so that the odds have no end */
  'count-equals-base',
  /** nobody is counted in one of the five, so that the odds have no logarithm: use the intervals */
  'count-is-zero',
  /** a count is negative or above its base */
  'count-out-of-range',
  /** a lower limit lies above its upper one */
  'limits-not-in-order',
  /** a lower limit is its upper one: no variance to weigh with */
  'interval-without-width',
  /** the numbers differ by more than can be computed with */
  'numbers-too-far-apart',
] as const;
/** One of those reasons. */
export type NoTrendReason = (typeof noTrendReasons)[number];

/** The byte of the first reason in a column; every smaller byte is a verdict. */
const firstReasonByte = 16;

/** A trend as a column holds it. */
export type TrendOutcome =
  | { readonly verdict: TrendVerdict }
  | { readonly verdict: 'cannot-be-calculated'; readonly reason: NoTrendReason };

/**
 * What a byte of `trendColumns` stands for. No unit. Errors: undefined for a byte that stands for nothing.
 * @example trendOfByte(5) // { verdict: 'decreasing-better' }
 */
export function trendOfByte(byte: number): TrendOutcome | undefined {
  const verdict = trendVerdicts[byte];
  if (verdict !== undefined) return { verdict };
  const reason = noTrendReasons[byte - firstReasonByte];
  return reason === undefined ? undefined : { verdict: 'cannot-be-calculated', reason };
}

/** The byte of a reason. */
export function reasonByte(reason: NoTrendReason): number {
  return firstReasonByte + noTrendReasons.indexOf(reason);
}

/** The byte of a direction (1 up, −1 down, 0 neither) by polarity. */
export function verdictByte(direction: number, polarity: Polarity): number {
  if (direction === 0) return 0;
  const up = direction > 0;
  if (polarity === 'no-judgement' || polarity === 'not-applicable') return up ? 1 : 2;
  const better = up === (polarity === 'high-is-good');
  if (up) return better ? 3 : 4;
  return better ? 5 : 6;
}
