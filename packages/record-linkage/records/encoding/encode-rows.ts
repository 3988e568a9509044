import { DuckDBBlobVector, type DuckDBConnection } from '@duckdb/node-api';
import { columnOfBytes, joinParts } from './encoded-column.ts';
import { Encoder } from './encoder.ts';
import type { Column } from '../records.ts';
import { bytesSql, partsOf, valueWords } from './value-words.ts';

/** Columns as they are read: expressions, each in as many parts as its values are long. */
export class Encoding {
  readonly #sql: readonly string[];
  readonly #encoders: readonly (readonly Encoder[])[];

  private constructor(sql: readonly string[], parts: readonly number[]) {
    this.#sql = sql;
    this.#encoders = sql.map((_, place) => Array.from({ length: parts[place] ?? 1 }, () => new Encoder()));
  }

  /** Ready to read these expressions; how long their values are is seen from the first rows of a table. */
  static async of(connection: DuckDBConnection, table: string, sql: readonly string[]): Promise<Encoding> {
    const longest = sql.map((each) => `max(strlen((${each})::varchar))`);
    try {
      const read = await connection.runAndReadAll(
        `select ${longest.join(', ')} from (select * from ${table} limit 2048)`,
      );
      const lengths = read.getRows()[0] ?? [];
      return new Encoding(
        sql,
        lengths.map((length) => partsOf(Number(length ?? 0))),
      );
    } catch {
      // what cannot be read is said of when all of it is read
      return new Encoding(sql, []);
    }
  }

  /** Reads all rows of a table, and returns how many there are. `sql` says the expressions otherwise for this table. */
  async read(
    connection: DuckDBConnection,
    table: string,
    sql: readonly string[] = this.#sql,
  ): Promise<number> {
    const columns = sql.flatMap((each, place) => bytesSql(each, this.#encoders[place]?.length ?? 1));
    const result = await connection.stream(`select ${columns.join(', ')} from ${table}`);
    const encoders = this.#encoders.flat();
    let rows = 0;
    for (;;) {
      const chunk = await result.fetchChunk();
      if (!chunk || chunk.rowCount === 0) return rows;
      rows += chunk.rowCount;
      for (const [index, encoder] of encoders.entries()) {
        const vector = chunk.getColumnVector(index);
        if (!(vector instanceof DuckDBBlobVector))
          throw new Error(`column ${index} came as ${String(vector.type)}`);
        encoder.add(valueWords(vector, chunk.rowCount), chunk.rowCount);
      }
    }
  }

  /** The columns, in the order of the expressions. */
  finish(): readonly Column[] {
    return this.#encoders.map((parts) => columnOfBytes(joinParts(parts.map((encoder) => encoder.finish()))));
  }
}
