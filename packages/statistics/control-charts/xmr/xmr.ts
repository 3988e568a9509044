import type { Polarity } from '../../comparison/polarity.ts';
import { done, refuse } from '../../result.ts';
import type { Result } from '../../result.ts';
import { movingRangeOf } from '../moving-range.ts';
import type { MovingRange, Screening } from '../moving-range.ts';
import { partsOf } from '../parts.ts';
import type { Part, Rebase, RebaseRefusal } from '../parts.ts';
import { checkSeries, meanOf, present } from '../series.ts';
import type { Series, SeriesRefusal } from '../series.ts';
import { assuranceOf, pointType } from './point-type.ts';
import type { Assurance, PointType } from './point-type.ts';
import { specialCauses } from './special-cause.ts';
import type { Lines, SpecialCause } from './special-cause.ts';

/** A series to be charted, and what was decided about it. */
export type ToChart = {
  /** in order of time */
  readonly values: Series;
  readonly polarity: Polarity;
  /** outliers among the moving ranges are left out where nothing is said */
  readonly screening?: Screening;
  /** limits are made of the first so many points of each part, and stand still after them: 12 or more */
  readonly freezeAfter?: number | undefined;
  readonly rebases?: readonly Rebase[];
  readonly target?: number | undefined;
};

/** Why a series has no chart of individual values. */
export type XmrRefusal =
  | SeriesRefusal
  | RebaseRefusal
  /** a part without two neighbouring points has no moving range, and so no limits */
  | { readonly reason: 'part-too-short'; readonly part: number; readonly points: number }
  /** limits frozen on fewer than twelve points would move with chance */
  | { readonly reason: 'frozen-too-early'; readonly freezeAfter: number };

/** One point with its part's lines. */
export type XmrPoint = Lines & {
  readonly value: number | undefined;
  /** its part, counted from 0 */
  readonly part: number;
  readonly cause: SpecialCause;
  /** rules that come later and apply as well: they may point the other way */
  readonly alsoShown: readonly SpecialCause[];
  readonly type: PointType;
};

/** One part: its lines, and what they rest on. */
export type XmrPart = Part & Lines & { readonly movingRange: MovingRange; readonly points: number };

/** A part whose limits rest on few points: they are drawn, and should be believed less. */
export type XmrWarning = {
  readonly reason: 'few-points';
  readonly part: number;
  readonly points: number;
  readonly wanted: 13;
};

/** A chart of individual values with its moving ranges. */
export type Xmr = {
  readonly method: 'XmR';
  readonly points: readonly XmrPoint[];
  readonly parts: readonly XmrPart[];
  /** the type of the last point that is there */
  readonly variation: PointType;
  /** undefined where there is no target, or neither way is good */
  readonly assurance: Assurance | undefined;
  readonly warnings: readonly XmrWarning[];
};

const limitFactor = 2.66;
const leastToFreeze = 12;
const wanted = 13;

/**
 * A chart of individual values (XmR): what in a series is its usual wobble, and what has a cause worth looking for.
 *
 * Formula, for each part: centre = mean; limits = mean ∓ 2.66 × mean moving range; near limits at two thirds of that
 * distance. Moving ranges above 3.267 times their mean are left out once (unless all are kept).
 * Rules, the first that applies: outside the limits; seven or more steadily rising or falling (equal neighbours break
 * it); of three on one side two between near limit and limit (only those are marked); seven or more on one side of the
 * mean (a point on it breaks it). No rule crosses a rebase or a missing point.
 *
 * Units: of the values. Errors: refused for a point that is not finite, a part without two neighbours, a rebase without
 * reason or out of place, and limits frozen before the twelfth point. Fewer than 13 points in a part: a warning.
 * For monthly or quarterly figures; a yearly series is too short, and has a tested trend instead (`chartFor`).
 * Source: Wheeler (1993), Understanding variation; NHS England, Making Data Count; Nelson (1982), Control charts for
 * individual measurements, Journal of Quality Technology 14, 172-173.
 * @example xmr({ values: [4, 6, 5, 7, 5], polarity: 'high-is-good' }) // centre 5.4, limits 0.745 and 10.055
 */
export function xmr(given: ToChart): Result<Xmr, XmrRefusal> {
  const { polarity, target, freezeAfter } = given;
  const series = checkSeries(given.values);
  if (!series.done) return series;
  if (freezeAfter !== undefined && !(Number.isInteger(freezeAfter) && freezeAfter >= leastToFreeze))
    return refuse({ reason: 'frozen-too-early', freezeAfter });
  const cut = partsOf(series.value.length, given.rebases ?? []);
  if (!cut.done) return cut;
  const parts: XmrPart[] = [];
  for (const [index, part] of cut.value.entries()) {
    const lined = partWithLines(given, part, index);
    if (!lined.done) return lined;
    parts.push(lined.value);
  }
  const points = parts.flatMap((part, index) => pointsOf(given, part, index));
  const last = parts.at(-1);
  return done({
    method: 'XmR',
    points,
    parts,
    variation: points.findLast(({ value }) => value !== undefined)?.type ?? 'common-cause',
    assurance: last && assuranceOf(last, target, polarity),
    warnings: parts.flatMap(({ points: counted }, part) =>
      counted < wanted ? [{ reason: 'few-points', part, points: counted, wanted }] : [],
    ),
  });
}

function partWithLines(given: ToChart, part: Part, index: number): Result<XmrPart, XmrRefusal> {
  const own = given.values.slice(part.from, part.to);
  const base = own.slice(0, given.freezeAfter);
  const movingRange = movingRangeOf(base, given.screening ?? 'outliers-left-out');
  if (!movingRange) return refuse({ reason: 'part-too-short', part: index, points: present(base).length });
  const centre = meanOf(present(base));
  const far = limitFactor * movingRange.mean;
  const near = (2 * far) / 3;
  const lines = {
    centre,
    lower: centre - far,
    upper: centre + far,
    lowerNear: centre - near,
    upperNear: centre + near,
  };
  if (!Object.values(lines).every(Number.isFinite)) return refuse({ reason: 'too-large' });
  return done({ ...part, ...lines, movingRange, points: present(own).length });
}

function pointsOf({ values, polarity }: ToChart, part: XmrPart, index: number): readonly XmrPoint[] {
  const { centre, lower, upper, lowerNear, upperNear } = part;
  const lines = { centre, lower, upper, lowerNear, upperNear };
  const own = values.slice(part.from, part.to);
  const causes = specialCauses(own, lines);
  return own.map((value, place) => {
    const [cause = 'common-cause', ...alsoShown] = causes[place] ?? [];
    return { ...lines, value, part: index, cause, alsoShown, type: pointType(cause, polarity) };
  });
}
