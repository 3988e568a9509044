import { done } from '../result.ts';
import type { Result } from '../result.ts';
import { normalDeviate } from '../intervals/confidence.ts';
import { byarLower, byarUpper, exactBelow, poissonLimits } from '../intervals/poisson-limits.ts';
import { columnsToFill, leaveOutAll, unexplained, whyNotColumns } from './column.ts';
import type { ColumnsRefusal, CountColumns, EstimateColumns } from './column.ts';

/** Rates in columns: beside values, limits and status, a byte a row that is 1 where the limits are exact, 0 where Byar's. */
export type RateColumns = EstimateColumns & { readonly exact: Uint8Array };

/**
 * Rates with limits at both levels for many rows, in one pass: the numbers that `crudeRate` gives for each.
 *
 * Formula, units and source: see `crudeRate`. Exact limits of 0 to 9 events are looked up; counts below ten that are not
 * whole are worked out each.
 * Shape: columns of one length in, seven columns of that length out; no object is made for a row of ten events or more.
 * `into`: columns of that length to write over; not the ones that are read.
 * Errors: a row that cannot be computed has its reason in `status`, and NaN for its numbers; refused as a whole where
 * the columns differ in length or the multiplier is not above 0.
 * @example rateColumns({ counts: new Float64Array([4, 65]), bases: new Float64Array([900, 100]), multiplier: 1000 })
 */
export function rateColumns(
  given: CountColumns & { readonly into?: RateColumns | undefined },
): Result<RateColumns, ColumnsRefusal> {
  const refused = whyNotColumns(given, given.into);
  if (refused) return refused;
  const { counts, bases, multiplier } = given;
  const fresh = given.into?.exact.fill(0) ?? new Uint8Array(counts.length);
  const columns = { ...columnsToFill(counts.length, given.into), exact: fresh };
  const { values, lowers95, uppers95, lowers998, uppers998, status, exact } = columns;
  const [z95, z998] = [normalDeviate(0.95), normalDeviate(0.998)];
  let [few, wrong] = [0, 0];
  // no call that is not a formula in this loop: after one, every column would have to be looked up again
  for (let row = 0; row < counts.length; row += 1) {
    const count = counts[row] ?? Number.NaN;
    const base = bases[row] ?? Number.NaN;
    if (count < exactBelow) {
      exact[row] = 1;
      few += 1;
    }
    values[row] = (count / base) * multiplier;
    lowers95[row] = (byarLower(count, z95) / base) * multiplier;
    uppers95[row] = (byarUpper(count, z95) / base) * multiplier;
    lowers998[row] = (byarLower(count, z998) / base) * multiplier;
    const upper = (byarUpper(count, z998) / base) * multiplier;
    uppers998[row] = upper;
    if (!(count >= 0 && base > 0 && base <= Number.MAX_VALUE && upper <= Number.MAX_VALUE)) {
      status[row] = unexplained;
      exact[row] = 0;
      wrong += 1;
    }
  }
  if (few > 0) wrong += exactRows(columns, given);
  if (wrong > 0) leaveOutAll(columns, given, () => 'not-finite');
  return done(columns);
}

/** Puts exact limits in the rows that are to have them; says how many cannot be held by a number. */
function exactRows(columns: RateColumns, { counts, bases, multiplier }: CountColumns): number {
  const { lowers95, uppers95, lowers998, uppers998, status, exact } = columns;
  const known = exactTable();
  let wrong = 0;
  for (let row = 0; row < counts.length; row += 1) {
    if (exact[row] !== 1) continue;
    const count = counts[row] ?? Number.NaN;
    const base = bases[row] ?? Number.NaN;
    const whole = Math.trunc(count) === count;
    const limits = whole ? known : exactOf(count);
    const place = whole ? count * 4 : 0;
    lowers95[row] = ((limits[place] ?? 0) / base) * multiplier;
    uppers95[row] = ((limits[place + 1] ?? 0) / base) * multiplier;
    lowers998[row] = ((limits[place + 2] ?? 0) / base) * multiplier;
    const upper = ((limits[place + 3] ?? 0) / base) * multiplier;
    uppers998[row] = upper;
    if (upper <= Number.MAX_VALUE) continue;
    status[row] = unexplained;
    exact[row] = 0;
    wrong += 1;
  }
  return wrong;
}

/** Four limits of each count from 0 to 9, end to end. */
function exactTable(): Float64Array {
  const table = new Float64Array(4 * exactBelow);
  for (let count = 0; count < exactBelow; count += 1) table.set(exactOf(count), 4 * count);
  return table;
}

function exactOf(count: number): Float64Array {
  const [at95, at998] = [poissonLimits(count, 0.95), poissonLimits(count, 0.998)];
  return new Float64Array([at95.lower, at95.upper, at998.lower, at998.upper]);
}
