import { availableParallelism } from 'node:os';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { firstTask, TasksBeside, type Tasks } from '../../threads/tasks-beside.ts';
import { Dictionary } from '../dictionary.ts';
import type { Column } from '../records.ts';
import { Encoding } from './encode-rows.ts';
import { workOutByValue } from './worked-out-by-value.ts';

/** One column to read, and what is worked out of its values. */
export type ColumnToRead = {
  /** what it is in each table */
  readonly sql: readonly string[];
  /** nearly every row has its own value */
  readonly byRow?: true;
  /** SQL over a column of this name, worked out once for each value */
  readonly made?: { readonly name: string; readonly sql: readonly string[] };
};

/** What is read: tables one after the other, as SQL names them. */
export type ToRead = {
  readonly tables: readonly string[];
  /** columns that are read in one go; those of several goes may be read by several threads */
  readonly goes: readonly (readonly ColumnToRead[])[];
};

/** What came of one go: its columns with what was made of each behind it, and how many rows each table has. */
export type Read =
  | { readonly columns: readonly PlainColumn[]; readonly rows: readonly number[] }
  | { readonly table: number; readonly unreadable: string };

/** A column as threads hand it on. */
type PlainColumn = {
  readonly codes: Int32Array;
  readonly letters: Uint16Array;
  readonly starts: Uint32Array;
};

/** What a thread needs to know. */
export type ColumnsJob = ToRead & { readonly next: Int32Array };

/** Columns that are read while other work goes on, by threads of their own where there are several goes. */
export function columnsBeside({ tables, goes }: ToRead, connection: DuckDBConnection): TasksBeside<Read> {
  const job = { tables, goes, next: firstTask() };
  const file = import.meta.url.endsWith('.ts') ? './columns-worker.ts' : './columns-worker.js';
  const tasks = { ...columnsTasks(job, connection), worker: new URL(file, import.meta.url), job };
  return new TasksBeside(tasks, goes.length > 1 ? availableParallelism() : 1);
}

/** One go after the other, as tasks. */
export function columnsTasks(
  { tables, goes, next }: ColumnsJob,
  connection: DuckDBConnection,
): Pick<Tasks<Read>, 'count' | 'next' | 'does'> {
  return { count: goes.length, next, does: (task) => readGo(tables, goes[task] ?? [], connection) };
}

/** DuckDB for a thread of its own. */
export async function withDuckdb(does: (connection: DuckDBConnection) => Promise<void>): Promise<void> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    await does(connection);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/** The column as the engine holds it. */
export function columnOf({ codes, letters, starts }: PlainColumn): Column {
  return { codes, values: new Dictionary(letters, starts) };
}

/** Reads some columns in one go. */
export async function readGo(
  tables: readonly string[],
  go: readonly ColumnToRead[],
  connection: DuckDBConnection,
): Promise<Read> {
  const encoded = go.map(({ sql, byRow }) => ({ sql: sql[0] ?? '', ...(byRow && { byRow }) }));
  const encoding = await Encoding.of(connection, tables[0] ?? '', encoded);
  const rows: number[] = [];
  for (const [table, name] of tables.entries())
    try {
      const own = go.map(({ sql }) => sql[table] ?? '');
      rows.push(await encoding.read(connection, name, own));
    } catch (cause) {
      return { table, unreadable: messageOf(cause) };
    }
  try {
    const columns: Column[] = [];
    for (const [place, column] of encoding.finish().entries()) {
      const made = go[place]?.made;
      columns.push(column);
      if (made) columns.push(...(await workOutByValue(connection, { name: made.name, column }, made.sql)));
    }
    return { columns: columns.map(plain), rows };
  } catch (cause) {
    return { table: 0, unreadable: messageOf(cause) };
  }
}

function plain({ codes, values }: Column): PlainColumn {
  return { codes, letters: values.letters, starts: values.starts };
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
