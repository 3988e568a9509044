import { done, refuse } from '../result.ts';
import type { Result } from '../result.ts';

/** One part of a group: a count and its base, either of which may be missing. */
export type Part = { readonly count: number | undefined; readonly base: number | undefined };

/**
 * The count and base of a group, from those of its parts: sums first, and only then a proportion or a rate.
 *
 * Formula: x = Σ xᵢ, n = Σ nᵢ. Units: as given. Errors: refused where there is no part, or where any number is missing,
 * because the sum of what is left is not the group's.
 * @example pooled([{ count: 1, base: 100 }, { count: 1, base: 100 }]) // count 2, base 200
 */
export function pooled(
  parts: readonly Part[],
): Result<
  { readonly count: number; readonly base: number },
  { readonly reason: 'no-parts' | 'part-missing' }
> {
  if (parts.length === 0) return refuse({ reason: 'no-parts' });
  let count = 0;
  let base = 0;
  for (const part of parts) {
    if (part.count === undefined || part.base === undefined) return refuse({ reason: 'part-missing' });
    count += part.count;
    base += part.base;
  }
  return done({ count, base });
}
