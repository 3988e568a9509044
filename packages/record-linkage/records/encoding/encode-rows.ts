import { DuckDBBlobVector, type DuckDBConnection, type DuckDBDataChunk } from '@duckdb/node-api';
import type { Column } from '../records.ts';
import { columnOfBytes, joinParts } from './encoded-column.ts';
import { Encoder } from './encoder.ts';
import { TextsByRow } from './texts-by-row.ts';
import { bytesSql, partsOf, valueWords, type ValueWords } from './value-words.ts';

/** An expression to read. */
export type Encoded = {
  readonly sql: string;
  /** nearly every row has its own value, so that values are numbered by row and not told apart */
  readonly byRow?: true;
};

/** Takes the values of one expression, in so many parts as they are long. */
type Taking = {
  readonly parts: number;
  add(values: readonly ValueWords[], rows: number): void;
  finish(): Column;
};

/** Columns as they are read: expressions, each in as many parts as its values are long. */
export class Encoding {
  readonly #encoded: readonly Encoded[];
  readonly #takings: readonly Taking[];

  private constructor(encoded: readonly Encoded[], parts: readonly number[]) {
    this.#encoded = encoded;
    this.#takings = encoded.map(({ byRow }, place) => takingOf(parts[place] ?? 1, byRow));
  }

  /** Ready to read these expressions; how long their values are is seen from the first rows of a table. */
  static async of(
    connection: DuckDBConnection,
    table: string,
    encoded: readonly Encoded[],
  ): Promise<Encoding> {
    const longest = encoded.map(({ sql }) => `max(strlen((${sql})::varchar))`);
    try {
      const read = await connection.runAndReadAll(
        `select ${longest.join(', ')} from (select * from ${table} limit 2048)`,
      );
      const lengths = read.getRows()[0] ?? [];
      return new Encoding(
        encoded,
        lengths.map((length) => partsOf(Number(length ?? 0))),
      );
    } catch {
      // what cannot be read is said of when all of it is read
      return new Encoding(encoded, []);
    }
  }

  /** Reads all rows of a table, and returns how many there are. `sql` says the expressions otherwise for this table. */
  async read(
    connection: DuckDBConnection,
    table: string,
    sql: readonly string[] = this.#encoded.map((each) => each.sql),
  ): Promise<number> {
    const columns = sql.flatMap((each, place) => bytesSql(each, this.#takings[place]?.parts ?? 1));
    const result = await connection.stream(`select ${columns.join(', ')} from ${table}`);
    let rows = 0;
    for (;;) {
      const chunk = await result.fetchChunk();
      if (!chunk || chunk.rowCount === 0) return rows;
      rows += chunk.rowCount;
      let index = 0;
      for (const taking of this.#takings) {
        const first = index;
        index += taking.parts;
        const parts = Array.from({ length: taking.parts }, (_, part) => wordsIn(chunk, first + part));
        taking.add(parts, chunk.rowCount);
      }
    }
  }

  /** The columns, in the order of the expressions. */
  finish(): readonly Column[] {
    return this.#takings.map((taking) => taking.finish());
  }
}

function wordsIn(chunk: DuckDBDataChunk, index: number): ValueWords {
  const vector = chunk.getColumnVector(index);
  if (!(vector instanceof DuckDBBlobVector))
    throw new Error(`column ${index} came as ${String(vector.type)}`);
  return valueWords(vector, chunk.rowCount);
}

function takingOf(parts: number, byRow: true | undefined): Taking {
  if (byRow) {
    const texts = new TextsByRow();
    return { parts, add: (values, rows) => texts.add(values, rows), finish: () => texts.finish() };
  }
  const encoders = Array.from({ length: parts }, () => new Encoder());
  return {
    parts,
    add(values, rows) {
      for (const [part, encoder] of encoders.entries()) {
        const own = values[part];
        if (own) encoder.add(own, rows);
      }
    },
    finish: () => columnOfBytes(joinParts(encoders.map((encoder) => encoder.finish()))),
  };
}
