import { done, refuse, type Outcome, type WordsFor } from '#platform/kernel/outcome.ts';
import { plainHeader } from '../formats/table/plain-header.ts';
import { geographyNames, geographyOf, isOnlyOf2021, type Geography } from './geography.ts';
import { codeColumn, type Rows, type SmallArea } from './small-area.ts';

/** Which small area lies in which zone. */
export type Assigned = { readonly code: string; readonly zone: string };

/** What is wrong with a list of zones, with everything that has to be mended. */
export type ZonesRefusal =
  | { reason: 'no-small-areas-known' }
  | { reason: 'zone-columns-missing'; headers: readonly string[] }
  | { reason: 'no-zones' }
  | { reason: 'too-many-zones'; count: number; most: number }
  | { reason: 'zone-name-missing'; codes: readonly string[] }
  | { reason: 'other-year'; of: Geography; known: Geography; codes: readonly string[] }
  | { reason: 'unknown-codes'; codes: readonly string[] }
  | { reason: 'in-two-zones'; codes: readonly { code: string; zones: readonly string[] }[] }
  | { reason: 'left-out'; codes: readonly string[] };

export const zonesWords: WordsFor<ZonesRefusal> = {
  'no-small-areas-known': () =>
    'Bring in the list of your small areas first, so that the zones can be held against it',
  'zone-columns-missing': ({ headers }) =>
    `The file needs two columns: a code of a small area, and the name of its zone. It has: ${headers.slice(0, 6).join(', ')}`,
  'no-zones': () => 'No small area was given a zone',
  'too-many-zones': ({ count, most }) =>
    `There are ${count} zones, more than ${most}. Check that the second column holds names of zones`,
  'zone-name-missing': ({ codes }) =>
    `${some(codes)} ${codes.length === 1 ? 'has' : 'have'} no zone beside ${codes.length === 1 ? 'it' : 'them'}`,
  'other-year': ({ of, known, codes }) =>
    `The file is of ${geographyNames[of]}, and your list is of ${geographyNames[known]}. They are not the same areas, though most codes are: ${some(codes)} ${codes.length === 1 ? 'is' : 'are'} only in one of them. Hand in a file of the same year, or bring in the other list first`,
  'unknown-codes': ({ codes }) =>
    `${some(codes)} ${codes.length === 1 ? 'is' : 'are'} not in the list of your small areas. Correct the code, or leave the row out`,
  'in-two-zones': ({ codes }) =>
    `${codes.length === 1 ? 'One small area stands' : `${codes.length} small areas stand`} in two zones: ${codes
      .slice(0, 5)
      .map(({ code, zones }) => `${code} in ${zones.join(' and ')}`)
      .join('; ')}${codes.length > 5 ? '; and more' : ''}. Keep one of the rows`,
  'left-out': ({ codes }) =>
    `${some(codes)} of your area ${codes.length === 1 ? 'is' : 'are'} in no zone. Add ${codes.length === 1 ? 'it' : 'them'}, or say below that ${codes.length === 1 ? 'it is' : 'they are'} meant to be left out`,
};

function some(codes: readonly string[]): string {
  const named = codes.slice(0, 5).join(', ');
  return codes.length > 5 ? `${named} and ${codes.length - 5} more` : named;
}

const mostZones = 200;

/** The pairs of a file of two columns, before they are held against anything. */
export function readZoneList({
  headers,
  rows,
}: Rows): Outcome<{ header: string; assigned: readonly Assigned[] }, ZonesRefusal> {
  const code = codeColumn(headers);
  const zone = headers
    .map(plainHeader)
    .findIndex(
      (header, at) => at !== code && /zone|pyramid|ward|cluster|locality|neighbourhood|name$/.test(header),
    );
  const zoneAt = zone < 0 && headers.length === 2 && code >= 0 ? 1 - code : zone;
  if (code < 0 || zoneAt < 0) return refuse({ reason: 'zone-columns-missing', headers });
  return done({
    header: headers[code] ?? '',
    assigned: rows.map(({ cells }) => ({
      code: (cells[code] ?? '').trim().toUpperCase(),
      zone: (cells[zoneAt] ?? '').trim().replaceAll(/\s+/g, ' ').slice(0, 80),
    })),
  });
}

/** Whether small areas that stand in no zone were meant to. */
export type Leaving = 'nothing-left-out' | 'some-left-out';

/** Holds zones against the small areas of the partnership: what cannot be, and what was perhaps forgotten. */
export function checkZones(
  { header, assigned }: { header: string; assigned: readonly Assigned[] },
  known: readonly SmallArea[],
  leaving: Leaving,
): Outcome<readonly Assigned[], ZonesRefusal> {
  const [first] = known;
  if (!first) return refuse({ reason: 'no-small-areas-known' });
  const named = assigned.filter(({ code, zone }) => code !== '' || zone !== '');
  const nameless = named.filter(({ zone }) => zone === '').map(({ code }) => code);
  if (nameless.length > 0) return refuse({ reason: 'zone-name-missing', codes: nameless });
  if (named.length === 0) return refuse({ reason: 'no-zones' });
  const zones = new Set(named.map(({ zone }) => zone));
  if (zones.size > mostZones) return refuse({ reason: 'too-many-zones', count: zones.size, most: mostZones });
  const codes = new Set(known.map(({ code }) => code));
  const unknown = [...new Set(named.map(({ code }) => code))].filter((code) => !codes.has(code));
  const year = yearRefusal({ header, unknown, all: named.map(({ code }) => code) }, first.geography);
  if (year) return refuse(year);
  if (unknown.length > 0) return refuse({ reason: 'unknown-codes', codes: unknown });
  const doubled = [...Map.groupBy(named, ({ code }) => code)].flatMap(([code, rows]) => {
    const of = [...new Set(rows.map(({ zone }) => zone))];
    return of.length > 1 ? [{ code, zones: of }] : [];
  });
  if (doubled.length > 0) return refuse({ reason: 'in-two-zones', codes: doubled });
  const inside = new Set(named.map(({ code }) => code));
  const leftOut = [...codes].filter((code) => !inside.has(code));
  if (leftOut.length > 0 && leaving === 'nothing-left-out')
    return refuse({ reason: 'left-out', codes: leftOut });
  return done([...new Map(named.map((one) => [one.code, one])).values()]);
}

/** A file of another year than the list is told as that, and not as a heap of unknown codes. */
function yearRefusal(
  { header, unknown, all }: { header: string; unknown: readonly string[]; all: readonly string[] },
  known: Geography,
): ZonesRefusal | undefined {
  const of = geographyOf(all, header);
  const isOther = of !== undefined && of !== known && of.slice(0, 4) === known.slice(0, 4);
  if (!isOther || (unknown.length === 0 && !/11|21/.test(header))) return undefined;
  const telling = unknown.length > 0 ? unknown : all.filter(isOnlyOf2021);
  return { reason: 'other-year', of, known, codes: telling.length > 0 ? telling : all.slice(0, 5) };
}
