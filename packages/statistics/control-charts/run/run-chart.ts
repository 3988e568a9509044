import { done, refuse } from '../../result.ts';
import type { Result } from '../../result.ts';
import { exclusionsOf } from '../excluded.ts';
import type { Excluded, ExcludedRefusal } from '../excluded.ts';
import { partsOf } from '../parts.ts';
import type { Part, Rebase, RebaseRefusal } from '../parts.ts';
import { checkSeries, medianOf, present } from '../series.ts';
import type { Series, SeriesRefusal } from '../series.ts';
import { runsAbout } from './runs.ts';
import type { Runs } from './runs.ts';

/** A series to be looked at for runs, and what was decided about it. */
export type ToRun = {
  /** in order of time */
  readonly values: Series;
  /** the median is made of the first so many points of each part, and stands still after them */
  readonly freezeAfter?: number | undefined;
  readonly excluded?: readonly Excluded[];
  readonly rebases?: readonly Rebase[];
};

/** Why there is no run chart. */
export type RunChartRefusal =
  | SeriesRefusal
  | RebaseRefusal
  | ExcludedRefusal
  /** a part has no point to make a median of */
  | { readonly reason: 'part-empty'; readonly part: number }
  /** the median would be made of less than one point */
  | { readonly reason: 'frozen-too-early'; readonly freezeAfter: number };

/** A run chart: each part with its median and its runs. */
export type RunChart = {
  readonly method: 'run chart';
  readonly parts: readonly (Part & { readonly median: number; readonly runs: Runs })[];
  /** fewer than ten useful points: a signal can be believed, its absence says little */
  readonly warnings: readonly {
    readonly reason: 'few-points';
    readonly part: number;
    readonly useful: number;
  }[];
};

/**
 * A run chart: whether a short series has moved, without limits that it is too short for.
 *
 * Formula: the median of each part, and runs and crossings about it (`runsAbout`). Points that are left out count
 * neither for the median nor for the runs; they stay in the series.
 * Units: of the values. Errors: refused for a point that is not finite, a part with no point, a rebase or an exclusion
 * without reason or out of place. Fewer than ten useful points in a part: a warning.
 * Good for 10 to 20 points, quarterly figures above all.
 * Source: Anhøj and Olesen (2014), Run charts revisited, PLoS ONE 9, e113825.
 * @example runChart({ values: [3, 4, 3, 5, 4, 3, 4, 5, 3, 5] }) // median 4, no signal
 */
export function runChart(given: ToRun): Result<RunChart, RunChartRefusal> {
  const { freezeAfter } = given;
  if (freezeAfter !== undefined && !(Number.isInteger(freezeAfter) && freezeAfter >= 1))
    return refuse({ reason: 'frozen-too-early', freezeAfter });
  const series = checkSeries(given.values);
  if (!series.done) return series;
  const cut = partsOf(series.value.length, given.rebases ?? []);
  if (!cut.done) return cut;
  const excluded = exclusionsOf(series.value.length, given.excluded ?? []);
  if (!excluded.done) return excluded;
  const kept = series.value.map((value, place) => (excluded.value.has(place) ? undefined : value));
  const parts: (Part & { median: number; runs: Runs })[] = [];
  for (const [index, part] of cut.value.entries()) {
    const own = kept.slice(part.from, part.to);
    const base = present(own.slice(0, freezeAfter));
    if (base.length === 0) return refuse({ reason: 'part-empty', part: index });
    const median = medianOf(base);
    if (!Number.isFinite(median)) return refuse({ reason: 'too-large' });
    parts.push({ ...part, median, runs: runsAbout(own, median) });
  }
  return done({
    method: 'run chart',
    parts,
    warnings: parts.flatMap(({ runs: { useful } }, part) =>
      useful < 10 ? [{ reason: 'few-points' as const, part, useful }] : [],
    ),
  });
}
