import type { Outcome } from '#platform/kernel/outcome.ts';
import type { RefusedRow } from '../../observation.ts';
import { findColumns } from './columns.ts';
import type { Columns } from './columns.ts';
import type { DelimitedRecord } from './delimited.ts';
import { emptyPart } from './source.ts';
import type { ReadPart, Source } from './source.ts';
import { openTable } from './table.ts';
import type { Table } from './table.ts';

/** Puts one row where it belongs in the part: an observation, a refusal, or a repetition. */
export type RowReader = (row: DelimitedRecord, part: ReadPart) => void;

/** Prepares the reading of rows once the columns are known; may refuse the file. */
export type PrepareRows = (columns: Columns, table: Table) => Outcome<RowReader, RefusedRow>;

/** Reads a table part by part: opens it, finds the columns it needs, hands every whole row to the reader. */
export async function* readRows(
  source: Source,
  needed: readonly string[],
  prepare: PrepareRows,
): AsyncGenerator<ReadPart> {
  const table = await openTable(source);
  if (!table.done) return yield refusedFile(table.refusal);
  const columns = findColumns(table.value.headers, needed);
  if (!columns.done) return yield refusedFile(columns.refusal);
  const reader = prepare(columns.value, table.value);
  if (!reader.done) return yield refusedFile(reader.refusal);
  let told = 0;
  for await (const { rows, refused, rowsRead } of table.value.rows) {
    const part: ReadPart = { ...emptyPart(), refused, rowsRead, notes: table.value.notes.slice(told) };
    told = table.value.notes.length;
    for (const row of rows) reader.value(row, part);
    yield part;
  }
  if (told < table.value.notes.length) yield { ...emptyPart(), notes: table.value.notes.slice(told) };
}

/** A part that holds nothing but why the file could not be read. */
export function refusedFile(refusal: RefusedRow): ReadPart {
  return { ...emptyPart(), refused: [refusal] };
}
