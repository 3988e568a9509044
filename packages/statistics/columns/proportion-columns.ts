import { done } from '../result.ts';
import type { Result } from '../result.ts';
import { normalDeviate } from '../intervals/confidence.ts';
import { wilsonUpper } from '../intervals/proportion.ts';
import { countStatus, emptyColumns, leaveOut, statusBytes, whyNotColumns } from './column.ts';
import type { ColumnsRefusal, CountColumns, EstimateColumns } from './column.ts';

/**
 * Proportions with Wilson limits at both levels for many rows, in one pass: the numbers that `proportion` gives for each.
 *
 * Formula, units and source: see `proportion`.
 * Shape: columns of one length in, six columns of that length out; no object is made for a row.
 * Errors: a row that cannot be computed has its reason in `status`, and NaN for its numbers; refused as a whole where
 * the columns differ in length or the multiplier is not above 0.
 * @example proportionColumns({ counts: new Float64Array([0, 61]), bases: new Float64Array([5, 249]), multiplier: 100 })
 */
export function proportionColumns(given: CountColumns): Result<EstimateColumns, ColumnsRefusal> {
  const refused = whyNotColumns(given);
  if (refused) return refused;
  const { counts, bases, multiplier } = given;
  const columns = emptyColumns(counts.length);
  const { values, lowers95, uppers95, lowers998, uppers998 } = columns;
  const [z95, z998] = [normalDeviate(0.95), normalDeviate(0.998)];
  const [squared95, squared998] = [z95 * z95, z998 * z998];
  for (let row = 0; row < counts.length; row += 1) {
    const count = counts[row] ?? Number.NaN;
    const base = bases[row] ?? Number.NaN;
    const upper95 = wilsonUpper(count, base, z95);
    const upper998 = wilsonUpper(count, base, z998);
    const wrong = countStatus(count, base) || (count > base ? statusBytes['count-above-base'] : 0);
    if (wrong !== 0 || !(upper998 * multiplier <= Number.MAX_VALUE)) {
      leaveOut(columns, row, wrong || statusBytes['not-finite']);
      continue;
    }
    const share = count / base;
    values[row] = share * multiplier;
    lowers95[row] = ((share * (count / (base + squared95))) / upper95) * multiplier;
    uppers95[row] = upper95 * multiplier;
    lowers998[row] = ((share * (count / (base + squared998))) / upper998) * multiplier;
    uppers998[row] = upper998 * multiplier;
  }
  return done(columns);
}
