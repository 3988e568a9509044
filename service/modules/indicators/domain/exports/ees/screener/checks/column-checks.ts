import { inData, inMeta, quoted } from '../check.ts';
import type { EesCheck, Found } from '../check.ts';
import { placeAndTimeColumns } from '../pair.ts';
import type { EesPair } from '../pair.ts';

function duplicateNames({ data }: EesPair): Found[] {
  const twice = data.headers.filter((column, at) => column !== '' && data.headers.indexOf(column) < at);
  return [...new Set(twice)].map((column) =>
    inData(`Two columns are called “${column}”.`, { line: 1, column }),
  );
}

function namesWithSpaces({ data }: EesPair): Found[] {
  return data.headers
    .filter((column) => /\s/.test(column))
    .map((column) => inData(`The name of the column “${column}” has spaces.`, { line: 1, column }));
}

function namesWithSigns({ data }: EesPair): Found[] {
  return data.headers
    .filter((column) => /[^a-z0-9_\s]/.test(column))
    .map((column) =>
      inData(`The name of the column “${column}” is not all small letters, digits and low lines.`, {
        line: 1,
        column,
      }),
    );
}

function namesBegin({ data }: EesPair): Found[] {
  return data.headers
    .filter((column) => /^[^A-Za-z]/.test(column))
    .map((column) =>
      inData(`The name of the column “${column}” does not begin with a letter.`, { line: 1, column }),
    );
}

function metaToData({ described, groupColumns, data }: EesPair): Found[] {
  const named = [...described.map(({ column }) => column), ...groupColumns];
  return [...new Set(named)]
    .filter((column) => column !== '' && !data.has(column))
    .map((column) => inMeta(`The table has no column “${column}”.`, { column }));
}

/** A column of one text throughout parts nothing and may stand undescribed. */
function dataToMeta(pair: EesPair): Found[] {
  const known = new Set([
    ...placeAndTimeColumns(pair),
    ...pair.groupColumns,
    ...pair.described.map(({ column }) => column),
  ]);
  return pair.data.headers
    .filter((column) => column !== '' && !known.has(column) && pair.data.items(column).size > 1)
    .map((column) => inData(`The second file says nothing of the column “${column}”.`, { column }));
}

function indicatorsSmushed({ indicators, format }: EesPair): Found[] {
  const group = new RegExp(format.groupWords.join('|'), 'i');
  return indicators
    .filter(({ column }) => group.test(column))
    .map(({ column, row }) =>
      inMeta(
        `The indicator “${column}” is of one group of people; the group belongs in a filter, one row for each.`,
        { line: row + 2, column },
      ),
    );
}

function characteristicColumns({ described }: EesPair): Found[] {
  const vague = ['characteristic', 'characteristic_group'];
  return described
    .filter(({ column, groupColumn }) => vague.includes(column) || vague.includes(groupColumn))
    .map(({ column, row }) =>
      inMeta(
        `“${column}” puts groups of several kinds in one filter; a filter for each kind is easier to use.`,
        {
          line: row + 2,
          column,
        },
      ),
    );
}

function harmonisedNames({ described, groupColumns, format }: EesPair): Found[] {
  const named = [...new Set([...described.map(({ column }) => column), ...groupColumns])];
  return named.flatMap((column) => {
    const about = format.harmonisedColumns.filter(({ holds }) => column.toLowerCase().includes(holds));
    const names = about.flatMap((each) => each.names);
    if (names.length === 0 || names.includes(column)) return [];
    return [inMeta(`Tables name such a column as “${column}” otherwise: ${quoted(names)}.`, { column })];
  });
}

/** Columns against their descriptions, and how columns are named. */
export const columnChecks: readonly EesCheck[] = [
  {
    name: 'duplicate_variable_names',
    level: 'fail',
    holds: 'No two columns of the table bear one name.',
    find: duplicateNames,
  },
  {
    name: 'data_variable_spaces',
    level: 'fail',
    holds: 'Names of columns have no spaces.',
    find: namesWithSpaces,
  },
  {
    name: 'variable_snake_case',
    level: 'advisory',
    holds: 'Names of columns are small letters, digits and low lines.',
    find: namesWithSigns,
  },
  {
    name: 'variable_start',
    level: 'advisory',
    holds: 'Names of columns begin with a letter.',
    find: namesBegin,
  },
  {
    name: 'meta_to_data_crosscheck',
    level: 'fail',
    holds: 'Every column that is described stands in the table.',
    find: metaToData,
  },
  {
    name: 'data_to_meta_crosscheck',
    level: 'warning',
    holds: 'Every column that parts rows or holds values is described.',
    find: dataToMeta,
  },
  {
    name: 'indicators_smushed',
    level: 'fail',
    holds: 'Groups of people stand in filters, not in names of indicators.',
    find: indicatorsSmushed,
  },
  {
    name: 'variable_characteristic',
    level: 'advisory',
    holds: 'No filter mixes characteristics of several kinds.',
    find: characteristicColumns,
  },
  {
    name: 'harmonised_variables',
    level: 'warning',
    holds: 'Columns that every publisher has bear the name that all have agreed on.',
    find: harmonisedNames,
  },
];
