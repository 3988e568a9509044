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
import type { Spread, SpineRow } from '../../series.ts';

/**
 * The table of a spine chart: a row a measure, each in the unit that its row names. Give it to `toCsv` for the file.
 */
export function spineTable(
  props: Pick<FigureProps, 'measure' | 'intervalName' | 'words'> & {
    rows: readonly SpineRow[];
    ownName: string;
    benchmarkName: string;
  },
): ChartTable {
  const words = props.words ?? englishWords;
  const limits = props.rows.some((row) => row.lower !== undefined || row.upper !== undefined);
  const interval = props.intervalName ?? words.interval;
  const columns: Column[] = [
    { head: words.measure, holds: 'names' },
    { head: words.period, holds: 'periods' },
    { head: words.unit, holds: 'names' },
    { head: props.ownName, holds: 'numbers' },
  ];
  if (limits) {
    columns.push({ head: `${words.lower}, ${interval}`, holds: 'numbers' });
    columns.push({ head: `${words.upper}, ${interval}`, holds: 'numbers' });
  }
  columns.push({ head: props.benchmarkName, holds: 'numbers' });
  columns.push({ head: words.comparedWith(props.benchmarkName), holds: 'names' });
  for (const head of spreadHeads(words)) columns.push({ head, holds: 'numbers' });
  const rows = props.rows.map((row) => cellsOf(row, limits, words));
  return { caption: props.measure, columns, rows, rowHeads: 1 };
}

const spreadKeys: readonly (keyof Spread)[] = ['minimum', 'p5', 'p25', 'p75', 'p95', 'maximum'];

function spreadHeads(words: ChartWords): readonly string[] {
  const { minimum, maximum, percentile } = words;
  return [minimum, percentile(5), percentile(25), percentile(75), percentile(95), maximum];
}

function cellsOf(row: SpineRow, limits: boolean, words: ChartWords): readonly Cell[] {
  const { decimals } = row.unit;
  const { spread } = row;
  const cells: Cell[] = [textCell(row.measure), textCell(row.period), textCell(row.unit.name)];
  cells.push(valueCell(row.own, decimals, words));
  if (limits) cells.push(limitCell(row.lower, row.own, decimals), limitCell(row.upper, row.own, decimals));
  cells.push(valueCell(row.benchmark, decimals, words));
  cells.push(textCell(words.comparison[row.comparison ?? 'not-compared']));
  for (const key of spreadKeys) {
    cells.push(spread === undefined ? { kind: 'empty' } : { kind: 'number', number: spread[key], decimals });
  }
  return cells;
}
