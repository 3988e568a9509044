import { measureInUnit } from '../../frame/chart.tsx';
import type { FigureProps } from '../../frame/figure-props.ts';
import {
  type Cell,
  type ChartTable,
  type Column,
  limitCell,
  textCell,
  valueCell,
} from '../../frame/table-model.ts';
import { type ChartWords, englishWords } from '../../frame/words.ts';
import { breaksOf, decisionsOf } from '../../scales/runs.ts';
import type { Point, Series } from '../../series.ts';

/** What the table of a trend is made from: the same props as the chart's. */
type TrendTableProps = Pick<FigureProps, 'measure' | 'unit' | 'intervalName' | 'words'> & {
  series: readonly Series[];
};

/**
 * The table of a trend: a row a period, a column a series, the limits of its interval where it has them, and a note
 * where the series breaks or something was decided about it. Give it to `toCsv` for the file.
 */
export function trendTable(props: TrendTableProps): ChartTable {
  const words = props.words ?? englishWords;
  const periods = periodsOf(props.series);
  const ends = periods.some((period) => period.end !== undefined);
  const notes = notesOf(props.series, words);
  const columns: Column[] = [{ head: words.period, holds: 'periods' }];
  if (ends) columns.push({ head: words.periodEnds, holds: 'periods' });
  for (const series of props.series) columns.push(...seriesColumns(series, props));
  if (notes.size > 0) columns.push({ head: words.note, holds: 'notes' });
  const rows = periods.map((period) => {
    const cells: Cell[] = [textCell(period.label)];
    if (ends) cells.push(textCell(period.end));
    for (const series of props.series) cells.push(...seriesCells(series, period.order, props));
    if (notes.size > 0) cells.push(textCell(notes.get(period.order)));
    return cells;
  });
  return { caption: measureInUnit(props), columns, rows, rowHeads: 1 };
}

/** A period that any of the series speaks of. */
export type Period = { order: number; label: string; end: string | undefined };

/** All periods of the series, in time. */
export function periodsOf(all: readonly Series[]): readonly Period[] {
  const found = new Map<number, Period>();
  for (const series of all) {
    for (const { order, period, end } of series.points) {
      const known = found.get(order);
      if (known === undefined || known.end === undefined)
        found.set(order, { order, label: known?.label ?? period, end });
    }
  }
  return [...found.values()].toSorted((a, b) => a.order - b.order);
}

/** The columns of one series: its value, and its limits where any point has them. */
function seriesColumns(series: Series, props: TrendTableProps): readonly Column[] {
  const words = props.words ?? englishWords;
  const head = props.unit.name === '' ? series.name : `${series.name} (${props.unit.name})`;
  const columns: Column[] = [{ head, holds: 'numbers' }];
  if (!hasLimits(series)) return columns;
  const interval = props.intervalName ?? words.interval;
  columns.push({ head: `${series.name}: ${words.lower}, ${interval}`, holds: 'numbers', limit: 'limit' });
  columns.push({ head: `${series.name}: ${words.upper}, ${interval}`, holds: 'numbers', limit: 'limit' });
  return columns;
}

/** The cells of one series in one period, matching its columns; a period that it does not speak of is not available. */
function seriesCells(series: Series, order: number, props: TrendTableProps): readonly Cell[] {
  const words = props.words ?? englishWords;
  const { decimals } = props.unit;
  const point: Pick<Point, 'value' | 'lower' | 'upper'> = series.points.find(
    (each) => each.order === order,
  ) ?? {
    value: { kind: 'status', status: 'missing' },
  };
  const cells = [valueCell(point.value, decimals, words)];
  if (!hasLimits(series)) return cells;
  cells.push(limitCell(point.lower, point.value, decimals), limitCell(point.upper, point.value, decimals));
  return cells;
}

function hasLimits(series: Series): boolean {
  return series.points.some((point) => point.lower !== undefined || point.upper !== undefined);
}

/** What is said of each period, each sentence once: lines that belong together share what was decided about them. */
function notesOf(all: readonly Series[], words: ChartWords): Map<number, string> {
  const notes = new Map<number, Set<string>>();
  const add = (order: number, sentence: string) =>
    notes.set(order, (notes.get(order) ?? new Set<string>()).add(sentence));
  for (const series of all) {
    for (const { after, reason } of breaksOf(series)) {
      const sentence = words.breakBefore(after.period, reason);
      add(after.order, all.length === 1 ? sentence : `${series.name}: ${sentence}`);
    }
    for (const { at, sentence } of decisionsOf(series)) add(at.order, sentence);
  }
  return new Map([...notes].map(([order, sentences]) => [order, [...sentences].join(' ')]));
}
