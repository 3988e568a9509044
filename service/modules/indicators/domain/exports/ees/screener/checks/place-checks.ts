import type { EesLevel } from '#reference/ees/ees-format.ts';
import { counted, inData, quoted } from '../check.ts';
import type { EesCheck, Found } from '../check.ts';
import type { EesPair } from '../pair.ts';

const level = 'geographic_level';

function columnsOf({ code, name, second }: EesLevel): string[] {
  return [code, name, second].filter((column) => column !== undefined);
}

function levelsKnown({ data, format }: EesPair): Found[] {
  const known = new Set(format.levels.map((each) => each.level));
  return [...data.items(level)]
    .filter(([item]) => !known.has(item))
    .map(([item, row]) =>
      inData(item === '' ? 'A row has no level.' : `“${item}” is no level of places.`, {
        line: data.lines[row] ?? 0,
        column: level,
      }),
    );
}

/** Columns that the rows of a level need; those of places that the tool leaves out are no loss. */
function columnsPresent({ data, levels }: EesPair): Found[] {
  return levels
    .filter((each) => each.level !== 'Planning area')
    .flatMap((each) => {
      const missing = columnsOf(each).filter((column) => !data.has(column));
      if (missing.length === 0) return [];
      return [inData(`Rows are of the level “${each.level}”, and the table lacks ${quoted(missing)}.`)];
    });
}

/** Where one column of a place stands, the others stand too. */
function together(name: string): (pair: EesPair) => Found[] {
  return ({ data, format }) => {
    const columns = columnsOf(format.levels.find((each) => each.level === name) ?? { name: level, ...bare });
    const missing = columns.filter((column) => !data.has(column));
    if (missing.length === 0 || missing.length === columns.length) return [];
    const there = columns.filter((column) => data.has(column));
    return [inData(`The table has ${quoted(there)} and lacks ${quoted(missing)}.`)];
  };
}

const bare: Omit<EesLevel, 'name'> = {
  level: '',
  code: undefined,
  second: undefined,
  list: undefined,
  within: [],
  isOneToOne: false,
  isInstitution: false,
  isInTableTool: true,
};

/** Old councils may lack the nine-character code. */
const mayBeBlank = new Set(['new_la_code']);

function completed({ data, levels }: EesPair): Found[] {
  return levels
    .filter((each) => each.level !== 'Planning area')
    .flatMap((each) =>
      columnsOf(each)
        .filter((column) => data.has(column) && !mayBeBlank.has(column))
        .flatMap((column) => {
          const rows = rowsWhere(
            data.rows.length,
            (row) => data.cell(row, level) === each.level && data.cell(row, column) === '',
          );
          const [first] = rows;
          if (first === undefined) return [];
          return [
            inData(`“${column}” is empty in ${counted(rows.length, 'row')} of the level “${each.level}”.`, {
              column,
              line: data.lines[first] ?? 0,
            }),
          ];
        }),
    );
}

function rowsWhere(count: number, isSo: (row: number) => boolean): number[] {
  const rows: number[] = [];
  for (let row = 0; row < count; row += 1) if (isSo(row)) rows.push(row);
  return rows;
}

/** A place's columns are filled in its own rows, and in rows of what lies within it. */
function overcompleted(pair: EesPair): Found[] {
  const { data, format } = pair;
  const institutions = format.levels.filter((each) => each.isInstitution).map((each) => each.level);
  const parting = new Set(pair.filters.flatMap(({ column, groupColumn }) => [column, groupColumn]));
  return format.levels
    .filter((each) => each.level !== 'National')
    .flatMap((each) => {
      const may = new Set([each.level, ...each.within, ...(each.isInstitution ? [] : institutions)]);
      return columnsOf(each)
        .filter((column) => data.has(column) && !(each.isInstitution && parting.has(column)))
        .flatMap((column) => overcompletedColumn(pair, column, may));
    });
}

