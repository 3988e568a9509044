import { choosePoints, pointsUsed } from './points.ts';
import type { Chosen, Stretch, TrendMethod, TrendColumnsRead } from './points.ts';
import { testSlope } from './test-of-slope.ts';
import type { Found } from './test-of-slope.ts';
import { reasonByte } from './verdict.ts';

/** What is used again for every series, so that a column makes no object per row. */
export type Bench = { readonly chosen: Chosen; readonly found: Found };

/** An empty bench, to be used for one series after another. */
export function makeBench(): Bench {
  return {
    chosen: { rows: new Int32Array(pointsUsed), full: false },
    found: {
      first: new Float64Array(pointsUsed),
      second: new Float64Array(pointsUsed),
      chiSquared: 0,
      slope: 0,
      direction: 0,
    },
  };
}

/** Judges one series of a table: 0, with what was found on the bench; or the byte of why it cannot be judged. */
export function judgeSeries(
  table: TrendColumnsRead,
  stretch: Stretch,
  of: { readonly method: TrendMethod; readonly bench: Bench },
): number {
  const { method, bench } = of;
  const { chosen, found } = bench;
  const reason = choosePoints(table, stretch, { method, chosen });
  if (reason !== 0) return reason;
  if (chosen.full) return reasonByte('count-equals-base');
  return testSlope(table, { method, rows: chosen.rows, found });
}
