import { refusedRow } from '../../observation.ts';
import type { PublishedArea, RefusedRow } from '../../observation.ts';
import type { Columns } from '../table/columns.ts';
import type { DelimitedRecord } from '../table/delimited.ts';

/** The columns that say where and when; all others are filters and indicators. */
export const placeAndTimeColumns: ReadonlySet<string> = new Set([
  'time_period',
  'time_identifier',
  'geographic_level',
  'country_code',
  'country_name',
  'region_code',
  'region_name',
  'old_la_code',
  'new_la_code',
  'la_name',
  'lad_code',
  'lad_name',
  'rsc_region_lead_name',
  'school_urn',
  'school_name',
  'school_laestab',
  'provider_ukprn',
  'provider_name',

  ...[
    'pcon',
    'lsip',
    'local_enterprise_partnership',
    'english_devolved_area',
    'opportunity_area',
    'ward',
    'planning_area',
    'pfa',
  ].flatMap((place) => [`${place}_code`, `${place}_name`]),
  ...['trust', 'sponsor', 'institution'].flatMap((place) => [`${place}_id`, `${place}_name`]),
]);

type Level = { code: string; name: string; dfeCode?: string };

/** The levels that are read, and their columns. */
const levels: ReadonlyMap<string, Level> = new Map<string, Level>([
  ['national', { code: 'country_code', name: 'country_name' }],
  ['regional', { code: 'region_code', name: 'region_name' }],
  ['local authority', { code: 'new_la_code', name: 'la_name', dfeCode: 'old_la_code' }],
  ['local authority district', { code: 'lad_code', name: 'lad_name' }],
]);

const areaCode = /^[A-Z]\d{8}$/;
const dfeCode = /^\d{3}$/;

/**
 * Reads the place of a row by its level, leaving out what the row says of the larger areas round it. Codes stay as they
 * stand in the row: Dorset before April 2019 is 835 and E10000009, after it 838 and E06000059, and they are not one.
 */
export function placeReader(columns: Columns): (row: DelimitedRecord) => PublishedArea | RefusedRow {
  const known = new Map<string, PublishedArea>();
  const levelAt = columns.at('geographic_level');
  const places = new Map(
    [...levels].map(([level, { code, name, dfeCode: old }]) => [
      level,
      { code: columns.at(code), name: columns.at(name), old: old === undefined ? -1 : columns.at(old) },
    ]),
  );
  return ({ cells, line }) => {
    const level = (cells[levelAt] ?? '').trim();
    const place = places.get(level.toLowerCase());
    if (!place) return unknownLevel(line, level);
    const code = (cells[place.code] ?? '').trim();
    const old = (cells[place.old] ?? '').trim();
    const name = (cells[place.name] ?? '').trim();
    const key = `${level}|${code}|${old}|${name}`;
    const found = known.get(key);
    if (found) return found;
    if (name === '' || (!areaCode.test(code) && !dfeCode.test(old)))
      return unknownArea(line, `${code} ${old} ${name}`);
    const area: PublishedArea = {
      ...(areaCode.test(code) ? { code } : {}),
      ...(dfeCode.test(old) ? { dfeCode: old } : {}),
      name,
      level,
    };
    known.set(key, area);
    return area;
  };
}

function unknownLevel(line: number, text: string): RefusedRow {
  return refusedRow({
    about: 'row',
    line,
    column: 'geographic_level',
    text,
    reason: 'unknown-level',
    words: `Rows of the level “${text}” are not read: only the country, regions, authorities and districts are.`,
    mend: 'Nothing needs mending where you do not need such rows.',
  });
}

function unknownArea(line: number, text: string): RefusedRow {
  return refusedRow({
    about: 'row',
    line,
    column: 'geographic_level',
    text: text.trim(),
    reason: 'unknown-area',
    words: 'The row names no area: its code or its name is not there.',
    mend: 'Give the area’s nine-character code (E10000013) and its name.',
  });
}
