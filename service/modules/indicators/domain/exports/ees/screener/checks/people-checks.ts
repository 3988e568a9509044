import { inData, quoted } from '../check.ts';
import type { EesCheck, Found } from '../check.ts';
import type { EesPair } from '../pair.ts';

/** The harmonised standard is written with and without spaces round its slashes. */
function plain(item: string): string {
  return item.replace(/\s*\/\s*/g, '/');
}

function ethnicItems(pair: EesPair): Found[] {
  const { data, format } = pair;
  const narrow = [...format.ethnicGroups.values()].flat();
  return [
    ...itemsBeyond(pair, 'ethnicity_major', new Set(format.ethnicGroups.keys())),
    ...itemsBeyond(pair, 'ethnicity_minor', new Set(narrow)),
    ...(data.has('ethnicity_major') && data.has('ethnicity_minor') ? pairsBeyond(pair) : []),
  ];
}

function itemsBeyond({ data }: EesPair, column: string, known: ReadonlySet<string>): Found[] {
  const beyond = [...data.items(column).keys()].filter((item) => !known.has(plain(item)));
  if (beyond.length === 0) return [];
  return [inData(`Items of “${column}” are not of the harmonised standard: ${quoted(beyond)}.`, { column })];
}

/** A narrow group under a wide one that it is no part of. */
function pairsBeyond({ data, format }: EesPair): Found[] {
  const met = new Set<string>();
  for (let row = 0; row < data.rows.length; row += 1) {
    const wide = data.cell(row, 'ethnicity_major');
    const narrow = data.cell(row, 'ethnicity_minor');
    const parts = format.ethnicGroups.get(plain(wide));
    if (parts && !parts.includes(plain(narrow))) met.add(`${narrow} (${wide})`);
  }
  if (met.size === 0) return [];
  return [
    inData(`Groups stand under another than their own: ${quoted(met)}.`, { column: 'ethnicity_minor' }),
  ];
}

const column = 'characteristic_group';

function ethnicHeadings({ data, format }: EesPair): Found[] {
  const odd = [...data.items(column).keys()].filter(
    (item) => /ethnic/i.test(item) && !format.ethnicGroupHeadings.some((heading) => item.includes(heading)),
  );
  if (odd.length === 0) return [];
  return [
    inData(
      `“${column}” names ethnic groups as ${quoted(odd)}; it is ${quoted(format.ethnicGroupHeadings)}.`,
      {
        column,
      },
    ),
  ];
}

function ethnicCharacteristics({ data, format }: EesPair): Found[] {
  const known = new Set([...format.ethnicGroups].flat(2));
  const odd = new Set<string>();
  for (let row = 0; row < data.rows.length; row += 1) {
    const item = data.cell(row, 'characteristic');
    if (/ethnic/i.test(data.cell(row, column)) && !known.has(plain(item))) odd.add(item);
  }
  if (odd.size === 0) return [];
  return [
    inData(`Ethnic groups are not of the harmonised standard: ${quoted(odd)}.`, { column: 'characteristic' }),
  ];
}

/** Groups of people under the names that all have agreed on. */
export const peopleChecks: readonly EesCheck[] = [
  {
    name: 'ethnicity_values',
    level: 'warning',
    holds: 'Ethnic groups are those of the harmonised standard.',
    find: ethnicItems,
  },
  {
    name: 'ethnicity_characteristic_groups',
    level: 'fail',
    holds: 'A column of several characteristics names ethnic groups by the agreed headings.',
    find: ethnicHeadings,
  },
  {
    name: 'ethnicity_characteristic_values',
    level: 'warning',
    holds: 'A column of several characteristics holds ethnic groups of the harmonised standard.',
    find: ethnicCharacteristics,
  },
];
