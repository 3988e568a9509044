import type { Series } from '#packages/charts';
import type { Figure } from '../../figures/figure.ts';
import type { Place } from '../../figures/place.ts';
import { yearsOf } from '../../figures/years.ts';
import type { CardGap } from './gap-card.ts';
import type { GapSeries } from '../gap-series.ts';
import { shortNamesOf } from '../say-gap.ts';
import { limitsOf, type Side } from '../side.ts';

/** What is drawn of a gap: the group on the thread, the others, and the same group in England. */
export function gapLines({ series, englandSeries }: CardGap, place: Place): readonly Series[] {
  const names = shortNamesOf(series.telling);
  const lines: Series[] = [
    line({ key: 'group', name: names.group, role: 'own' }, { series, side: 'of', place }),
    line({ key: 'others', name: names.others, role: 'other' }, { series, side: 'beside', place }),
  ];
  if (englandSeries && englandSeries.points.length > 0)
    lines.push(
      line(
        { key: 'england', name: `${names.group}, England`, role: 'benchmark' },
        { series: englandSeries, side: 'of', place: undefined },
      ),
    );
  return lines;
}

function line(
  name: Omit<Series, 'points'>,
  { series, side, place }: { series: GapSeries; side: 'of' | 'beside'; place: Place | undefined },
): Series {
  const figures = series.points.map((point) => figureOf(point[side], place));
  const { definition } = series;
  return { ...name, points: yearsOf({ definition, figures, ...(place ? { place } : {}) }).points };
}

/** A side as a figure again, with no more than the side tells. */
function figureOf(side: Side, place: Place | undefined): Figure {
  return {
    areaCode: place?.code ?? '',
    period: side.period,
    value: side.value,
    count: undefined,
    denominator: undefined,
    limits95: limitsOf(side),
    batch: side.batch,
    broughtInOn: side.period.end,
  };
}
