import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { Refused } from '../../command-line/command.ts';
import type { Row } from './method.ts';

/** A table with its columns' names. */
export type Sheet = { readonly columns: readonly string[]; readonly rows: readonly Row[] };

const records = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) }));

/** Cuts a CSV with a header, delimited by comma, semicolon or tab. @throws Refused naming the line that cannot be read */
export function readSheet(bytes: Uint8Array, path: string): Sheet {
  const text = decode(bytes);
  const cut = cutText(text, path);
  const [header, ...rest] = cut;
  if (!header)
    throw new Refused('empty-file', `${path} is empty. It needs a first line with the names of its columns.`);
  const columns = header.cells.map((name) => name.trim());
  const twice = columns.find((name, place) => name !== '' && columns.indexOf(name) !== place);
  if (twice !== undefined)
    throw new Refused(
      'column-twice',
      `${path} has two columns called “${twice}”. Give one of them another name, so that it is clear which is meant.`,
    );
  const uneven = rest.find(({ cells }) => cells.length !== columns.length);
  if (uneven)
    throw new Refused(
      'uneven-row',
      `Line ${uneven.line} of ${path} has ${uneven.cells.length} cells where the first line names ${columns.length} columns. Add or take away a delimiter there, or put a cell that holds one in quotation marks.`,
    );
  return { columns, rows: rest };
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // spreadsheets on Windows still write this
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function cutText(text: string, path: string): readonly Row[] {
  const [first = ''] = text.split(/\r\n|\n|\r/, 1);
  const [delimiter = ','] = [',', ';', '\t'].toSorted(
    (left, right) => counted(first, right) - counted(first, left),
  );
  try {
    const made: unknown = parse(text, {
      bom: true,
      delimiter,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    });
    return records
      .parse(made)
      .map(({ record, info }) => ({ line: startOf(record, info.lines), cells: record }));
  } catch (fault) {
    if (!(fault instanceof Error && 'lines' in fault)) throw fault;
    throw new Refused(
      'not-a-table',
      `${path} cannot be read as a table at line ${String(fault.lines)}: ${fault.message}. Close the quotation mark that was opened there, or double one that belongs to the text.`,
    );
  }
}

function counted(text: string, mark: string): number {
  return text.split(mark).length;
}

/** The reader tells the line that a row ends on; a cell may hold line breaks. */
function startOf(cells: readonly string[], end: number): number {
  return end - cells.reduce((sum, cell) => sum + (cell.match(/\r\n|\n|\r/g)?.length ?? 0), 0);
}
