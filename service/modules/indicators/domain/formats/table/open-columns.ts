import { done } from '#platform/kernel/outcome.ts';
import type { Outcome } from '#platform/kernel/outcome.ts';
import type { RefusedRow } from '../../observation.ts';
import { findColumns } from './columns.ts';
import type { Columns } from './columns.ts';
import type { Source } from './source.ts';
import { openTable } from './table.ts';
import type { Table } from './table.ts';

export type TableColumns = { table: Table; columns: Columns };

/** Opens a table and finds the columns that its format needs; lets go of the file where they are not there. */
export async function openColumns(
  source: Source,
  needed: readonly string[],
): Promise<Outcome<TableColumns, RefusedRow>> {
  const table = await openTable(source);
  if (!table.done) return table;
  const columns = findColumns(table.value.headers, needed);
  if (columns.done) return done({ table: table.value, columns: columns.value });
  await table.value.close();
  return columns;
}
