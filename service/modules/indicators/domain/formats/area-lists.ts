import { refusedRow } from '../observation.ts';
import type { RefusedRow } from '../observation.ts';
import { openColumns } from './table/open-columns.ts';
import type { Source } from './table/source.ts';

/** A row of LAIT's area list. */
export type ListedArea = { dfeCode: string; name: string; region: string; type: string; line: number };

/** A row of the map between the Department's three digits and the nine characters of national statistics. */
export type MappedArea = { dfeCode: string; code: string; name: string; line: number };

export type AreasRead<Area> = { areas: Area[]; refused: RefusedRow[]; rowsRead: number };

/** Reads LAIT's list of areas (`LA Number, LA Name, Region, Type`); "NA" means that there is none. */
export function readLaitAreas(source: Source): Promise<AreasRead<ListedArea>> {
  const needed = ['LA Number', 'LA Name', 'Region', 'Type'];
  return readAreas(source, needed, (cell, line) => {
    const [dfeCode, name] = [cell('LA Number'), cell('LA Name')];
    if (!/^\d{3,4}$/.test(dfeCode) || name === '') return unknownArea(line, 'LA Number', dfeCode);
    return { dfeCode, name, region: withoutNA(cell('Region')), type: withoutNA(cell('Type')), line };
  });
}

/** Reads the code map (`old_la_code, new_la_code, la_name`). */
export function readCodeMap(source: Source): Promise<AreasRead<MappedArea>> {
  return readAreas(source, ['old_la_code', 'new_la_code', 'la_name'], (cell, line) => {
    const [dfeCode, code, name] = [cell('old_la_code'), cell('new_la_code'), cell('la_name')];
    if (!/^\d{3}$/.test(dfeCode)) return unknownArea(line, 'old_la_code', dfeCode);
    return /^[A-Z]\d{8}$/.test(code) ? { dfeCode, code, name, line } : unknownArea(line, 'new_la_code', code);
  });
}

type MakeArea<Area> = (cell: (name: string) => string, line: number) => Area | RefusedRow;

async function readAreas<Area extends { line: number }>(
  source: Source,
  needed: readonly string[],
  make: MakeArea<Area>,
): Promise<AreasRead<Area>> {
  const read: AreasRead<Area> = { areas: [], refused: [], rowsRead: 0 };
  const opened = await openColumns(source, needed);
  if (!opened.done) return { ...read, refused: [opened.refusal] };
  const { table, columns } = opened.value;
  for await (const part of table.rows) {
    read.refused.push(...part.refused);
    read.rowsRead += part.rowsRead;
    for (const { cells, line } of part.rows) {
      const made = make((name) => (cells[columns.at(name)] ?? '').trim(), line);
      if ('reason' in made) read.refused.push(made);
      else read.areas.push(made);
    }
  }
  return read;
}

function withoutNA(text: string): string {
  return text === 'NA' ? '' : text;
}

function unknownArea(line: number, column: string, text: string): RefusedRow {
  return refusedRow({
    about: 'row',
    line,
    column,
    text,
    reason: 'unknown-area',
    words: `“${text}” is not the code of one area.`,
    mend: 'Nothing needs mending where the row stands for several areas at once, or for one that has closed.',
  });
}
