import { done } from '../result.ts';
import type { Result } from '../result.ts';
import { normalDeviate } from '../intervals/confidence.ts';
import { byarLower, byarUpper, exactBelow, poissonLimits } from '../intervals/poisson-limits.ts';
import { countStatus, emptyColumns, leaveOut, statusBytes, whyNotColumns } from './column.ts';
import type { ColumnsRefusal, CountColumns, EstimateColumns } from './column.ts';

/** Rates in columns: beside values, limits and status, a byte a row that is 1 where the limits are exact, 0 where Byar's. */
export type RateColumns = EstimateColumns & { readonly exact: Uint8Array };

/**
 * Rates with limits at both levels for many rows, in one pass: the numbers that `crudeRate` gives for each.
 *
 * Formula, units and source: see `crudeRate`. Exact limits of 0 to 9 events are looked up; counts below ten that are not
 * whole are worked out each.
 * Shape: columns of one length in, seven columns of that length out; no object is made for a row of ten events or more.
 * Errors: a row that cannot be computed has its reason in `status`, and NaN for its numbers; refused as a whole where
 * the columns differ in length or the multiplier is not above 0.
 * @example rateColumns({ counts: new Float64Array([4, 65]), bases: new Float64Array([900, 100]), multiplier: 1000 })
 */
export function rateColumns(given: CountColumns): Result<RateColumns, ColumnsRefusal> {
  const refused = whyNotColumns(given);
  if (refused) return refused;
  const { counts, bases } = given;
  const columns = { ...emptyColumns(counts.length), exact: new Uint8Array(counts.length) };
  const scale: Scale = { multiplier: given.multiplier, known: exactTable(), count: 0, base: 0 };
  const [z95, z998] = [normalDeviate(0.95), normalDeviate(0.998)];
  const { lowers95, uppers95, lowers998, uppers998 } = columns;
  for (let row = 0; row < counts.length; row += 1) {
    const count = counts[row] ?? Number.NaN;
    const base = bases[row] ?? Number.NaN;
    const wrong = countStatus(count, base);
    if (wrong !== 0) {
      leaveOut(columns, row, wrong);
      continue;
    }
    scale.base = base;
    scale.count = count;
    columns.values[row] = scaled(count, scale);
    if (count < exactBelow) {
      columns.exact[row] = 1;
      exactRow(columns, row, scale);
    } else {
      lowers95[row] = scaled(byarLower(count, z95), scale);
      uppers95[row] = scaled(byarUpper(count, z95), scale);
      lowers998[row] = scaled(byarLower(count, z998), scale);
      uppers998[row] = scaled(byarUpper(count, z998), scale);
    }
    if (!((uppers998[row] ?? 0) <= Number.MAX_VALUE)) leaveOut(columns, row, statusBytes['not-finite']);
  }
  return done(columns);
}

/** The row at hand and what its numbers are scaled by; one for a pass, so that no row makes its own. */
type Scale = {
  readonly multiplier: number;
  readonly known: Float64Array;
  count: number;
  base: number;
};

function scaled(count: number, { base, multiplier }: Scale): number {
  return (count / base) * multiplier;
}

function exactRow(columns: EstimateColumns, row: number, scale: Scale): void {
  const { lowers95, uppers95, lowers998, uppers998 } = columns;
  const { count } = scale;
  const whole = Math.trunc(count) === count;
  const limits = whole ? scale.known : exactOf(count);
  const place = whole ? count * 4 : 0;
  lowers95[row] = scaled(limits[place] ?? 0, scale);
  uppers95[row] = scaled(limits[place + 1] ?? 0, scale);
  lowers998[row] = scaled(limits[place + 2] ?? 0, scale);
  uppers998[row] = scaled(limits[place + 3] ?? 0, scale);
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
