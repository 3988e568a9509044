/** A cell: words, a number with the decimals that a reader sees, or nothing to say. */
export type TableCell =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly number: number; readonly decimals: number }
  | { readonly kind: 'empty' };

/** A column and what stands in it. A column of numbers may hold words as well: why there is no number. */
export type TableColumn = {
  readonly head: string;
  readonly holds: 'names' | 'periods' | 'numbers' | 'notes';
  /** one sentence on what the column means, where its head does not say it */
  readonly about?: string;
};

/** A line of the cover: "Source" and "Department for Education". */
export type AboutLine = { readonly name: string; readonly words: string };

/**
 * One table with what a reader must know of it. Every file is made from it, so that none tells more than another:
 * what a page withholds can stand in no file, because it is not in the table.
 */
export type OpenTable = {
  readonly title: string;
  /** source, licence, date, notes: what stands on the cover of a spreadsheet */
  readonly about: readonly AboutLine[];
  readonly columns: readonly TableColumn[];
  /** as many cells as there are columns */
  readonly rows: readonly (readonly TableCell[])[];
};

/**
 * The number as it is shown, with exactly its decimals: no file may tell more of a figure than its page.
 * @throws RangeError where the number is not finite: it should have been a status
 */
export function shownNumber({ number, decimals }: { number: number; decimals: number }): string {
  if (!Number.isFinite(number))
    throw new RangeError(`a table cannot hold ${number}: give its status in words`);
  return formatterOf(decimals).format(number);
}

// Making a formatter costs a hundred times what using it does.
const formatters = new Map<number, Intl.NumberFormat>();

function formatterOf(decimals: number): Intl.NumberFormat {
  const known = formatters.get(decimals);
  if (known) return known;
  const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  const made = new Intl.NumberFormat('en-GB', { ...digits, signDisplay: 'negative', useGrouping: false });
  formatters.set(decimals, made);
  return made;
}

/**
 * The columns' names for programs, in their order: lower case, words joined by underscores, each once.
 * "Lower limit, 95%" becomes `lower_limit_95`; a second one of a name becomes `name_2`.
 */
export function columnNames(columns: readonly TableColumn[]): string[] {
  const taken = new Set<string>();
  return columns.map(({ head }) => {
    const plain = head
      .normalize('NFKD')
      .replaceAll(/[^\p{L}\p{N}]+/gu, '_')
      .replaceAll(/^_+|_+$/g, '');
    const name = plain.toLowerCase() || 'column';
    let mine = name;
    for (let count = 2; taken.has(mine); count += 1) mine = `${name}_${count}`;
    taken.add(mine);
    return mine;
  });
}

/** Whether words stand where a number is expected in this column, so that it needs a place for them. */
export function hasStatuses({ columns, rows }: OpenTable, column: number): boolean {
  return columns[column]?.holds === 'numbers' && rows.some((row) => row[column]?.kind === 'text');
}
