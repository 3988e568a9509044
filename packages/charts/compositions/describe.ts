import { formatInUnit } from '../frame/number.ts';
import { type ChartWords, englishWords } from '../frame/words.ts';
import { inTime, isNumber } from '../scales/runs.ts';
import type { Area, ChartValue, Series, Unit } from '../series.ts';
import type { SpineChartProps, TrendChartProps } from './props.ts';
import { drawnSeries } from './trend/trend-layout.ts';

/** A value as words: "19.4%", "suppressed". */
export function sayValue(value: ChartValue, unit: Unit, words: ChartWords): string {
  return value.kind === 'number' ? formatInUnit(value.number, unit) : words.status[value.status];
}

/** What a trend shows, for somebody who does not see it: each line's first and latest value. */
export function describeTrend(props: Pick<TrendChartProps, 'series' | 'unit' | 'measure' | 'words'>): string {
  const words = props.words ?? englishWords;
  const lines = drawnSeries(props.series).map((series) => saySeries(series, props.unit, words));
  return [`${words.lineChart}: ${props.measure}, ${props.unit.name}.`, ...lines, words.numbersBelow].join(
    ' ',
  );
}

/** "Thornshire: from 22.1 (2019-20) to 19.4 (2024-25)." */
export function saySeries(series: Series, unit: Unit, words: ChartWords): string {
  const numbers = inTime(series).filter(isNumber);
  const first = numbers.at(0);
  const last = numbers.at(-1);
  if (first === undefined || last === undefined) return `${series.name}: ${words.noNumbers.toLowerCase()}.`;
  const end = `${formatInUnit(last.value.number, unit)} (${last.period})`;
  if (first === last) return `${series.name}: ${end}.`;
  return `${series.name}: ${words.from} ${formatInUnit(first.value.number, unit)} (${first.period}) ${words.to} ${end}.`;
}

/** What a chart of areas shows: the own area, the benchmark, the lowest and the highest. */
export function describeAreas(options: {
  kind: string;
  measure: string;
  period: string;
  areas: readonly Area[];
  unit: Unit;
  words: ChartWords;
}): string {
  const { kind, measure, period, areas, unit, words } = options;
  const sorted = areas
    .flatMap((area) =>
      area.value.kind === 'number' && area.role !== 'benchmark' ? [{ area, number: area.value.number }] : [],
    )
    .toSorted((a, b) => a.number - b.number);
  const ends = [sorted.at(0)?.area, sorted.at(-1)?.area];
  const told = areas.filter(
    (area) => area.role === 'own' || area.role === 'benchmark' || ends.includes(area),
  );
  const parts = told.map((area) => sayArea(area, unit, words));
  return [`${kind}: ${measure}, ${unit.name}, ${period}.`, `${parts.join('; ')}.`, words.numbersBelow].join(
    ' ',
  );
}

function sayArea(area: Area, unit: Unit, words: ChartWords): string {
  const comparison =
    area.comparison === undefined ? '' : ` (${words.comparison[area.comparison].toLowerCase()})`;
  return `${area.name} ${sayValue(area.value, unit, words)}${comparison}`;
}

/** What a spine chart shows: for each measure the own value, the benchmark's and what the comparison came to. */
export function describeSpine(props: SpineChartProps): string {
  const words = props.words ?? englishWords;
  const rows = props.rows.map((row) => {
    const own = sayValue(row.own, row.unit, words);
    const benchmark = sayValue(row.benchmark, row.unit, words);
    const came = words.comparison[row.comparison ?? 'not-compared'].toLowerCase();
    return `${row.measure}: ${props.ownName} ${own}, ${props.benchmarkName} ${benchmark}, ${came}.`;
  });
  return [`${words.spineChart}: ${props.measure}.`, ...rows, words.numbersBelow].join(' ');
}
