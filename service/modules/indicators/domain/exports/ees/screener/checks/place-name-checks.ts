import type { EesLevel, EesPlaces } from '#reference/ees/ees-format.ts';
import { inData, quoted } from '../check.ts';
import type { EesCheck, Found } from '../check.ts';
import type { EesPair } from '../pair.ts';

/** The columns of one place in a row, and the first row in which they stand so. */
type Said = { code: string; name: string; second: string; row: number; isOwnLevel: boolean };

function saidOf({ data }: EesPair, { level, code, name, second }: EesLevel): Said[] {
  const found = new Map<string, Said>();
  for (let row = 0; row < data.rows.length; row += 1) {
    const said = {
      code: code === undefined ? '' : data.cell(row, code),
      name: data.cell(row, name),
      second: second === undefined ? '' : data.cell(row, second),
      row,
      isOwnLevel: data.cell(row, 'geographic_level') === level,
    };
    const key = [said.code, said.name, said.second, said.isOwnLevel].join('\u0000');
    if (!found.has(key)) found.set(key, said);
  }
  return [...found.values()];
}

function hasColumns({ data }: EesPair, { code, name, second }: EesLevel): boolean {
  return [code, name, second].every((column) => column === undefined || data.has(column));
}

/** Nothing at all is another check's; x stands for a place that is not available. */
function isToldElsewhere({ code, name, second, isOwnLevel }: Said): boolean {
  const isBlank = code === '' && name === '' && second === '';
  return (isBlank && !isOwnLevel) || (code === 'x' && !isOwnLevel);
}

function pairsKnown(level: string): (pair: EesPair) => Found[] {
  return (pair) => {
    const place = pair.format.levels.find((each) => each.level === level);
    if (!place || !hasColumns(pair, place)) return [];
    const isKnown = knownBy(place, pair);
    const unknown = saidOf(pair, place).filter((said) => !isToldElsewhere(said) && !isKnown(said));
    return [
      ...Map.groupBy(unknown, ({ code, name, second }) => quoted([code, second, name].filter(Boolean))),
    ].map(([words, [first]]) =>
      inData(`${words}: no such place is known.`, {
        line: pair.data.lines[first?.row ?? 0] ?? 0,
        column: place.code ?? place.name,
      }),
    );
  };
}

function knownBy(place: EesLevel, pair: EesPair): (said: Said) => boolean {
  const isListed = listedIn(place, pair.places);
  const without = new Set(pair.places.withoutCode);
  return (said) => {
    const { code, name, second } = said;
    if (pair.ownCodes.has(code)) return name !== '';
    if (code === 'z' && without.has(name)) return place.second === undefined || second === 'z';
    if (code === '' && second !== '' && place.second !== undefined) return isOldAuthority(said, pair.places);
    return isListed(said);
  };
}

/** Councils that ended before nine-character codes are known by their three digits alone. */
function isOldAuthority({ second, name }: Said, { lists }: EesPlaces): boolean {
  return (
    /^\d{3}$/.test(second) &&
    name !== '' &&
    !(lists.get('authorities') ?? []).some((each) => each[1] === second)
  );
}

function listedIn(place: EesLevel, places: EesPlaces): (said: Said) => boolean {
  if (place.list === 'wards') return ({ code, name }) => name !== '' && wardCode.test(code);
  if (place.list === 'constituencies')
    return ({ code, name }) => name !== '' && isConstituency(code, places.constituencyCodes);
  const list = places.lists.get(place.list ?? '') ?? [];
  const hasSecond = place.second !== undefined;
  const keys = new Set(list.map((entry) => entry.join('\u0000')));
  return ({ code, name, second }) =>
    keys.has((hasSecond ? [code, second, name] : [code, name]).join('\u0000'));
}

const wardCode = /^(?:E05|W05|S13|N08)\d{6}$/;

function isConstituency(code: string, ranges: EesPlaces['constituencyCodes']): boolean {
  return ranges.some(([first, last]) => code.length === first.length && first <= code && code <= last);
}

/** Codes of constituencies have no list of names here, so in one period one code has one name and one name one code. */
function constituencies(pair: EesPair): Found[] {
  const place = pair.format.levels.find(({ list }) => list === 'constituencies');
  if (!place || !hasColumns(pair, place)) return [];
  const byPeriod = Map.groupBy(saidByPeriod(pair, place), ({ period }) => period);
  const twice = [...byPeriod.values()].flatMap((said) => severalOf(said));
  return [
    ...pairsKnown(place.level)(pair),
    ...[...new Set(twice)].map((words) => inData(words, { column: place.code ?? place.name })),
  ];
}

