import type { ChildGroup, GroupDimension, Groups } from '#reference/groups.ts';
import type { MeasureDefinition } from '../../figures/measure-definition.ts';
import type { Place } from '../../figures/place.ts';
import { samePeriod } from '../../period.ts';
import { closingOf, maskingOf, type Closing, type Masking, type NoClosing } from '../closing.ts';
import { gapOf, type Gap } from '../gap-at.ts';
import {
  bestTold,
  gapSeries,
  latestPoint,
  type FiguresAt,
  type GapPoint,
  type GapSeries,
} from '../gap-series.ts';
import { isNumberSide, type Side } from '../side.ts';
import type { Subject } from '../subjects.ts';

/** A group of whom something is published here, with its gap. */
export type GroupHere = { readonly group: ChildGroup; readonly series: GapSeries };

/** Everything that a card says of one gap. */
export type CardGap = {
  readonly series: GapSeries;
  readonly point: GapPoint;
  readonly closing: Closing | NoClosing;
  readonly masking: Masking | undefined;
  /** the same two groups in England in the same period; undefined where nobody publishes them */
  readonly england: GapPoint | undefined;
  readonly englandSeries: GapSeries | undefined;
  /** the group here beside the same group in England */
  readonly besideSame: Gap | undefined;
  /** the group here beside the others in England */
  readonly besideOthersInEngland: Gap | undefined;
};

/** The gaps of a subject in an area, one for each group that anything is told of, in the order in which groups are listed. */
export function groupsHere(
  subject: Subject,
  definition: MeasureDefinition,
  { groups, figures }: { groups: Groups; figures: FiguresAt },
): readonly GroupHere[] {
  const byGroup = Map.groupBy(subject.tellings, ({ group }) => group.key);
  return groups.groups.flatMap((group) => {
    const told = (byGroup.get(group.key) ?? []).map((telling) => gapSeries(telling, definition, figures));
    const series = bestTold(told);
    return series ? [{ group, series }] : [];
  });
}

/** The card of one group. */
export function cardOf(
  { series }: GroupHere,
  given: { place: Place; england: FiguresAt | undefined },
): CardGap | undefined {
  const { definition, telling } = series;
  const point = latestPoint(series);
  if (!point) return undefined;
  const { england, place } = given;
  const englandSeries = england && gapSeries(telling, definition, england);
  const there = englandSeries?.points.find(({ period }) => samePeriod(period, point.period));
  const closing = closingOf(series.points, definition, place.standsFrom);
  return {
    series,
    point,
    closing,
    masking: typeof closing === 'object' ? maskingOf(closing, definition) : undefined,
    england: there,
    englandSeries,
    besideSame: besideWhole(point.of, there?.of, definition),
    besideOthersInEngland: besideWhole(point.of, there?.beside, definition),
  };
}

/** A group beside a figure of England, which is taken as it stands. */
function besideWhole(of: Side, whole: Side | undefined, definition: MeasureDefinition): Gap | undefined {
  return whole && isNumberSide(of) && isNumberSide(whole)
    ? gapOf({ definition, of, beside: whole, takenAsItStands: 'yes' })
    : undefined;
}

/** What is known of each way of telling children apart, for one measure. */
export type DimensionHere = {
  readonly dimension: GroupDimension;
  readonly groups: readonly GroupHere[];
};

/** Every dimension in order: with its groups where there are figures, with none where nobody knows. */
export function dimensionsHere(
  dimensions: readonly GroupDimension[],
  here: readonly GroupHere[],
): readonly DimensionHere[] {
  return dimensions.map((dimension) => ({
    dimension,
    groups: here.filter(({ group }) => group.dimension === dimension.key),
  }));
}
