import { done, refuse, type Outcome, type WordsFor } from '#platform/kernel/outcome.ts';
import { plainHeader } from '../formats/table/plain-header.ts';
import { geographyOf, isSmallAreaCode, type Geography } from './geography.ts';

/** A small area of ours, with what is known of it. */
export type SmallArea = {
  readonly code: string;
  readonly name: string;
  readonly geography: Geography;
  /** how many children live in it */
  readonly children: number | undefined;
  /** its tenth of England by deprivation: 1 the most deprived, 10 the least */
  readonly deprivationTenth: number | undefined;
  readonly ruralUrban: 'rural' | 'urban' | undefined;
};

export type SmallAreasRefusal =
  | { reason: 'no-code-column'; headers: readonly string[] }
  | { reason: 'no-small-areas' }
  | { reason: 'not-a-small-area'; line: number; text: string }
  | { reason: 'small-area-twice'; line: number; code: string }
  | { reason: 'geographies-mixed' }
  | { reason: 'too-many-small-areas'; count: number; most: number }
  | { reason: 'wrong-children'; line: number; text: string }
  | { reason: 'wrong-tenth'; line: number; text: string }
  | { reason: 'wrong-rural-urban'; line: number; text: string };

export const smallAreasWords: WordsFor<SmallAreasRefusal> = {
  'no-code-column': ({ headers }) =>
    `No column holds codes of small areas. The file has: ${headers.slice(0, 8).join(', ')}. Call the column “code”, or as the Office for National Statistics calls it, such as “LSOA21CD”`,
  'no-small-areas': () => 'The file has no rows under its header',
  'not-a-small-area': ({ line, text }) =>
    `Line ${line}: “${text}” is no code of a small area, a middle-sized area or a ward`,
  'small-area-twice': ({ line, code }) =>
    `Line ${line}: ${code} stands in the file before. Keep one of the two rows`,
  'geographies-mixed': () => 'The file holds codes of several sorts of area. Hand in one sort at a time',
  'too-many-small-areas': ({ count, most }) =>
    `The file holds ${count.toLocaleString('en-GB')} small areas, more than the ${most.toLocaleString('en-GB')} of any partnership. Keep the rows of your own area`,
  'wrong-children': ({ line, text }) => `Line ${line}: “${text}” is no number of children`,
  'wrong-tenth': ({ line, text }) =>
    `Line ${line}: “${text}” is no tenth of deprivation. It is a whole number from 1, the most deprived, to 10`,
  'wrong-rural-urban': ({ line, text }) =>
    `Line ${line}: “${text}” says neither rural nor urban. Write “rural” or “urban”, or the words of the official classification`,
};

/** Rows of a table, as they were cut. */
export type Rows = {
  headers: readonly string[];
  rows: readonly { line: number; cells: readonly string[] }[];
};

/** More than any upper-tier area has. */
const most = 5000;

/** Reads a list of small areas: a code for each, and whichever of name, children, tenth and rural or urban it has. */
export function readSmallAreas({ headers, rows }: Rows): Outcome<readonly SmallArea[], SmallAreasRefusal> {
  const columns = columnsOf(headers);
  if (columns.code < 0) return refuse({ reason: 'no-code-column', headers });
  if (rows.length === 0) return refuse({ reason: 'no-small-areas' });
  if (rows.length > most) return refuse({ reason: 'too-many-small-areas', count: rows.length, most });
  const seen = new Set<string>();
  const areas: Omit<SmallArea, 'geography'>[] = [];
  for (const row of rows) {
    const area = areaOf(row, columns);
    if (!area.done) return area;
    const { code } = area.value;
    if (seen.has(code)) return refuse({ reason: 'small-area-twice', line: row.line, code });
    seen.add(code);
    areas.push(area.value);
  }
  const geography = geographyOf([...seen], headers[columns.code] ?? '');
  if (!geography) return refuse({ reason: 'geographies-mixed' });
  return done(areas.map((area) => ({ ...area, geography })));
}

type Columns = { code: number; name: number; children: number; tenth: number; ruralUrban: number };

/** The column of codes of small areas; -1 where there is none. */
export function codeColumn(headers: readonly string[]): number {
  const plain = headers.map(plainHeader);
  return plain.findIndex((header) =>
    /^(?:(?:lsoa|msoa|wd|ward)(?:\d\d|20\d\d)?(?:cd|code)(?:\d{2,4})?|(?:small)?(?:area)?code)$/.test(header),
  );
}

function columnsOf(headers: readonly string[]): Columns {
  const plain = headers.map(plainHeader);
  const find = (sign: RegExp) => plain.findIndex((header) => sign.test(header));
  return {
    code: codeColumn(headers),
    name: find(/^(?:(?:lsoa|msoa|wd|ward)(?:\d\d|20\d\d)?(?:nm|name)(?:\d{2,4})?|(?:small)?(?:area)?name)$/),
    children: find(/^(?:children|population|children0to17|aged0to17|all|total)$/),
    tenth: find(
      /^(?:deprivation(?:tenth|decile)|imddecile.*|indexofmultipledeprivationimddecile.*|tenth|decile)$/,
    ),
    ruralUrban: find(/^(?:ruralurban.*|ruc\d*.*|ruralorurban|urbanrural.*)$/),
  };
}

function areaOf(
  { line, cells }: Rows['rows'][number],
  columns: Columns,
): Outcome<Omit<SmallArea, 'geography'>, SmallAreasRefusal> {
  const cell = (at: number) => (at < 0 ? '' : (cells[at] ?? '').trim());
  const code = cell(columns.code).toUpperCase();
  if (!isSmallAreaCode(code)) return refuse({ reason: 'not-a-small-area', line, text: cell(columns.code) });
  const [children, tenth, words] = [cell(columns.children), cell(columns.tenth), cell(columns.ruralUrban)];
  const counted = children.replaceAll(/[\s,]/g, '');
  if (counted !== '' && !/^\d{1,6}$/.test(counted))
    return refuse({ reason: 'wrong-children', line, text: children });
  if (tenth !== '' && !/^(?:[1-9]|10)$/.test(tenth))
    return refuse({ reason: 'wrong-tenth', line, text: tenth });
  const ruralUrban = ruralOrUrban(words);
  if (words !== '' && !ruralUrban) return refuse({ reason: 'wrong-rural-urban', line, text: words });
  return done({
    code,
    name: cell(columns.name) || code,
    children: counted === '' ? undefined : Number(counted),
    deprivationTenth: tenth === '' ? undefined : Number(tenth),
    ruralUrban,
  });
}

/**
 * The two sides of the official classification. In 2011 its classes A to C are urban and D to F rural; those of 2021 begin
 * with U and R.
 */
function ruralOrUrban(words: string): SmallArea['ruralUrban'] {
  if (/^(?:urban|u|[abc]\d?|u[lfn]\d?)\b/i.test(words)) return 'urban';
  if (/^(?:rural|r|[def]\d?|r[lsn]\d?|larger rural|smaller rural)\b/i.test(words)) return 'rural';
  return undefined;
}