function saidByPeriod(
  { data }: EesPair,
  { code, name }: EesLevel,
): { period: string; code: string; name: string }[] {
  const found = new Map<string, { period: string; code: string; name: string }>();
  for (let row = 0; row < data.rows.length; row += 1) {
    const said = {
      period: data.cell(row, 'time_period'),
      code: data.cell(row, code ?? ''),
      name: data.cell(row, name),
    };
    if (said.code !== '' && said.code !== 'x' && said.code !== 'z')
      found.set(Object.values(said).join('\u0000'), said);
  }
  return [...found.values()];
}

function severalOf(said: readonly { code: string; name: string }[]): string[] {
  const names = Map.groupBy(said, ({ code }) => code);
  const codes = Map.groupBy(said, ({ name }) => name);
  return [
    ...[...names].flatMap(([code, all]) =>
      all.length > 1 ? [`“${code}” has several names: ${quoted(all.map(({ name }) => name))}.`] : [],
    ),
    ...[...codes].flatMap(([name, all]) =>
      all.length > 1 ? [`“${name}” has several codes: ${quoted(all.map(({ code }) => code))}.`] : [],
    ),
  ];
}

/** Levels without a list, whose places are told by the table alone. */
function unlisted(pair: EesPair): EesLevel[] {
  return pair.levels.filter(
    (place) =>
      place.list === undefined && place.code !== undefined && place.isInTableTool && hasColumns(pair, place),
  );
}

const notAvailable = 'Not available';

function availability(isWrong: (said: Said) => boolean, words: (said: Said) => string) {
  return (pair: EesPair): Found[] =>
    unlisted(pair).flatMap((place) =>
      saidOf(pair, place)
        .filter((said) => said.isOwnLevel && isWrong(said))
        .map((said) =>
          inData(words(said), { line: pair.data.lines[said.row] ?? 0, column: place.code ?? place.name }),
        ),
    );
}

function oneToOne(of: 'code' | 'name'): (pair: EesPair) => Found[] {
  const other = of === 'code' ? 'name' : 'code';
  return (pair) =>
    unlisted(pair)
      .filter(({ isOneToOne }) => isOneToOne)
      .flatMap((place) => {
        const said = saidOf(pair, place).filter(({ isOwnLevel, code }) => isOwnLevel && code !== '');
        return [...Map.groupBy(said, (each) => each[of])].flatMap(([text, all]) => {
          const others = new Set(all.map((each) => each[other]));
          if (others.size < 2) return [];
          return [
            inData(`“${text}” has several ${other}s: ${quoted(others)}.`, {
              column: place.code ?? place.name,
            }),
          ];
        });
      });
}

function combination(name: string, level: string, holds: string): EesCheck {
  return { name, level: 'fail', holds, find: pairsKnown(level) };
}

/** Codes and names of places. */
export const placeNameChecks: readonly EesCheck[] = [
  combination('country_combinations', 'National', 'Countries bear the code and the name of one another.'),
  combination('region_combinations', 'Regional', 'Regions bear the code and the name of one another.'),
  combination(
    'la_combinations',
    'Local authority',
    'Local authorities bear the two codes and the name of one another.',
  ),
  combination(
    'lad_combinations',
    'Local authority district',
    'Districts bear the code and the name of one another.',
  ),
  {
    name: 'pcon_combinations',
    level: 'fail',
    holds: 'Constituencies have a code that exists, one name a code and one code a name in a period.',
    find: constituencies,
  },
  combination(
    'lep_combinations',
    'Local enterprise partnership',
    'Enterprise partnerships bear the code and the name of one another.',
  ),
  combination(
    'lsip_combinations',
    'Local skills improvement plan area',
    'Skills improvement areas bear the code and the name of one another.',
  ),
  combination(
    'eda_combinations',
    'English devolved area',
    'Devolved areas bear the code and the name of one another.',
  ),
  combination('ward_combinations', 'Ward', 'Wards have a name, and a code of the shape of theirs.'),
  {
    name: 'na_geography',
    level: 'fail',
    holds: 'A place with the code x is called Not available.',
    find: availability(
      ({ code, name }) => code === 'x' && name !== notAvailable,
      ({ name }) => `The code x stands beside “${name}”; it means ${notAvailable}.`,
    ),
  },
  {
    name: 'na_geography_code',
    level: 'fail',
    holds: 'A place called Not available has the code x.',
    find: availability(
      ({ code, name }) => name === notAvailable && code !== 'x',
      ({ code }) => `“${notAvailable}” stands beside the code “${code}”; it is x.`,
    ),
  },
  {
    name: 'other_geography_duplicates',
    level: 'fail',
    holds: 'A trust, sponsor or opportunity area has one code.',
    find: oneToOne('name'),
  },
  {
    name: 'other_geography_code_duplicates',
    level: 'fail',
    holds: 'The code of a trust, sponsor or opportunity area has one name.',
    find: oneToOne('code'),
  },
];
