import { refusedRow } from '../observation.ts';
import type { RefusedRow } from '../observation.ts';
import type { DelimitedRecord } from './table/delimited.ts';
import type { Source } from './table/source.ts';
import { openTable } from './table/table.ts';

/** One statistical neighbour, by the Department for Education's number. */
export type NeighbourRow = {
  /** the set's year: sets differ, so every comparison names its own */
  set: string;
  area: string;
  neighbours: readonly { rank: number; area: string; closeness: string }[];
};

export type NeighbourSetRead = { rows: NeighbourRow[]; refused: RefusedRow[]; rowsRead: number };

/** The places of the area's number and of the first neighbour; neighbour and closeness take turns from there. */
type Layout = { set: string; areaAt: number; firstAt: number };

/**
 * Reads a set of statistical neighbours: the wide file of 2025 (`SN_1, SN_1P, …`), or the one of April 2021, whose header
 * repeats `SNP` ten times and ends in a comma. Columns are told by the place of the first neighbour, since names repeat.
 */
export async function readNeighbours(source: Source): Promise<NeighbourSetRead> {
  const read: NeighbourSetRead = { rows: [], refused: [], rowsRead: 0 };
  const table = await openTable(source);
  if (!table.done) return { ...read, refused: [table.refusal] };
  let layout = layoutOf(table.value.headers, source.name);
  const seen = new Set<string>();
  for await (const part of table.value.rows) {
    // The Department's own files number their columns in two rows above the header.
    const above = layout ? -1 : part.rows.slice(0, 2).findIndex(({ cells }) => layoutOf(cells, source.name));
    layout ??= layoutOf(part.rows[above]?.cells ?? [], source.name);
    if (!layout) break;
    read.refused.push(...part.refused);
    read.rowsRead += part.rowsRead - (above + 1);
    for (const row of part.rows.slice(above + 1)) takeRow(row, { layout, seen, read });
  }
  return layout ? read : { ...read, refused: [unknownLayout(table.value.headers)] };
}

type Taking = { layout: Layout; seen: Set<string>; read: NeighbourSetRead };

function takeRow(row: DelimitedRecord, { layout, seen, read }: Taking): void {
  const found = neighboursIn(row, layout);
  if ('reason' in found) return void read.refused.push(found);
  if (seen.has(found.area))
    return void read.refused.push(wrong(row.line, { column: 'area', text: found.area, what: 'twice' }));
  seen.add(found.area);
  read.rows.push(found);
}

function layoutOf(headers: readonly string[], name: string): Layout | undefined {
  const wide = headers.indexOf('SN_1');
  if (wide >= 0 && headers.includes('old_la_code') && headers[wide + 19] === 'SN_10P')
    return { set: yearIn(name) ?? '2025', areaAt: headers.indexOf('old_la_code'), firstAt: wide };
  const first = headers.indexOf('SN1');
  if (first >= 0 && headers.includes('LA num') && headers[first + 18] === 'SN10')
    return { set: yearIn(name) ?? '2021', areaAt: headers.indexOf('LA num'), firstAt: first };
  return undefined;
}

function yearIn(name: string): string | undefined {
  return /(?:^|\D)(20\d{2})(?:\D|$)/.exec(name)?.[1];
}

const numberShape = /^\d{3}$/;

const closenessWords: ReadonlySet<string> = new Set([
  'extremely close',
  'very close',
  'close',
  'somewhat close',
  'not close',
]);

function neighboursIn(
  { cells, line }: DelimitedRecord,
  { set, areaAt, firstAt }: Layout,
): NeighbourRow | RefusedRow {
  const area = (cells[areaAt] ?? '').trim();
  if (!numberShape.test(area)) return wrong(line, { column: 'area', text: area, what: 'number' });
  const neighbours: { rank: number; area: string; closeness: string }[] = [];
  for (let rank = 1; rank <= 10; rank += 1) {
    const at = firstAt + (rank - 1) * 2;
    const neighbour = (cells[at] ?? '').trim();
    // The publisher's cells end in spaces, and sets differ in capitals.
    const closeness = (cells[at + 1] ?? '').trim().toLowerCase();
    const column = `neighbour ${rank}`;
    if (!numberShape.test(neighbour)) return wrong(line, { column, text: neighbour, what: 'number' });
    if (!closenessWords.has(closeness)) return wrong(line, { column, text: closeness, what: 'closeness' });
    if (neighbour === area || neighbours.some((each) => each.area === neighbour))
      return wrong(line, { column, text: neighbour, what: 'twice' });
    neighbours.push({ rank, area: neighbour, closeness });
  }
  return { set, area, neighbours };
}

const wrongWords = {
  number: 'An authority’s number has three digits.',
  closeness: 'The closeness is none of the words that the publisher uses.',
  twice: 'The authority stands twice where it may stand once.',
} as const;

function wrong(
  line: number,
  { column, text, what }: { column: string; text: string; what: keyof typeof wrongWords },
): RefusedRow {
  return refusedRow({
    about: 'row',
    line,
    column,
    text,
    reason: `neighbour-${what}`,
    words: wrongWords[what],
    mend: 'Check the row against the publisher’s file.',
  });
}

function unknownLayout(headers: readonly string[]): RefusedRow {
  return refusedRow({
    about: 'file',
    line: 1,
    text: headers.join(','),
    reason: 'columns-missing',
    words:
      'The header is neither that of the 2025 file (SN_1 to SN_10P) nor that of April 2021 (SN1 to SN10).',
    mend: 'Hand in the statistical neighbours as the Department for Education gives them.',
  });
}
