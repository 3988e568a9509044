import { DuckDBDataChunk, VARCHAR, type DuckDBConnection } from '@duckdb/node-api';
import type { Expression } from '../../model/model.ts';
import { columnsRead } from '../columns-read.ts';
import { Encoding } from './encode-rows.ts';
import type { Column } from '../records.ts';
import { nameSql, sqlOf, type SourceFile } from '../source-file.ts';

const rowsOfChunk = 2048;

/** Whether SQL may say something else of the same value in another row, or put rows in another order. */
export function readsOtherRows(sql: string): boolean {
  return byRow.test(sql);
}

const byRow =
  /\b(?:over|select|random|setseed|uuid\w*|gen_random_uuid|nextval|rowid|filename|file_row_number)\b/iu;

/**
 * Expressions that say of a row what they say of one of its columns, by the SQL of that column: where the same value
 * stands in a hundred rows they are worked out once. Only of columns that hold text in every file and are read anyway.
 */
export function expressionsByValue(
  expressions: readonly Expression[],
  files: readonly SourceFile[],
): ReadonlyMap<string, string> {
  const texts = expressions.flatMap((each) =>
    'sql' in each || !files.every((file) => isText(file, each.column)) ? [] : [each.column],
  );
  const found = new Map<string, string>();
  for (const expression of expressions) {
    if (!('sql' in expression) || readsOtherRows(expression.sql)) continue;
    const words = new Set(columnsRead(expression));
    const read = (files[0]?.columns ?? []).filter(({ name }) => words.has(name.toLowerCase()));
    const column = read.length === 1 ? texts.find((text) => isSame(text, read[0]?.name ?? '')) : undefined;
    const isRead = files.every(
      (file) => file.columns.filter(({ name }) => words.has(name.toLowerCase())).length === 1,
    );
    if (column !== undefined && isRead) found.set(expression.sql, sqlOf({ column }));
  }
  return found;
}

function isText({ columns }: SourceFile, column: string): boolean {
  return columns.some(({ name, type }) => type === 'VARCHAR' && isSame(name, column));
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** The columns that these expressions make of one column, each worked out once for each of its values. */
export async function workOutByValue(
  connection: DuckDBConnection,
  of: { readonly name: string; readonly column: Column },
  sql: readonly string[],
): Promise<readonly Column[]> {
  const { codes, values } = of.column;
  await connection.run(`create or replace temp table one_value (${nameSql(of.name)} varchar)`);
  const appender = await connection.createAppender('one_value');
  // one row more than there are values: what is made of a missing one
  for (let from = 0; from <= values.size; from += rowsOfChunk) {
    const rows = Math.min(rowsOfChunk, values.size + 1 - from);
    const chunk = DuckDBDataChunk.create([VARCHAR], rows);
    const texts = Array.from({ length: rows }, (_, row) =>
      from + row < values.size ? values.text(from + row) : null,
    );
    chunk.setColumnValues(0, texts);
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
  const made = sql.map((each) => ({ sql: each }));
  const encoding = await Encoding.of(connection, 'one_value', made);
  await encoding.read(connection, 'one_value');
  return encoding.finish().map((made) => {
    const byRow = new Int32Array(codes.length);
    for (let row = 0; row < codes.length; row += 1) {
      const code = codes[row] ?? -1;
      byRow[row] = made.codes[code < 0 ? values.size : code] ?? -1;
    }
    return { codes: byRow, values: made.values };
  });
}
