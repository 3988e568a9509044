import { DelimitedText } from '../../../formats/table/delimited.ts';
import type { DelimitedFault } from '../../../formats/table/delimited.ts';

/** One of the two files, cut into cells exactly as they stand. */
export type PairTable = {
  /** the file's own name, without a folder */
  readonly name: string;
  readonly text: string;
  readonly headers: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** the line of each row; the header's is 1 */
  readonly lines: readonly number[];
  /** why the text could not be cut further */
  readonly fault: DelimitedFault | undefined;
  has(column: string): boolean;
  /** the cell of a row; empty where the row or the table has no such column */
  cell(row: number, column: string): string;
  /** every text of a column with the first row that holds it; none where there is no such column */
  items(column: string): ReadonlyMap<string, number>;
};

/** Cuts a file of commas into cells. A sign for the order of bytes at its beginning is no part of it. */
export function pairTable(name: string, text: string): PairTable {
  const cutter = new DelimitedText(',');
  const records = [...cutter.feed(text.replace(/^\uFEFF/, '')), ...cutter.finish()];
  const [header, ...body] = records;
  const headers = header?.cells ?? [];
  const rows = body.map(({ cells }) => cells);
  const places = new Map<string, number>();
  for (const [at, column] of headers.entries()) if (!places.has(column)) places.set(column, at);
  const known = new Map<string, ReadonlyMap<string, number>>();
  return {
    name,
    text,
    headers,
    rows,
    lines: body.map(({ line }) => line),
    fault: cutter.fault,
    has: (column) => places.has(column),
    cell: (row, column) => rows[row]?.[places.get(column) ?? -1] ?? '',
    items(column) {
      const before = known.get(column);
      if (before) return before;
      const found = itemsAt(rows, places.get(column));
      known.set(column, found);
      return found;
    },
  };
}

function itemsAt(rows: PairTable['rows'], at: number | undefined): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  if (at === undefined) return found;
  for (const [row, cells] of rows.entries()) {
    const item = cells[at] ?? '';
    if (!found.has(item)) found.set(item, row);
  }
  return found;
}
