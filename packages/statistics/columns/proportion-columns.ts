import { done } from '../result.ts';
import type { Result } from '../result.ts';
import { normalDeviate } from '../intervals/confidence.ts';
import { wilsonAbove } from '../intervals/proportion.ts';
import { columnsToFill, leaveOutAll, unexplained, whyNotColumns } from './column.ts';
import type { ColumnsRefusal, CountColumns, EstimateColumns } from './column.ts';

/**
 * Proportions with Wilson limits at both levels for many rows, in one pass: the numbers that `proportion` gives for each.
 *
 * Formula, units and source: see `proportion`.
 * Shape: columns of one length in, six columns of that length out; no object is made for a row. `into`: columns of that length
 * to write over, for a table that is computed again and again; not the ones that are read.
 * Errors: a row that cannot be computed has its reason in `status`, and NaN for its numbers; refused as a whole where
 * the columns differ in length or the multiplier is not above 0.
 * @example proportionColumns({ counts: new Float64Array([0, 61]), bases: new Float64Array([5, 249]), multiplier: 100 })
 */
export function proportionColumns(
  given: CountColumns & { readonly into?: EstimateColumns | undefined },
): Result<EstimateColumns, ColumnsRefusal> {
  const refused = whyNotColumns(given, given.into);
  if (refused) return refused;
  const { counts, bases, multiplier } = given;
  const columns = columnsToFill(counts.length, given.into);
  const { values, lowers95, uppers95, lowers998, uppers998, status } = columns;
  const [z95, z998] = [normalDeviate(0.95), normalDeviate(0.998)];
  const [squared95, squared998] = [z95 * z95, z998 * z998];
  let wrong = 0;
  // no call in this loop: after one, every column would have to be looked up again
  for (let row = 0; row < counts.length; row += 1) {
    const count = counts[row] ?? Number.NaN;
    const base = bases[row] ?? Number.NaN;
    const share = count / base;
    const uncertain = count * (1 - share);
    const above95 = wilsonAbove(count, uncertain, z95);
    const above998 = wilsonAbove(count, uncertain, z998);
    const upper998 = above998 / (base + squared998);
    // of an endless base the limit is 0, and of no base at all it is not a number
    if (!(count >= 0 && count <= base && upper998 > 0)) {
      status[row] = unexplained;
      wrong += 1;
    }
    values[row] = share * multiplier;
    lowers95[row] = share * (count / above95) * multiplier;
    uppers95[row] = (above95 / (base + squared95)) * multiplier;
    lowers998[row] = share * (count / above998) * multiplier;
    uppers998[row] = upper998 * multiplier;
  }
  if (wrong > 0)
    leaveOutAll(columns, given, (count, base) => (count > base ? 'count-above-base' : 'not-finite'));
  return done(columns);
}
