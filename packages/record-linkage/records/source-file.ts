import { access } from 'node:fs/promises';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Expression } from '../model/model.ts';
import { done, refuse, type Refusal, type Result } from '../result.ts';

/** A file of records and what its source is called. */
export type Source = { readonly name: string; readonly file: string };

/** A file that can be read: how SQL names it, and its columns. */
export type SourceFile = {
  readonly source: Source;
  readonly table: string;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
};

/** Opens a CSV (also `.tsv`, `.txt`, packed with gzip) or Parquet file; every column of a CSV is read as text. */
export async function openSource(source: Source, connection: DuckDBConnection): Promise<Result<SourceFile>> {
  const reader = readerOf(source.file);
  if (!reader)
    return refuse({
      reason: 'unknown-format',
      place: source.file,
      words: `${source.file} ends neither in .csv nor in .parquet: give a CSV or a Parquet file.`,
    });
  const isThere = await access(source.file).then(
    () => true,
    () => false,
  );
  if (!isThere)
    return refuse({
      reason: 'missing-file',
      place: source.file,
      words: `There is no file ${source.file}, or it may not be read.`,
    });
  const table = `${reader.name}(${textSql(source.file)}${reader.options})`;
  try {
    const described = await connection.runAndReadAll(`describe select * from ${table}`);
    const columns = described.getRows().map((row) => ({ name: String(row[0]), type: String(row[1]) }));
    return done({ source, table, columns });
  } catch (cause) {
    return refuse(unreadable(source, cause));
  }
}

function readerOf(file: string): { readonly name: string; readonly options: string } | undefined {
  const name = file.toLowerCase();
  if (name.endsWith('.parquet')) return { name: 'read_parquet', options: '' };
  return /\.(?:csv|tsv|txt)(?:\.gz)?$/u.test(name)
    ? { name: 'read_csv', options: ', all_varchar = true, header = true' }
    : undefined;
}

/** What is said of a file that DuckDB cannot read. */
export function unreadable(source: Source, cause: unknown): Refusal {
  const words = cause instanceof Error ? cause.message : String(cause);
  return {
    reason: 'unreadable',
    place: source.file,
    words: `${source.file} cannot be read: ${(words.split('\n')[0] ?? '').slice(0, 300)}`,
  };
}

/** The SQL of an expression before our own cleaning. */
export function sqlOf(expression: Expression): string {
  return 'sql' in expression ? expression.sql : nameSql(expression.column);
}

/** A name as SQL quotes it. */
export function nameSql(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** A text as SQL quotes it. */
export function textSql(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** Whether this file has everything that is read of it; where not, what is missing and what there is. */
export async function checkExpressions(
  file: SourceFile,
  expressions: readonly Expression[],
  connection: DuckDBConnection,
): Promise<Refusal | undefined> {
  for (const expression of expressions) {
    const refusal =
      'sql' in expression
        ? await checkSql(file, expression.sql, connection)
        : checkColumn(file, expression.column);
    if (refusal) return refusal;
  }
  return undefined;
}

/** Whether the file has a column of this name (small and capital letters are alike, as in SQL). */
export function hasColumn(file: SourceFile, name: string): boolean {
  return file.columns.some((column) => column.name.toLowerCase() === name.toLowerCase());
}

/** Whether the file has a column of this name that can be read as text. */
export function checkColumn(file: SourceFile, name: string): Refusal | undefined {
  const column = file.columns.find((each) => each.name.toLowerCase() === name.toLowerCase());
  if (!column)
    return {
      reason: 'missing-column',
      place: `${file.source.file}: ${name}`,
      words: `${file.source.file} has no column "${name}". It has: ${file.columns.map((each) => each.name).join(', ')}.`,
    };
  return isText(column.type) ? undefined : wrongType(file, name, column.type);
}

async function checkSql(
  file: SourceFile,
  sql: string,
  connection: DuckDBConnection,
): Promise<Refusal | undefined> {
  try {
    const described = await connection.runAndReadAll(`describe select (${sql}) from ${file.table}`);
    const type = String(described.getRows()[0]?.[1]);
    return isText(type) ? undefined : wrongType(file, sql, type);
  } catch (cause) {
    return {
      reason: 'wrong-expression',
      place: `${file.source.file}: ${sql}`,
      words: `${sql} cannot be read of ${file.source.file}: ${
        (cause instanceof Error ? cause.message : String(cause)).split('\n')[0] ?? ''
      }. Its columns are: ${file.columns.map((each) => each.name).join(', ')}.`,
    };
  }
}

function isText(type: string): boolean {
  return !/\]$|^(?:STRUCT|MAP|UNION|BLOB|GEOMETRY|VARIANT)/u.test(type);
}

function wrongType(file: SourceFile, what: string, type: string): Refusal {
  return {
    reason: 'wrong-type',
    place: `${file.source.file}: ${what}`,
    words: `${what} of ${file.source.file} is a ${type}, which cannot be compared as one value. Name an expression that makes text of it, such as array_to_string(${what}, ' ').`,
  };
}
