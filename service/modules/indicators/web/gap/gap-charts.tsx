import type { VNode } from 'preact';
import {
  areaTable,
  BarIntervalChart,
  TrendChart,
  trendTable,
  type BarIntervalChartProps,
  type ChartTable,
  type TrendChartProps,
} from '#packages/charts';
import { chartUnit } from '../../domain/figures/measure-definition.ts';
import { saySource } from '../../domain/figures/say-source.ts';
import type { CardGap } from '../../domain/gap/card/gap-card.ts';
import { gapLines } from '../../domain/gap/card/gap-lines.ts';
import { namesOf, sayClosing, sayGap, sayTimes } from '../../domain/gap/say-gap.ts';
import type { Slope } from '../../domain/gap/slope.ts';
import { sayPeriod } from '../../domain/say-period.ts';
import { sayInUnit } from '../../domain/figures/measure-definition.ts';
import type { GapCardView } from '../../queries/gaps/gap-card.ts';
import { picturePlaces } from '../pictures/places.ts';
import { gapPlaces, type GapTable } from './places.ts';

function figureOf(view: GapCardView, table: GapTable) {
  const { definition, place, chosen } = view;
  const csvHref = gapPlaces.file(definition, { area: place.code, group: chosen?.group.key ?? '', table });
  return {
    id: `chart-${table}`,
    measure: definition.title,
    unit: chartUnit(definition.unit),
    csvHref,
    pictureHrefs: picturePlaces.ofFile(csvHref),
    source: { text: saySource(definition, place), href: place.isInvented ? undefined : definition.link },
    headingLevel: 3 as const,
  };
}

function yearsProps(view: GapCardView, card: CardGap): TrendChartProps {
  const { definition, telling } = card.series;
  const names = namesOf(telling);
  return {
    ...figureOf(view, 'years'),
    finding:
      typeof card.closing === 'object'
        ? sayClosing(card.closing, names, definition)
        : sayGap(card.point, names, definition),
    series: gapLines(card, view.place),
  };
}

/** The table of the two lines, as its file holds it. */
export function yearsTable(view: GapCardView, card: CardGap): ChartTable {
  return trendTable(yearsProps(view, card));
}

/** The group and the others over the years, with the same group in England. */
export function YearsChart({ view, card }: { view: GapCardView; card: CardGap }) {
  return <TrendChart {...yearsProps(view, card)} />;
}

const ordinals = [
  'Most',
  'Second',
  'Third',
  'Fourth',
  'Fifth',
  'Sixth',
  'Seventh',
  'Eighth',
  'Ninth',
  'Least',
];

function deprivationProps(view: GapCardView, slope: Slope): BarIntervalChartProps {
  const place = view.slopes.here ? view.place.name : 'England';
  return {
    ...figureOf(view, 'deprivation'),
    finding: `${place}: ${saySlope(slope, view)}`,
    period: sayPeriod(slope.period),
    areas: slope.deciles.map(({ decile, value, limits }) => ({
      key: String(decile),
      name: decileName(decile),
      role: decile === 1 ? 'own' : 'neighbour',
      value: { kind: 'number', number: value },
      lower: limits?.lower,
      upper: limits?.upper,
    })),
  };
}

function decileName(decile: number): string {
  if (decile === 1 || decile === 10) return `${ordinals[decile - 1]} deprived tenth`;
  return `${ordinals[decile - 1]} tenth`;
}

/** The slope as a sentence. */
function saySlope({ slope, relative, deciles }: Slope, { definition }: GapCardView): string {
  const { unit } = definition;
  const [most, least] = [deciles[0], deciles.at(-1)];
  const ends = `${most ? sayInUnit(most.value, unit) : ''} in the most deprived tenth of places, ${least ? sayInUnit(least.value, unit) : ''} in the least deprived`;
  if (!slope.known || !relative.known) return `${ends}.`;
  return `${ends}: ${sayTimes(relative.value)} from end to end`;
}

export function deprivationTable(view: GapCardView): ChartTable | undefined {
  const slope = view.slopes.here ?? view.slopes.england;
  return slope && areaTable(deprivationProps(view, slope));
}

export function DeprivationChart({ view, slope }: { view: GapCardView; slope: Slope }) {
  return <BarIntervalChart {...deprivationProps(view, slope)} />;
}

/** One chart of a gap's card; undefined where there is nothing to draw. */
export function gapChart(view: GapCardView, table: GapTable): VNode | undefined {
  const { card, slopes } = view;
  const slope = slopes.here ?? slopes.england;
  if (table === 'deprivation') return slope && <DeprivationChart view={view} slope={slope} />;
  return table === 'years' && card ? <YearsChart view={view} card={card} /> : undefined;
}
