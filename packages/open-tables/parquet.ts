import { parquetWriteBuffer } from 'hyparquet-writer';
import { toJson } from './json.ts';
import { type OpenTable } from './table.ts';

/**
 * The table as a Parquet file: the columns of the JSON form, numbers as DOUBLE and words as UTF-8 strings, each of
 * which may be null. Title, source and notes stand in the file's key-value metadata.
 */
export function toParquet(table: OpenTable): Uint8Array {
  const { title, about, columns, rows } = toJson(table);
  const numbers = new Set(
    columns.map(({ name }) => name).filter((name) => rows.some((row) => typeof row[name] === 'number')),
  );
  const written = parquetWriteBuffer({
    columnData: columns.map(({ name }) => ({
      name,
      data: rows.map((row) => row[name] ?? null),
      type: numbers.has(name) ? ('DOUBLE' as const) : ('STRING' as const),
      nullable: true,
    })),
    kvMetadata: Object.entries({ title, ...about }).map(([key, value]) => ({ key, value })),
  });
  return new Uint8Array(written);
}
