import type { RefusedRow } from '../../observation.ts';
import type { Columns } from './columns.ts';
import type { DelimitedRecord } from './delimited.ts';
import { openColumns } from './open-columns.ts';
import { emptyPart } from './source.ts';
import type { ReadPart, Source } from './source.ts';

/** Puts one row where it belongs in the part: an observation, a refusal, or a repetition. */
export type RowReader = (row: DelimitedRecord, part: ReadPart) => void;

/** Prepares the reading of rows once the columns are known. */
export type PrepareRows = (columns: Columns) => RowReader;

/** Reads a table part by part: opens it, finds the columns it needs, hands every whole row to the reader. */
export async function* readRows(
  source: Source,
  needed: readonly string[],
  prepare: PrepareRows,
): AsyncGenerator<ReadPart> {
  const opened = await openColumns(source, needed);
  if (!opened.done) return yield refusedFile(opened.refusal);
  const { table, columns } = opened.value;
  const takeRow = prepare(columns);
  let told = 0;
  for await (const { rows, refused, rowsRead } of table.rows) {
    const part: ReadPart = { ...emptyPart(), refused, rowsRead, notes: table.notes.slice(told) };
    told = table.notes.length;
    for (const row of rows) takeRow(row, part);
    yield part;
  }
  if (told < table.notes.length) yield { ...emptyPart(), notes: table.notes.slice(told) };
}

/** A part that holds nothing but why the file could not be read. */
export function refusedFile(refusal: RefusedRow): ReadPart {
  return { ...emptyPart(), refused: [refusal] };
}
