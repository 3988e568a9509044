import type { OpenTable, TableCell } from '../table.ts';

/** One sheet: a title in its first cell, then rows; the row of heads is told apart. */
export type Sheet = {
  readonly name: string;
  readonly title: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly TableCell[])[];
  /** characters, so that the longest word of most rows can be read without dragging */
  readonly widths: readonly number[];
};

/** A spreadsheet's sheets: what it is, then the figures, each with one table that begins at its own head. */
export function sheetsOf(table: OpenTable): readonly Sheet[] {
  const described = table.columns.filter(({ about }) => about !== undefined);
  const about: TableCell[][] = [
    ...table.about.map(({ name, words }) => [text(name), text(words)]),
    ...described.map(({ head, about: words }) => [text(`Column: ${head}`), text(words ?? '')]),
    [text('Empty cells'), text('There is nothing to say there.')],
    [text('Words where a number is expected'), text('They say why there is no number.')],
  ];
  return [
    { name: 'About', title: table.title, heads: ['About', 'What it says'], rows: about, widths: [28, 90] },
    {
      name: 'Figures',
      title: table.title,
      heads: table.columns.map(({ head }) => head),
      rows: table.rows,
      widths: table.columns.map((_, column) => widthOf(table, column)),
    },
  ];
}

function text(words: string): TableCell {
  return { kind: 'text', text: words };
}

const narrowest = 9;
const widest = 48;

function widthOf({ columns, rows }: OpenTable, column: number): number {
  const lengths = rows.map((row) => lengthOf(row[column])).toSorted((a, b) => a - b);
  const most = lengths[Math.floor(lengths.length * 0.9)] ?? 0;
  const head = columns[column]?.head ?? '';
  const longestWord = Math.max(0, ...head.split(/\s+/).map((word) => word.length));
  return Math.min(widest, Math.max(narrowest, most, longestWord) + 2);
}

function lengthOf(cell: TableCell | undefined): number {
  if (cell?.kind === 'text') return cell.text.length;
  return cell?.kind === 'number' ? cell.number.toFixed(cell.decimals).length : 0;
}

/** The decimals that stand in a table, each once, fewest first: a number style is made for each. */
export function decimalsIn(sheets: readonly Sheet[]): number[] {
  const found = new Set<number>();
  for (const { rows } of sheets)
    for (const row of rows) for (const cell of row) if (cell.kind === 'number') found.add(cell.decimals);
  return [...found].toSorted((a, b) => a - b);
}
