import { inMeta, quoted } from '../check.ts';
import type { EesCheck, Found } from '../check.ts';
import { placeAndTimeColumns } from '../pair.ts';
import type { DescribedColumn, EesPair } from '../pair.ts';
import { isPlaceColumn } from '../place-column.ts';

/** A finding for each described column that is so. */
function each(
  columns: readonly DescribedColumn[],
  isSo: (column: DescribedColumn) => boolean,
  words: (column: DescribedColumn) => string,
): Found[] {
  return columns.filter(isSo).map((column) => at(column, words(column)));
}

function at({ row, column }: DescribedColumn, words: string): Found {
  return inMeta(words, { line: row + 2, ...(column === '' ? {} : { column }) });
}

function nameCompleted({ described }: EesPair): Found[] {
  return each(
    described,
    ({ column }) => column.trim() === '',
    ({ label }) => `A row names no column (its label is “${label}”).`,
  );
}

function typeKnown({ described }: EesPair): Found[] {
  return each(
    described,
    ({ type }) => type !== 'Filter' && type !== 'Indicator',
    ({ column, type }) => `“${column}” is described as “${type}”; it must be Filter or Indicator.`,
  );
}

/** Rows whose text stood in an earlier row; empty ones are another check's. */
function repeated(described: readonly DescribedColumn[], part: 'column' | 'label'): DescribedColumn[] {
  const seen = new Set<string>();
  return described.filter((row) => {
    const text = row[part];
    if (text === '' || !seen.has(text)) {
      seen.add(text);
      return false;
    }
    return true;
  });
}

const sole = new Set(['school_name', 'provider_name']);

/** A table of schools or providers may have their name as its one filter. */
function isSoleInstitutionFilter({ filters }: EesPair): boolean {
  const [only, ...others] = filters;
  return others.length === 0 && only !== undefined && (sole.has(only.column) || sole.has(only.groupColumn));
}

function placesDescribed(pair: EesPair): Found[] {
  const known = new Set(placeAndTimeColumns(pair).filter((column) => !sole.has(column)));
  const named = [...pair.described.map(({ column }) => column), ...pair.groupColumns];
  return [...new Set(named)]
    .filter((column) => known.has(column))
    .map((column) => inMeta(`“${column}” says where or when, and is not described here.`, { column }));
}

function placesAsFilters(pair: EesPair): Found[] {
  const own = new Set(placeAndTimeColumns(pair).filter((column) => !sole.has(column)));
  const named = new Set([...pair.filters.map(({ column }) => column), ...pair.groupColumns]);
  const isSole = isSoleInstitutionFilter(pair);
  return [...named]
    .filter((column) => !own.has(column) && !(isSole && sole.has(column)))
    .filter((column) => isPlaceColumn(pair.format, column))
    .map((column) => inMeta(`“${column}” is a place by its name, and places are no filters.`, { column }));
}

function groupDuplicate({ described }: EesPair): Found[] {
  const groups = described.map(({ groupColumn }) => groupColumn).filter((column) => column !== '');
  return [...new Set(groups.filter((column, index) => groups.indexOf(column) < index))].map((column) =>
    inMeta(`“${column}” gathers the items of two filters.`, { column }),
  );
}

function groupMatch({ groupColumns, data }: EesPair): Found[] {
  return groupColumns
    .filter((column) => !data.has(column))
    .map((column) =>
      inMeta(`The table has no column “${column}” to gather a filter’s items by.`, { column }),
    );
}

function groupIsFilter({ groupColumns, described }: EesPair): Found[] {
  const named = new Set(described.map(({ column }) => column));
  return groupColumns
    .filter((column) => !named.has(column))
    .map((column) =>
      inMeta(`“${column}” gathers a filter’s items and has no row of its own here.`, { column }),
    );
}

/** Texts that are one once spaces, hyphens and other signs are left out, each with those that it stands for. */
function alikeWithoutSigns(texts: Iterable<string>): string[][] {
  const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');
  return [...Map.groupBy(new Set(texts), letters).values()].filter((alike) => alike.length > 1);
}

function groupStripped({ groupColumns, data }: EesPair): Found[] {
  return groupColumns.flatMap((column) =>
    alikeWithoutSigns(data.items(column).keys()).map((alike) => ({
      words: `In “${column}”, ${quoted(alike)} differ in spaces or signs only.`,
      where: { file: 'data' as const, column },
    })),
  );
}

function indicatorGroupStripped({ indicators }: EesPair): Found[] {
  const groups = indicators.map(({ grouping }) => grouping).filter((grouping) => grouping !== '');
  return alikeWithoutSigns(groups).map((alike) =>
    inMeta(`The groups of indicators ${quoted(alike)} differ in spaces or signs only.`, {
      column: 'indicator_grouping',
    }),
  );
}