function overcompletedColumn({ data }: EesPair, column: string, may: ReadonlySet<string>): Found[] {
  const rows = rowsWhere(
    data.rows.length,
    (row) => !may.has(data.cell(row, level)) && data.cell(row, column) !== '',
  );
  const [first] = rows;
  if (first === undefined) return [];
  const levels = new Set(rows.map((row) => data.cell(row, level)));
  return [
    inData(`“${column}” is filled in rows of the level ${quoted(levels)}, of which it says nothing.`, {
      column,
      line: data.lines[first] ?? 0,
    }),
  ];
}

/** All empty is a pity; half filled is wrong. */
function regionFor(name: string): (pair: EesPair) => Found[] {
  return ({ data }) => {
    const rows = rowsWhere(data.rows.length, (row) => data.cell(row, level) === name);
    const lacks = rows.filter(
      (row) => data.cell(row, 'region_code') === '' || data.cell(row, 'region_name') === '',
    );
    const [first] = lacks;
    if (first === undefined) return [];
    const half = lacks.filter((row) => data.cell(row, 'region_code') !== data.cell(row, 'region_name'));
    const where = { line: data.lines[half[0] ?? first] ?? 0, column: 'region_code' };
    if (half.length > 0)
      return [
        {
          ...inData(
            `The region has a code and no name, or a name and no code, in ${counted(half.length, 'row')}.`,
            where,
          ),
          level: 'fail',
        },
      ];
    return [inData(`No region is given in ${counted(lacks.length, 'row')} of the level “${name}”.`, where)];
  };
}

function tableTool({ data, levels }: EesPair): Found[] {
  if (data.rows.length === 0 || levels.length === 0 || levels.some((each) => each.isInTableTool)) return [];
  return [inData('Every row is of a level that no table tool reads.', { column: level })];
}

function ignoredRows({ data, levels }: EesPair): Found[] {
  const names = levels.map((each) => each.level);
  if (names.includes('School') && names.includes('Provider'))
    return [{ ...inData('Schools and providers stand in one table.', { column: level }), level: 'fail' }];
  const leftOut = levels
    .filter((each) => each.isInstitution || !each.isInTableTool)
    .map((each) => each.level);
  const others = levels.length > leftOut.length || leftOut.length > 1;
  if (leftOut.length === 0 || !others) return [];
  const count = rowsWhere(data.rows.length, (row) => leftOut.includes(data.cell(row, level))).length;
  return [inData(`The table tool leaves out ${counted(count, 'row')} of the level ${quoted(leftOut)}.`)];
}

/** Which places the rows are of, and what each row says of them. */
export const placeChecks: readonly EesCheck[] = [
  {
    name: 'geographic_level',
    level: 'fail',
    holds: 'Every level is one of those known, letter for letter.',
    find: levelsKnown,
  },
  {
    name: 'geography_level_present',
    level: 'fail',
    holds: 'The table has the columns that its levels need.',
    find: columnsPresent,
  },
  {
    name: 'geography_level_completed',
    level: 'fail',
    holds: 'Rows say the place that their level speaks of.',
    find: completed,
  },
  {
    name: 'la_col_present',
    level: 'fail',
    holds: 'The three columns of local authorities stand together.',
    find: together('Local authority'),
  },
  {
    name: 'region_col_present',
    level: 'fail',
    holds: 'The two columns of regions stand together.',
    find: together('Regional'),
  },
  {
    name: 'overcompleted_cols',
    level: 'fail',
    holds: 'Columns of a place are empty in rows of larger places, and of others.',
    find: overcompleted,
  },
  {
    name: 'region_for_la',
    level: 'warning',
    holds: 'Rows of local authorities say their region, by code and name.',
    find: regionFor('Local authority'),
  },
  {
    name: 'region_for_lad',
    level: 'warning',
    holds: 'Rows of districts say their region, by code and name.',
    find: regionFor('Local authority district'),
  },
  {
    name: 'not_table_tool',
    level: 'fail',
    holds: 'Some rows are of a level that the table tool reads.',
    find: tableTool,
  },
  {
    name: 'ignored_rows',
    level: 'warning',
    holds: 'Schools, providers and institutions are not mixed with other places, nor with each other.',
    find: ignoredRows,
  },
];
