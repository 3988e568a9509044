import type { ChartValue } from '../series.ts';
import type { ChartWords } from './words.ts';

/** A cell: text, a number with its decimals, or nothing to say (an interval that was not published, a note not needed). */
export type Cell =
  | { kind: 'text'; text: string }
  | { kind: 'number'; number: number; decimals: number }
  | { kind: 'empty' };

/** A column, its unit in its head, and what stands in it: which decides how it is set. */
export type Column = {
  head: string;
  holds: 'names' | 'periods' | 'numbers' | 'notes';
  /** a limit of an interval: on paper a wide table leaves all but the first line's to its file */
  limit?: 'limit';
};

/** The numbers of a chart as one table: what the page shows and what the CSV holds are both made from it. */
export type ChartTable = {
  caption: string;
  columns: readonly Column[];
  /** As many cells as there are columns; the first `rowHeads` of them are heads of the row. */
  rows: readonly (readonly Cell[])[];
  rowHeads: number;
};

/** A cell of words; an empty cell where there are none. */
export function textCell(text: string | undefined): Cell {
  return text === undefined || text === '' ? { kind: 'empty' } : { kind: 'text', text };
}

/** A cell for a value: the number, or the word for why there is none. */
export function valueCell(value: ChartValue, decimals: number, words: ChartWords): Cell {
  return value.kind === 'number'
    ? { kind: 'number', number: value.number, decimals }
    : { kind: 'text', text: words.status[value.status] };
}

/** A cell for a limit of an interval: empty where the value is not a number, so that limits never give it away. */
export function limitCell(limit: number | undefined, value: ChartValue, decimals: number): Cell {
  return limit === undefined || value.kind === 'status'
    ? { kind: 'empty' }
    : { kind: 'number', number: limit, decimals };
}
