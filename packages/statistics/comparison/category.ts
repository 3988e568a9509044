import { done, refuse } from '../result.ts';
import type { Result } from '../result.ts';
import { quantile } from '../position/quantile.ts';
import type { Polarity } from './polarity.ts';

/** How many classes areas are put into: quartiles or quintiles. */
export type CategoryCount = 4 | 5;

/** The ends of the classes, ascending: one more than there are classes. */
export type CategoryBounds = {
  readonly categories: CategoryCount;
  readonly bounds: readonly number[];
};

/** The class of a value: 1 holds the lowest values. */
export type Category = {
  readonly category: number;
  readonly of: CategoryCount;
  /** counted from the good end: 1 is the best; undefined without a judgement */
  readonly fromBest: number | undefined;
};

/** Why there are no classes, or a value has none. */
export type CategoryRefusal =
  /** fewer areas with a value than there are classes */
  | { readonly reason: 'too-few-areas'; readonly areas: number }
  | { readonly reason: 'no-value' }
  | { readonly reason: 'not-applicable' }
  /** lower than every area, or higher, so it is not one of them */
  | { readonly reason: 'outside-the-bounds'; readonly value: number };

/**
 * The ends of quarters or fifths of areas of one kind, which each hold as near the same number of areas as can be.
 *
 * Formula: quantiles of type 7 at 0, 1/k, 2/k … 1, rounded to 10 decimal places so that the noise of floating point
 * puts no area over a bound.
 * Units: of the measure. Errors: values that are missing or not finite are left out; refused where fewer are left than
 * there are classes.
 * Source: Fingertips (Office for Health Improvement and Disparities), comparator methods 15 and 16.
 * @example categoryBounds([1, 2, … 50], 5) // 1, 10.8, 20.6, 30.4, 40.2, 50
 */
export function categoryBounds(
  values: readonly (number | undefined)[],
  categories: CategoryCount,
): Result<CategoryBounds, CategoryRefusal> {
  const known = values.filter((value): value is number => value !== undefined && Number.isFinite(value));
  if (known.length < categories) return refuse({ reason: 'too-few-areas', areas: known.length });
  const bounds: number[] = [];
  for (let step = 0; step <= categories; step += 1) {
    const found = quantile(known, step / categories);
    if (found.done) bounds.push(rounded(found.value));
  }
  return done({ categories, bounds });
}

/**
 * The class in which a value lies: a value on a bound belongs to the class below it. It speaks of place among areas, and
 * says nothing of significance.
 *
 * Rule: the first class whose upper bound is at least the value, both at 10 decimal places.
 * Units: of the measure. Errors: refused without a value, for a measure that is not to be compared, and for a value
 * outside the bounds.
 * Source: Fingertips (Office for Health Improvement and Disparities), comparator methods 15 and 16.
 * @example categoryOf({ value: 10.8, bounds, polarity: 'low-is-good' }) // category 1 of 5, 1 from the best
 */
export function categoryOf(given: {
  readonly value: number | undefined;
  readonly bounds: CategoryBounds;
  readonly polarity: Polarity;
}): Result<Category, CategoryRefusal> {
  const { value, polarity } = given;
  const { categories, bounds } = given.bounds;
  if (polarity === 'not-applicable') return refuse({ reason: 'not-applicable' });
  if (value === undefined || !Number.isFinite(value)) return refuse({ reason: 'no-value' });
  const near = rounded(value);
  const category = bounds.slice(1).findIndex((bound) => near <= bound) + 1;
  const lowest = bounds[0];
  if (category === 0 || lowest === undefined || near < lowest)
    return refuse({ reason: 'outside-the-bounds', value });
  return done({ category, of: categories, fromBest: fromBest(category, categories, polarity) });
}

function fromBest(category: number, of: CategoryCount, polarity: Polarity): number | undefined {
  if (polarity === 'low-is-good') return category;
  return polarity === 'high-is-good' ? of + 1 - category : undefined;
}

function rounded(value: number): number {
  return Number(value.toFixed(10));
}
