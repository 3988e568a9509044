import type { ComponentChildren, JSX } from 'preact';
import { Chart } from '../../frame/chart.tsx';
import { Drawings } from '../../frame/drawings.tsx';
import { Key, statusKeys } from '../../frame/keys.tsx';
import { formatInUnit } from '../../frame/number.ts';
import { englishWords } from '../../frame/words.ts';
import { linearScale } from '../../scales/linear.ts';
import { breaksOf, decisionsOf } from '../../scales/runs.ts';
import type { Series } from '../../series.ts';
import { describeTrend } from '../describe.ts';
import type { TrendChartProps } from '../props.ts';
import { drawnSeries, focusOf, hasBand, statusesIn, valuesOf } from './trend-layout.ts';
import { trendPicture } from './trend-picture.tsx';
import { trendTable } from './trend-table.ts';

/**
 * How a measure went over time: the own area in ink with its interval as a band and the golden thread under its latest
 * point, the benchmark dashed, neighbours pale, each named at its end. Lines stop at breaks and at what is not a number.
 * @throws RangeError where a number is not finite
 */
export function TrendChart(props: TrendChartProps): JSX.Element {
  return (
    <Chart figure={props} table={trendTable(props)} notes={trendNotes(props)}>
      <Drawings
        id={props.id}
        title={props.finding}
        description={describeTrend(props)}
        draw={(size) => trendPicture(props, size)}
      />
    </Chart>
  );
}

function trendNotes(props: TrendChartProps): readonly ComponentChildren[] {
  const words = props.words ?? englishWords;
  const drawn = drawnSeries(props.series);
  const focus = focusOf(drawn);
  const notes: ComponentChildren[] = [];
  if (drawn.some((series) => hasBand(series) && series.points.some((point) => point.lower !== undefined))) {
    notes.push(
      <Key text={props.intervalName ?? words.interval}>
        <rect class="chart-band chart-band--own" x={0} y={3} width={16} height={10} />
        <path class="chart-line chart-line--own" d="M0,8H16" stroke="currentColor" stroke-width={2} />
      </Key>,
    );
  }
  notes.push(...statusKeys(statusesIn(focus), words), ...breakSentences(drawn, props), ...decidedIn(drawn));
  const start = linearScale({ values: valuesOf(drawn), range: [0, 1], from: props.scaleFrom }).domain[0];
  if (start > 0)
    notes.push(words.scaleStartsAt(formatInUnit(start, { ...props.unit, decimals: decimalsFor(start) })));
  if (props.series.length > drawn.length) notes.push(words.moreInTable(props.series.length - drawn.length));
  return notes;
}

/** Lines that belong together share their decisions: each is said once. */
function decidedIn(drawn: readonly Series[]): readonly string[] {
  return [...new Set(drawn.flatMap((series) => decisionsOf(series).map(({ sentence }) => sentence)))];
}

/** Each break once: with the names of the series that it is in, unless the one that the chart is about is among them. */
function breakSentences(drawn: readonly Series[], props: TrendChartProps): readonly string[] {
  const words = props.words ?? englishWords;
  const told = new Map<string, Series[]>();
  for (const series of drawn) {
    for (const { after, reason } of breaksOf(series)) {
      const sentence = words.breakBefore(after.period, reason);
      told.set(sentence, [...(told.get(sentence) ?? []), series]);
    }
  }
  const focus = focusOf(drawn);
  return [...told].map(([sentence, among]) =>
    among.some((series) => series === focus)
      ? sentence
      : `${among.map((series) => series.name).join(', ')}: ${sentence}`,
  );
}

function decimalsFor(value: number): number {
  return Number.isInteger(value) ? 0 : 1;
}