function onlyFor(part: 'unit' | 'decimals' | 'grouping' | 'hint' | 'groupColumn', name: string) {
  const kind = part === 'hint' || part === 'groupColumn' ? 'indicators' : 'filters';
  return (pair: EesPair): Found[] =>
    each(
      pair[kind],
      (row) => row[part] !== '',
      ({ column }) =>
        kind === 'filters'
          ? `The filter “${column}” has ${name}, which is for indicators.`
          : `The indicator “${column}” has ${name}, which is for filters.`,
    );
}

function unitKnown({ indicators, format }: EesPair): Found[] {
  return each(
    indicators,
    ({ unit }) => unit !== '' && !format.units.includes(unit),
    ({ column, unit }) => `“${unit}”, the unit of “${column}”, is not one of ${quoted(format.units)}.`,
  );
}

function decimalsWhole({ described }: EesPair): Found[] {
  return each(
    described,
    ({ decimals }) => decimals !== '' && !/^\d+(?:\.0+)?$/.test(decimals),
    ({ column, decimals }) => `“${decimals}” decimals of “${column}” is not a whole number.`,
  );
}

function decimalsCompleted({ indicators }: EesPair): Found[] {
  return each(
    indicators,
    ({ decimals, unit }) => decimals === '' && unit !== 'numberstring',
    ({ column }) => `Nothing says with how many decimals “${column}” is shown.`,
  );
}

/** What the second file says of each column. */
export const metaChecks: readonly EesCheck[] = [
  {
    name: 'col_name_completed',
    level: 'fail',
    holds: 'Every row of the second file names a column.',
    find: nameCompleted,
  },
  {
    name: 'col_type',
    level: 'fail',
    holds: 'Every column described is a Filter or an Indicator.',
    find: typeKnown,
  },
  {
    name: 'col_name_duplicate',
    level: 'fail',
    holds: 'No column is described twice.',
    find: ({ described }) =>
      repeated(described, 'column').map((row) => at(row, `“${row.column}” is described twice.`)),
  },
  {
    name: 'col_name_spaces',
    level: 'fail',
    holds: 'No column is described under a name with spaces.',
    find: ({ described }) =>
      each(
        described,
        ({ column }) => /\s/.test(column),
        ({ column }) => `“${column}” has spaces.`,
      ),
  },
  {
    name: 'label',
    level: 'fail',
    holds: 'Every column described has a label.',
    find: ({ described }) =>
      each(
        described,
        ({ label }) => label.trim() === '',
        ({ column }) => `“${column}” has no label.`,
      ),
  },
  {
    name: 'duplicate_label',
    level: 'fail',
    holds: 'No two columns have one label.',
    find: ({ described }) =>
      repeated(described, 'label').map((row) => at(row, `The label “${row.label}” stands twice.`)),
  },
  {
    name: 'ob_unit_meta',
    level: 'fail',
    holds: 'Columns that say where and when are not described.',
    find: placesDescribed,
  },
  {
    name: 'geographic_catch',
    level: 'fail',
    holds: 'No filter is a place under another name.',
    find: placesAsFilters,
  },
  {
    name: 'filter_hint',
    level: 'fail',
    holds: 'Only filters have a hint.',
    find: onlyFor('hint', 'a hint'),
  },
  {
    name: 'filter_group',
    level: 'fail',
    holds: 'Only filters are gathered by another column.',
    find: onlyFor('groupColumn', 'a column to gather it by'),
  },
  {
    name: 'filter_group_duplicate',
    level: 'fail',
    holds: 'A column gathers the items of one filter.',
    find: groupDuplicate,
  },
  {
    name: 'filter_group_match',
    level: 'fail',
    holds: 'Columns that gather items stand in the table.',
    find: groupMatch,
  },
  {
    name: 'filter_group_is_filter',
    level: 'advisory',
    holds: 'Columns that gather items are described as filters too.',
    find: groupIsFilter,
  },
  {
    name: 'filter_group_stripped',
    level: 'fail',
    holds: 'No two groups of items differ in spaces or signs only.',
    find: groupStripped,
  },
  {
    name: 'indicator_grouping',
    level: 'fail',
    holds: 'Only indicators have a group of indicators.',
    find: onlyFor('grouping', 'a group of indicators'),
  },
  {
    name: 'indicator_group_stripped',
    level: 'fail',
    holds: 'No two groups of indicators differ in spaces or signs only.',
    find: indicatorGroupStripped,
  },
  {
    name: 'indicator_unit',
    level: 'fail',
    holds: 'Only indicators have a unit.',
    find: onlyFor('unit', 'a unit'),
  },
  {
    name: 'indicator_unit_validation',
    level: 'fail',
    holds: 'Units are those known, or none.',
    find: unitKnown,
  },
  {
    name: 'indicator_dp',
    level: 'fail',
    holds: 'Only indicators have a number of decimals.',
    find: onlyFor('decimals', 'a number of decimals'),
  },
  {
    name: 'indicator_dp_validation',
    level: 'fail',
    holds: 'Numbers of decimals are whole numbers.',
    find: decimalsWhole,
  },
  {
    name: 'indicator_dp_completed',
    level: 'warning',
    holds: 'Every indicator says with how many decimals it is shown.',
    find: decimalsCompleted,
  },
];
