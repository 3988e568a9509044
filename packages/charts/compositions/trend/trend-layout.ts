import type { Size } from '../../frame/drawings.tsx';
import { formatInUnit } from '../../frame/number.ts';
import { type EndLabel, labelHeight } from '../../marks/direct-labels.tsx';
import { type Tone, tonesOf } from '../../marks/tone.ts';
import { tickLabels, widestTick } from '../../marks/value-axis.tsx';
import { type LinearScale, linearScale } from '../../scales/linear.ts';
import { type PeriodScale, periodScale } from '../../scales/period.ts';
import { isNumber, latestNumber } from '../../scales/runs.ts';
import { textWidth, wrapText } from '../../scales/text-width.ts';
import type { Series, Status, Unit } from '../../series.ts';
import { periodsOf } from './trend-table.ts';

const mostSeries = 5;
const drawOrder = { own: 0, benchmark: 1, other: 2, neighbour: 3 } as const;

/** The series that a trend draws: at most five, the own one first, then the benchmark, then the others as given. */
export function drawnSeries(all: readonly Series[]): readonly Series[] {
  return all.toSorted((a, b) => drawOrder[a.role] - drawOrder[b.role]).slice(0, mostSeries);
}

/** The series that a trend is about: the own one, or else the first. */
export function focusOf(drawn: readonly Series[]): Series | undefined {
  return (
    drawn.find((series) => series.role === 'own') ??
    drawn.find((series) => series.role !== 'benchmark') ??
    drawn[0]
  );
}

/** Statuses of the focus, in the order of the key, each once. */
export function statusesIn(series: Series | undefined): readonly Status[] {
  const order: readonly Status[] = ['suppressed', 'missing', 'not-applicable', 'low', 'unreliable'];
  const found = new Set(
    series?.points.map((point) => (point.value.kind === 'status' ? point.value.status : undefined)),
  );
  return order.filter((status) => found.has(status));
}

/** Everything that must have a place on the scale of values: numbers, and the limits of those that have a band. */
export function valuesOf(drawn: readonly Series[]): readonly number[] {
  return drawn.flatMap((series) =>
    series.points.filter(isNumber).flatMap((point) => {
      const limits = hasBand(series) ? [point.lower, point.upper] : [];
      return [point.value.number, ...limits.filter((limit) => limit !== undefined)];
    }),
  );
}

/** Bands are drawn for the own area and for groups; those of England and of neighbours would only hide them. */
export function hasBand(series: Series): boolean {
  return series.role === 'own' || series.role === 'other';
}

/** Where everything in a trend goes. */
export type TrendLayout = {
  height: number;
  top: number;
  bottom: number;
  left: number;
  right: number;
  x: PeriodScale;
  y: LinearScale;
  /** The middle of the strip for what is not a number, under the plot and so never at zero. */
  statusY: number | undefined;
  periodY: number;
  labelLeft: number;
  labels: readonly EndLabel[];
  tones: ReadonlyMap<string, Tone>;
};

/** Finds the place of everything in a trend of this size. */
export function trendLayout(options: {
  drawn: readonly Series[];
  unit: Unit;
  size: Size;
  scaleFrom: 'zero' | 'fit' | undefined;
}): TrendLayout {
  const { drawn, unit, size, scaleFrom } = options;
  const { fontSize, width } = size;
  const isWide = size.name === 'wide';
  const texts = labelTexts(drawn, unit, { fontSize, room: isWide ? 160 : 92 });
  const heights = heightsOf(drawn, texts, size);
  const { top, bottom } = heights;
  const y = linearScale({
    values: valuesOf(drawn),
    range: [bottom, top],
    from: scaleFrom,
    tickCount: isWide ? 5 : 4,
  });
  const left = widestTick(tickLabels(y, unit), fontSize) + 8;
  const labelLeft = Math.floor(width - widestLabel(texts, fontSize) - 1);
  const right = labelLeft - 14;
  const x = periodScale({ periods: periodsOf(drawn), range: [left + 8, right], edges: [0, width], fontSize });
  const tones = tonesOf(drawn);
  const labels = texts.map(({ series, lines, order, value }) => {
    return {
      key: series.key,
      lines,
      tone: tones.get(series.key) ?? 'neighbour',
      x: x.at(order),
      y: y.at(value),
    };
  });
  return { ...heights, left, right, x, y, labelLeft, labels, tones };
}

/** From the top down: the plot, tall enough for all names, the strip for what is not a number, the periods. */
function heightsOf(
  drawn: readonly Series[],
  texts: readonly LabelText[],
  size: Size,
): Pick<TrendLayout, 'height' | 'top' | 'bottom' | 'statusY' | 'periodY'> {
  const top = size.fontSize * 1.9;
  const names = texts.reduce((sum, text) => sum + labelHeight(text.lines.length, size.fontSize), 0);
  const bottom = top + Math.max(size.name === 'wide' ? 250 : 190, names - size.fontSize);
  const statusY = statusesIn(focusOf(drawn)).length > 0 ? bottom + 14 : undefined;
  const periodY = (statusY === undefined ? bottom : bottom + 22) + size.fontSize * 1.5;
  return { height: periodY + size.fontSize * 0.5, top, bottom, statusY, periodY };
}

type LabelText = { series: Series; lines: readonly string[]; order: number; value: number };

/** Name and latest value of each series that has one; the period too, where it is not the chart's latest. */
function labelTexts(
  drawn: readonly Series[],
  unit: Unit,
  fit: { fontSize: number; room: number },
): readonly LabelText[] {
  const last = periodsOf(drawn).at(-1)?.order;
  return drawn.flatMap((series) => {
    const latest = latestNumber(series);
    if (latest === undefined) return [];
    const value = formatInUnit(latest.value.number, unit);
    const when = latest.order === last ? '' : ` (${latest.period})`;
    const said = series.role === 'neighbour' ? `${series.name}${when}` : `${series.name} ${value}${when}`;
    const lines = wrapText(said, fit.room, { fontSize: fit.fontSize, weight: weightOf(series) });
    return [{ series, lines, order: latest.order, value: latest.value.number }];
  });
}

function widestLabel(texts: readonly LabelText[], fontSize: number): number {
  const widths = texts.flatMap(({ series, lines }) =>
    lines.map((line) => textWidth(line, fontSize, weightOf(series))),
  );
  return Math.max(0, ...widths);
}

function weightOf(series: Series): 'regular' | 'bold' {
  return series.role === 'own' ? 'bold' : 'regular';
}
