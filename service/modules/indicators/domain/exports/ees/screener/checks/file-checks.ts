import { counted, inData, inMeta, quoted } from '../check.ts';
import type { EesCheck, Found } from '../check.ts';
import { placeAndTimeColumns } from '../pair.ts';
import type { EesPair } from '../pair.ts';
import type { PairTable } from '../pair-table.ts';

type Finds = (words: string, where?: { line?: number; column?: string }) => Found;

/** Looks at both files in the same way. */
function both(look: (table: PairTable, found: Finds) => readonly Found[]): (pair: EesPair) => Found[] {
  return ({ data, meta }) => [...look(data, inData), ...look(meta, inMeta)];
}

/** A name without its ending: `.meta.csv`, `.csv` or another. */
function stem(name: string): string {
  return name.replace(/(\.meta)?\.[^.]*$/, '');
}

const filenameSpaces = both(({ name }, found) =>
  /\s/.test(name) ? [found(`The name of the file “${name}” has spaces.`)] : [],
);

const filenameSigns = both(({ name }, found) => {
  const signs = new Set(stem(name).replace(/[A-Za-z0-9_\-\s]/g, ''));
  return signs.size === 0 ? [] : [found(`The name of the file “${name}” has the signs ${quoted(signs)}.`)];
});

function namingConvention({ data, meta }: EesPair): Found[] {
  const found: Found[] = [];
  if (!data.name.endsWith('.csv')) found.push(inData(`“${data.name}” does not end in .csv.`));
  if (!meta.name.endsWith('.csv')) found.push(inMeta(`“${meta.name}” does not end in .csv.`));
  const wanted = data.name.replace(/\.csv$/, '.meta.csv');
  if (found.length === 0 && meta.name !== wanted)
    found.push(inMeta(`The second file is called “${meta.name}”; beside this table it is “${wanted}”.`));
  return found;
}

const utf8 = both(({ text }, found) => {
  const at = text.indexOf('\uFFFD');
  if (at < 0) return [];
  const line = text.slice(0, at).split('\n').length;
  return [found('The file holds letters that are not UTF-8; save it again as “CSV UTF-8”.', { line })];
});

const fileSeparator = both(({ text }, found) => {
  const header = text.slice(0, 10_000).split(/\r?\n|\r/, 1)[0] ?? '';
  return header.includes(',') ? [] : [found('The columns are not parted by commas.', { line: 1 })];
});

const unreadable = both(({ fault }, found) =>
  fault ? [found('A quotation mark is not where one can be, so the rest cannot be read.', fault)] : [],
);

/** Rows of commas alone, and lines with nothing in them between rows. */
function emptyRows(table: PairTable, found: Finds): Found[] {
  const bare = table.rows.flatMap((cells, row) =>
    cells.every((cell) => cell.trim() === '') ? [table.lines[row] ?? 0] : [],
  );
  const blank = blankLines(table);
  const lines = [...bare, ...blank].toSorted((a, b) => a - b);
  const [line] = lines;
  if (line === undefined) return [];
  return [found(`${counted(lines.length, 'row holds', 'rows hold')} nothing.`, { line })];
}

function blankLines({ rows, lines }: PairTable): number[] {
  return lines.flatMap((line, row) => {
    const before = row === 0 ? 1 : (lines[row - 1] ?? 0) + linesOf(rows[row - 1] ?? []) - 1;
    return line > before + 1 ? [before + 1] : [];
  });
}

function linesOf(cells: readonly string[]): number {
  return cells.reduce((count, cell) => count + (cell.match(/\n/g)?.length ?? 0), 1);
}

/** Columns of places may be there for a later table of the same kind; others have no reason to be empty. */
function emptyColumns(pair: EesPair): Found[] {
  const { data } = pair;
  const places = new Set(placeAndTimeColumns(pair));
  return data.headers
    .filter((column) => data.items(column).size === 1 && data.items(column).has(''))
    .map((column) => ({
      ...inData(`The column “${column}” holds nothing in any row.`, { column }),
      level: places.has(column) ? 'warning' : 'fail',
    }));
}

function missingColumns(table: PairTable, needed: readonly string[], found: Finds): Found[] {
  const missing = needed.filter((column) => !table.has(column));
  if (missing.length === 0) return [];
  return [found(`The file lacks ${missing.length === 1 ? 'the column' : 'the columns'} ${quoted(missing)}.`)];
}

function invalidMetaColumns({ meta, format }: EesPair): Found[] {
  const known = new Set([...format.metaColumns.needed, ...format.metaColumns.also]);
  return meta.headers
    .filter((column) => !known.has(column))
    .map((column) => inMeta(`“${column}” is not a column that this file has.`, { line: 1, column }));
}

function rowsToColumns({ data, meta, format }: EesPair): Found[] {
  const free = data.headers.length - format.dataColumns.length;
  if (meta.rows.length <= free) return [];
  return [
    inMeta(
      `The file describes ${counted(meta.rows.length, 'column')}; the table has ${counted(Math.max(free, 0), 'column')} beside those that every table has.`,
    ),
  ];
}

/** What can be told of two files before their columns are understood. */
export const fileChecks: readonly EesCheck[] = [
  {
    name: 'filename_spaces',
    level: 'fail',
    holds: 'Names of files have no spaces.',
    find: filenameSpaces,
  },
  {
    name: 'filename_special_characters',
    level: 'fail',
    holds: 'Names of files have letters, digits, hyphens and low lines only.',
    find: filenameSigns,
  },
  {
    name: 'naming_convention',
    level: 'fail',
    holds: 'Both files end in .csv, and the second is called as the table is, with .meta before its ending.',
    find: namingConvention,
  },
  { name: 'utf8', level: 'fail', holds: 'Both files are written in UTF-8.', find: utf8 },
  {
    name: 'file_separator',
    level: 'fail',
    stops: true,
    holds: 'Columns are parted by commas.',
    find: fileSeparator,
  },
  {
    name: 'file_readable',
    level: 'fail',
    stops: true,
    holds: 'Quotation marks are closed, so that every row can be cut into cells.',
    find: unreadable,
  },
  {
    name: 'data_mandatory_cols',
    level: 'fail',
    stops: true,
    holds: 'The table has the five columns that every table has.',
    find: ({ data, format }) => missingColumns(data, format.dataColumns, inData),
  },
  {
    name: 'meta_mandatory_cols',
    level: 'fail',
    stops: true,
    holds: 'The second file has the eight columns that it always has.',
    find: ({ meta, format }) => missingColumns(meta, format.metaColumns.needed, inMeta),
  },
  {
    name: 'invalid_meta_cols',
    level: 'fail',
    holds: 'The second file has no other columns than those known.',
    find: invalidMetaColumns,
  },
  {
    name: 'data_empty_rows',
    level: 'fail',
    holds: 'No row of the table is empty.',
    find: ({ data }) => emptyRows(data, inData),
  },
  {
    name: 'meta_empty_rows',
    level: 'fail',
    holds: 'No row of the second file is empty.',
    find: ({ meta }) => emptyRows(meta, inMeta),
  },
  {
    name: 'data_empty_cols',
    level: 'warning',
    holds: 'No column of the table is empty from top to bottom.',
    find: emptyColumns,
  },
  {
    name: 'rows_to_cols',
    level: 'fail',
    holds: 'The second file describes no more columns than the table has.',
    find: rowsToColumns,
  },
];
