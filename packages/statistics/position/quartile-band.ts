import { done, refuse } from '../result.ts';
import type { Result } from '../result.ts';
import type { Polarity } from '../comparison/polarity.ts';
import { quantile } from './quantile.ts';

/** A: the best quarter of areas; D: the worst. Only A and D are ever coloured, and never without the letter's words. */
export type QuartileBand = 'A' | 'B' | 'C' | 'D';

/** The ends of the four quarters, ascending, in the unit of the measure. */
export type QuartileBounds = {
  readonly lowest: number;
  readonly first: number;
  readonly middle: number;
  readonly third: number;
  readonly highest: number;
};

/** Why there is no band. */
export type QuartileRefusal =
  /** fewer areas with a value than there are bands */
  | { readonly reason: 'too-few-areas'; readonly areas: number }
  | { readonly reason: 'no-value' }
  | { readonly reason: 'no-judgement' }
  /** the value lies outside the bounds, or beside one that is not a number */
  | { readonly reason: 'outside-the-bounds'; readonly value: number };

/**
 * The ends of the four quarters of areas: quantiles of type 7 at 0, ¼, ½, ¾ and 1.
 *
 * Units: of the measure. Errors: refused with fewer than four areas that have a value.
 * Source: Local Authority Interactive Tool (Department for Education).
 * @example quartileBounds([1, 2, 3, 4, 5]) // 1, 2, 3, 4, 5
 */
export function quartileBounds(
  values: readonly (number | undefined)[],
): Result<QuartileBounds, QuartileRefusal> {
  const known = values.filter((value): value is number => value !== undefined && Number.isFinite(value));
  if (known.length < 4) return refuse({ reason: 'too-few-areas', areas: known.length });
  const at = (probability: number): number => {
    const found = quantile(known, probability);
    return found.done ? found.value : Number.NaN;
  };
  return done({ lowest: at(0), first: at(0.25), middle: at(0.5), third: at(0.75), highest: at(1) });
}

/**
 * The quarter in which a value lies: a value on a bound belongs to the quarter below it. By polarity, the best quarter
 * is A: the lowest where low is good, the highest where high is good.
 *
 * Units: value and bounds in the unit of the measure. Errors: refused without a value, without a judgement, and for a
 * value outside the bounds.
 * Source: Local Authority Interactive Tool (Department for Education).
 * @example quartileBand({ value: 25, bounds: { lowest: 0, first: 25, middle: 50, third: 75, highest: 100 }, polarity: 'low-is-good' }) // A
 */
export function quartileBand(given: {
  readonly value: number | undefined;
  readonly bounds: QuartileBounds;
  readonly polarity: Polarity;
}): Result<QuartileBand, QuartileRefusal> {
  const { value, bounds, polarity } = given;
  if (polarity === 'no-judgement' || polarity === 'not-applicable') return refuse({ reason: 'no-judgement' });
  if (value === undefined || !Number.isFinite(value)) return refuse({ reason: 'no-value' });
  const letters =
    polarity === 'low-is-good' ? (['A', 'B', 'C', 'D'] as const) : (['D', 'C', 'B', 'A'] as const);
  const [first, second, third, fourth] = letters;
  if (value >= bounds.lowest && value <= bounds.first) return done(first);
  if (value > bounds.first && value <= bounds.middle) return done(second);
  if (value > bounds.middle && value <= bounds.third) return done(third);
  if (value > bounds.third && value <= bounds.highest) return done(fourth);
  return refuse({ reason: 'outside-the-bounds', value });
}
