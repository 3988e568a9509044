import { done, refuse } from '../result.ts';
import type { Result } from '../result.ts';
import type { Polarity } from '../comparison/polarity.ts';

/** A place among areas: 1 is best, and areas with one value share the smaller number. */
export type Rank = {
  readonly rank: number;
  /** how many areas have a value */
  readonly of: number;
  /** how many others share the place */
  readonly tied: number;
};

/** Why there is no rank. */
export type RankRefusal =
  | { readonly reason: 'no-value' }
  /** without a better and a worse there is no best */
  | { readonly reason: 'no-judgement' };

/**
 * Where an area stands among areas of its kind. A rank says nothing of significance: see `compare`.
 *
 * Formula: 1 + the number of areas with a strictly better value ("min" ranks for ties). No unit.
 * Shape: `all` holds the values of all areas, this one's too; undefined where there is none, and not counted.
 * Errors: refused where the area has no value, and where the polarity makes no judgement.
 * Source: Local Authority Interactive Tool (Department for Education).
 * @example rankOf({ value: 20, all: [10, 20, 20, 30, 40], polarity: 'high-is-good' }) // rank 3 of 5, 1 other tied
 */
export function rankOf(given: {
  readonly value: number | undefined;
  readonly all: readonly (number | undefined)[];
  readonly polarity: Polarity;
}): Result<Rank, RankRefusal> {
  const { value, polarity } = given;
  if (polarity === 'no-judgement' || polarity === 'not-applicable') return refuse({ reason: 'no-judgement' });
  if (value === undefined || !Number.isFinite(value)) return refuse({ reason: 'no-value' });
  const all = given.all.filter((other): other is number => other !== undefined && Number.isFinite(other));
  const better = all.filter((other) => (polarity === 'high-is-good' ? other > value : other < value)).length;
  const same = all.filter((other) => other === value).length;
  return done({ rank: better + 1, of: all.length, tied: Math.max(0, same - 1) });
}
