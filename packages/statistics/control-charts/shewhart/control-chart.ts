import { done, refuse } from '../../result.ts';
import type { Result } from '../../result.ts';
import { exclusionsOf } from '../excluded.ts';
import type { Excluded, ExcludedRefusal } from '../excluded.ts';
import { partsOf } from '../parts.ts';
import type { Part, Rebase, RebaseRefusal } from '../parts.ts';
import { runsAbout } from '../run/runs.ts';
import type { Runs } from '../run/runs.ts';
import { sideOf } from '../series.ts';
import type { Lines } from '../xmr/special-cause.ts';
import { linesOfRatios } from './lines-of-ratios.ts';
import type { LinesAt } from './lines-of-ratios.ts';
import { linesOfSamples } from './lines-of-samples.ts';
import { linesOfValues } from './lines-of-values.ts';
import { observe } from './observed.ts';
import type { Observed, ObservedRefusal, RatiosChart, SamplesChart, ValuesChart } from './observed.ts';

/** What to chart, and what was decided about it. */
export type ToControlChart = (ValuesChart | RatiosChart | SamplesChart) & {
  /** limits are made of the first so many points of each part, and stand still after them */
  readonly freezeAfter?: number | undefined;
  /** points that limits are not made of */
  readonly excluded?: readonly Excluded[];
  readonly rebases?: readonly Rebase[];
};

/** Why there is no control chart. */
export type ControlChartRefusal =
  | ObservedRefusal
  | RebaseRefusal
  | ExcludedRefusal
  /** a part has too few points to make limits of */
  | { readonly reason: 'part-too-short'; readonly part: number }
  | { readonly reason: 'frozen-too-early'; readonly freezeAfter: number }
  | { readonly reason: 'too-large' };

/** One point, with its lines where it has any. */
export type ControlPoint = {
  readonly value: number | undefined;
  readonly part: number;
  readonly lines: Lines | undefined;
  /** why limits are not made of it; undefined where they are */
  readonly excluded: string | undefined;
  readonly outside: 'above' | 'below' | undefined;
};

/** A control chart: points with their limits, and the runs of each part about its centre. */
export type ControlChart = {
  readonly method: ToControlChart['chart'];
  readonly points: readonly ControlPoint[];
  readonly parts: readonly (Part & { readonly centre: number; readonly runs: Runs })[];
};

/**
 * A control chart of the kind that fits what was measured, with limits three standard deviations from its centre.
 *
 * Formula, over the points that limits are made of (n a base or a sample's size):
 * - `i` mean ∓ 3 · mean moving range / 1.128; `mr` 0 to 3.267 · mean range; `t` the same as `i` on values^(1/3.6);
 * - `c` c̄ ∓ 3√c̄; `g` ḡ ∓ 3√(ḡ(ḡ + 1)), drawn about the median;
 * - `p` p̄ ∓ 3√(p̄(1 − p̄)/n), `u` ū ∓ 3√(ū/n), with a prime times Laney's σz;
 * - `xbar` mean ∓ 3s/(c4√n), `s` s ∓ 3s√(1 − c4²)/c4, s pooled over samples.
 * What cannot be negative has no limit below 0, and a proportion none above 1. Moving ranges above 3.267 times their
 * mean are left out once. Limits of `p`, `u`, `xbar` and `s` move with n: a small base has wide ones.
 *
 * Units: of the values, or of the multiplier. Errors: refused for what cannot be counted so (each with its place), for a
 * rebase or an exclusion without reason or out of place, and for too few points.
 * Source: Montgomery, Introduction to statistical quality control, chapters 6 and 7; Laney (2002), Quality Engineering
 * 14, 531-537; Nelson (1994), A control chart for parts-per-million nonconforming items, Journal of Quality Technology 26.
 * @example controlChart({ chart: 'c', values: [4, 6, 5, 5] }) // centre 5, limits 0 and 11.708203932499369
 */
export function controlChart(given: ToControlChart): Result<ControlChart, ControlChartRefusal> {
  const { freezeAfter } = given;
  if (freezeAfter !== undefined && !(Number.isInteger(freezeAfter) && freezeAfter >= 1))
    return refuse({ reason: 'frozen-too-early', freezeAfter });
  const observed = observe(given);
  if (!observed.done) return observed;
  const cut = partsOf(observed.value.length, given.rebases ?? []);
  if (!cut.done) return cut;
  const excluded = exclusionsOf(observed.value.length, given.excluded ?? []);
  if (!excluded.done) return excluded;
  const points: ControlPoint[] = [];
  for (const [index, { from, to }] of cut.value.entries()) {
    const own = observed.value.slice(from, to);
    const base = own.filter((_, place) => place < (freezeAfter ?? to) && !excluded.value.has(from + place));
    const linesAt = linesFor(given, base);
    if (!linesAt) return refuse({ reason: 'part-too-short', part: index });
    for (const [place, point] of own.entries())
      points.push(
        pointOf({ point, part: index, excluded: excluded.value.get(from + place), given }, linesAt),
      );
  }
  return chartOf(given, cut.value, points);
}

/** Lines made of the points that they may be made of; undefined where those are too few. */
function linesFor(given: ToControlChart, base: readonly Observed[]): LinesAt | undefined {
  const there = base.filter(({ value }) => value !== undefined);
  if (there.length === 0) return undefined;
  if ('counts' in given) return linesOfRatios(given.chart, base);
  if ('samples' in given) return linesOfSamples(given.chart, there);
  const lines = linesOfValues[given.chart](base.map(({ value }) => value));
  return lines && (() => lines);
}

function pointOf(
  at: { point: Observed; part: number; excluded: string | undefined; given: ToControlChart },
  linesAt: LinesAt,
): ControlPoint {
  const { point, part, excluded, given } = at;
  const times = 'counts' in given ? given.multiplier : 1;
  const made = linesAt(point);
  const lines = made && {
    centre: made.centre * times,
    lower: made.lower * times,
    upper: made.upper * times,
    lowerNear: made.lowerNear * times,
    upperNear: made.upperNear * times,
  };
  const value = point.value === undefined ? undefined : point.value * times;
  return { value, part, lines, excluded, outside: outsideOf(value, lines) };
}

function outsideOf(value: number | undefined, lines: Lines | undefined): 'above' | 'below' | undefined {
  if (value === undefined || !lines) return undefined;
  if (sideOf(value, lines.upper) === 1) return 'above';
  return sideOf(value, lines.lower) === -1 ? 'below' : undefined;
}

function chartOf(
  { chart }: ToControlChart,
  cut: readonly Part[],
  points: readonly ControlPoint[],
): Result<ControlChart, ControlChartRefusal> {
  const numbers = points.flatMap(({ lines }) => (lines ? Object.values(lines) : []));
  if (!numbers.every(Number.isFinite)) return refuse({ reason: 'too-large' });
  const parts = cut.map((part) => {
    const own = points.slice(part.from, part.to);
    const centre = own.find(({ lines }) => lines !== undefined)?.lines?.centre ?? Number.NaN;
    const runs = runsAbout(
      own.map(({ value, excluded }) => (excluded === undefined ? value : undefined)),
      centre,
    );
    // neighbouring moving ranges share a point, so that their runs are not those of chance
    return { ...part, centre, runs: chart === 'mr' ? { ...runs, signals: [] } : runs };
  });
  return done({ method: chart, points, parts });
}
