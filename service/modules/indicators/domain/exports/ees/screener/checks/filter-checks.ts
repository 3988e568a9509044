import { counted, inData, quoted } from '../check.ts';
import type { EesCheck, Found } from '../check.ts';
import { partingColumns, placeAndTimeColumns } from '../pair.ts';
import type { DescribedColumn, EesPair } from '../pair.ts';
import { isPlaceColumn } from '../place-column.ts';

function atLeastTwo({ filters, data }: EesPair): Found[] {
  return filters
    .filter(({ column }) => data.has(column) && data.items(column).size < 2)
    .map(({ column }) => inData(`“${column}” parts nothing: all rows hold one item.`, { column }));
}

function noBlanks(pair: EesPair): Found[] {
  return partingColumns(pair).flatMap((column) => {
    const blank = [...pair.data.items(column)].find(([item]) => item.trim() === '');
    if (!blank) return [];
    const line = pair.data.lines[blank[1]] ?? 0;
    return [
      inData(`A row holds nothing in “${column}”; where everybody is meant it is Total.`, { line, column }),
    ];
  });
}

function noSpacesAround(pair: EesPair): Found[] {
  const columns = [...partingColumns(pair), ...placeAndTimeColumns(pair)];
  return columns.flatMap((column) => {
    const spaced = [...pair.data.items(column).keys()].filter((item) => item !== item.trim());
    if (spaced.length === 0) return [];
    return [inData(`Items of “${column}” begin or end with spaces: ${quoted(spaced)}.`, { column })];
  });
}

const wholesOtherwise = ['All', 'all', 'ALL', 'total', 'TOTAL'];

/** What stands for everybody: the item that the second file names, or Total. */
function wholeThere(pair: EesPair): Found[] {
  const own = new Map(pair.filters.map((filter) => [filter.column, filter]));
  return partingColumns(pair)
    .filter((column) => pair.data.has(column) && pair.data.items(column).size > 0)
    .flatMap((column) => wholeMissing(pair, column, own.get(column)));
}

function wholeMissing({ data }: EesPair, column: string, filter: DescribedColumn | undefined): Found[] {
  const named = filter?.whole ?? '';
  const items = data.items(column);
  if (items.has(named === '' ? 'Total' : named)) return [];
  if (named !== '')
    return [
      inData(`“${named}” is named as the item of “${column}” for everybody, and no row has it.`, { column }),
    ];
  const otherwise = wholesOtherwise.find((item) => items.has(item));
  if (otherwise === undefined) return [inData(`No row of “${column}” is of everybody (Total).`, { column })];
  return [
    {
      ...inData(`In “${column}” everybody is written “${otherwise}”; tools look for Total.`, { column }),
      level: 'fail',
    },
  ];
}

function groupsFewer({ filters, data }: EesPair): Found[] {
  return filters
    .filter(({ column, groupColumn }) => groupColumn !== '' && data.has(groupColumn) && data.has(column))
    .filter(({ column, groupColumn }) => data.items(groupColumn).size > data.items(column).size)
    .map(({ column, groupColumn }) =>
      inData(
        `“${groupColumn}” gathers the items of “${column}”, and has more than it (${data.items(groupColumn).size} and ${data.items(column).size}): is it the other way round?`,
        { column: groupColumn },
      ),
    );
}

const wholes = new Set(['Total', 'total', 'All', 'all']);

function totalsInPlaces(pair: EesPair): Found[] {
  const own = new Set(placeAndTimeColumns(pair));
  const parting = new Set(partingColumns(pair));
  return pair.data.headers
    .filter((column) => !parting.has(column) && (own.has(column) || isPlaceColumn(pair.format, column)))
    .flatMap((column) => {
      const found = [...pair.data.items(column)].find(([item]) => wholes.has(item));
      if (!found) return [];
      return [
        inData(`“${found[0]}” stands in “${column}”; a place that a row does not speak of is left empty.`, {
          line: pair.data.lines[found[1]] ?? 0,
          column,
        }),
      ];
    });
}

/** Rows that say the same where, when and of whom. Places that the tool leaves out may repeat among others. */
function duplicateRows(pair: EesPair): Found[] {
  const { data, levels } = pair;
  const [only, ...others] = levels;
  const isOneKind = others.length === 0 && only !== undefined && only.isInstitution && only.isInTableTool;
  const leftOut = new Set(
    pair.format.levels
      .filter(({ isInstitution, isInTableTool }) => !isInTableTool || (isInstitution && !isOneKind))
      .map(({ level }) => level),
  );
  const columns = [...new Set([...placeAndTimeColumns(pair), ...partingColumns(pair)])].filter((column) =>
    data.has(column),
  );
  const seen = new Set<string>();
  const twice: number[] = [];
  for (let row = 0; row < data.rows.length; row += 1) {
    if (leftOut.has(data.cell(row, 'geographic_level'))) continue;
    const key = columns.map((column) => data.cell(row, column)).join('\u0000');
    if (seen.has(key)) twice.push(data.lines[row] ?? 0);
    seen.add(key);
  }
  const [line] = twice;
  if (line === undefined) return [];
  return [
    inData(
      `${counted(twice.length, 'row says', 'rows say')} the same place, period and group as one before.`,
      {
        line,
      },
    ),
  ];
}

/** Of whom the rows are. */
export const filterChecks: readonly EesCheck[] = [
  { name: 'filter_level', level: 'fail', holds: 'Every filter has two items or more.', find: atLeastTwo },
  {
    name: 'blanks_filters',
    level: 'fail',
    holds: 'No filter, and no column that gathers one, is empty in any row.',
    find: noBlanks,
  },
  {
    name: 'whitespace_filters',
    level: 'fail',
    holds: 'Items and names of places do not begin or end with spaces.',
    find: noSpacesAround,
  },
  {
    name: 'total',
    level: 'warning',
    holds: 'Every filter has an item for everybody, Total or the one that the second file names.',
    find: wholeThere,
  },
  {
    name: 'filter_group_level',
    level: 'fail',
    holds: 'A column that gathers items has no more of them than the filter.',
    find: groupsFewer,
  },
  {
    name: 'observational_total',
    level: 'fail',
    holds: 'Neither Total nor All stands in a column that says where or when.',
    find: totalsInPlaces,
  },
  {
    name: 'duplicate_rows',
    level: 'fail',
    holds: 'No two rows say the same place, period and group.',
    find: duplicateRows,
  },
];
