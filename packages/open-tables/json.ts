import { columnNames, hasStatuses, shownNumber, type OpenTable, type TableCell } from './table.ts';

/** A row for programs: a number or words under each column's name; null where there is nothing. */
export type JsonRow = Readonly<Record<string, number | string | null>>;

/** A table for programs. */
export type JsonTable = {
  readonly title: string;
  readonly about: Readonly<Record<string, string>>;
  /** the names that stand in the rows, with what they mean */
  readonly columns: readonly { readonly name: string; readonly title: string; readonly about?: string }[];
  readonly rows: readonly JsonRow[];
};

/**
 * The table as plain data. A column of numbers holds numbers or null; where words stand in it, a second column
 * `…_status` says why there is no number, so that nobody has to tell numbers from words.
 */
export function toJson(table: OpenTable): JsonTable {
  const names = columnNames(table.columns);
  const split = table.columns.map((_, index) => hasStatuses(table, index));
  return {
    title: table.title,
    about: Object.fromEntries(table.about.map(({ name, words }) => [name, words])),
    columns: table.columns.flatMap(({ head, about }, index) => {
      const name = names[index] ?? '';
      const column = { name, title: head, ...(about === undefined ? {} : { about }) };
      return split[index]
        ? [column, { name: `${name}_status`, title: `${head}: why there is no number` }]
        : [column];
    }),
    rows: table.rows.map((row) =>
      Object.fromEntries(
        row.flatMap((cell, index) =>
          entriesOf(cell, { name: names[index] ?? '', isSplit: split[index] ?? false }),
        ),
      ),
    ),
  };
}

function entriesOf(
  cell: TableCell,
  { name, isSplit }: { name: string; isSplit: boolean },
): [string, number | string | null][] {
  const value = plain(cell);
  if (!isSplit) return [[name, value]];
  return [
    [name, typeof value === 'number' ? value : null],
    [`${name}_status`, typeof value === 'string' ? value : null],
  ];
}

function plain(cell: TableCell): number | string | null {
  if (cell.kind === 'empty') return null;
  return cell.kind === 'text' ? cell.text : Number(shownNumber(cell));
}
