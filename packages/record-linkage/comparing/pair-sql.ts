import { DuckDBDataChunk, DuckDBInstance, INTEGER, VARCHAR, type DuckDBConnection } from '@duckdb/node-api';
import type { PairBatch } from '../blocking/pair-walk.ts';
import type { Condition, LinkageModel } from '../model/model.ts';
import { columnsOfPairSql } from '../records/expressions-of.ts';
import type { Records } from '../records/records.ts';
import { columnOf } from '../records/same-values.ts';
import { nameSql } from '../records/source-file.ts';
import { leavesOf } from './fields.ts';
import type { Ask } from './judge.ts';

const rowsOfChunk = 2048;

/** The SQL about two records that a model's comparisons ask, each once. */
export function pairSqlIn(model: Pick<LinkageModel, 'comparisons'>): string[] {
  const conditions = model.comparisons.flatMap(({ nullWhen, levels }) => [
    nullWhen,
    ...levels.map(({ when }) => when),
  ]);
  return [...new Set(conditions.flatMap(pairSqlOf))];
}

/** The SQL about two records within a condition. */
export function pairSqlOf(condition: Condition): string[] {
  return leavesOf(condition).flatMap((leaf) => (leaf.is === 'pair-sql' ? [leaf.sql] : []));
}

/**
 * Answers SQL about two records, a batch of pairs at a time. The SQL names columns as `l.x` and `r.x` or `x_l` and
 * `x_r`; all are text. Slow: thousands of pairs a second, where codes answer millions.
 */
export class PairSql {
  /** the pair of the last batch that is asked about */
  at = 0;
  readonly #connection: DuckDBConnection;
  readonly #close: () => void;
  readonly #sql: readonly string[];
  #answers: Uint8Array[] = [];

  private constructor(connection: DuckDBConnection, sql: readonly string[], close: () => void) {
    this.#connection = connection;
    this.#sql = sql;
    this.#close = close;
  }

  /** Puts the columns that the SQL names where DuckDB finds them. */
  static async open(sql: readonly string[], records: Records): Promise<PairSql> {
    const instance = await DuckDBInstance.create(':memory:');
    const connection = await instance.connect();
    const columns = [...new Set(sql.flatMap(columnsOfPairSql))];
    await loadRecords(connection, records, columns);
    return new PairSql(connection, sql, () => {
      connection.closeSync();
      instance.closeSync();
    });
  }

  /** Answers all SQL for the first pairs of a batch. */
  async answer(batch: PairBatch, count: number): Promise<void> {
    await this.#connection.run('create or replace temp table pair (number integer, l integer, r integer)');
    const appender = await this.#connection.createAppender('pair');
    for (let from = 0; from < count; from += rowsOfChunk) {
      const to = Math.min(count, from + rowsOfChunk);
      const chunk = DuckDBDataChunk.create([INTEGER, INTEGER, INTEGER], to - from);
      chunk.setColumnValues(
        0,
        Array.from({ length: to - from }, (_, row) => from + row),
      );
      chunk.setColumnValues(1, [...batch.left.subarray(from, to)]);
      chunk.setColumnValues(2, [...batch.right.subarray(from, to)]);
      appender.appendDataChunk(chunk);
    }
    appender.closeSync();
    const said = this.#sql.map((sql) => `case when (${sql}) then 1 when (${sql}) is null then 2 else 0 end`);
    const read = await this.#connection.runAndReadAll(
      `select ${said.join(', ')} from pair join record_l l on l.number = pair.l join record_r r on r.number = pair.r
       order by pair.number`,
    );
    this.#answers = read.getColumns().map((column) => Uint8Array.from(column, Number));
  }

  /** What this SQL says of the pair at `at`: no, yes or neither. */
  ask(sql: string): Ask {
    const number = this.#sql.indexOf(sql);
    return () => this.#answers[number]?.[this.at] ?? 0;
  }

  /** Lets go of DuckDB. */
  close(): void {
    this.#close();
  }
}

async function loadRecords(
  connection: DuckDBConnection,
  records: Records,
  columns: readonly string[],
): Promise<void> {
  const named = columns.map((column) => `${nameSql(column)} varchar`).map((each) => `, ${each}`);
  await connection.run(`create table record (number integer${named.join('')})`);
  const appender = await connection.createAppender('record');
  const types = [INTEGER, ...columns.map(() => VARCHAR)];
  for (let from = 0; from < records.count; from += rowsOfChunk) {
    const rows = Math.min(rowsOfChunk, records.count - from);
    const chunk = DuckDBDataChunk.create(types, rows);
    chunk.setColumnValues(
      0,
      Array.from({ length: rows }, (_, row) => from + row),
    );
    for (const [at, column] of columns.entries()) {
      const { codes, values } = columnOf(records, { column });
      chunk.setColumnValues(
        at + 1,
        Array.from({ length: rows }, (_, row) => {
          const code = codes[from + row] ?? -1;
          return code < 0 ? null : values.text(code);
        }),
      );
    }
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
  for (const side of ['l', 'r']) {
    const ended = columns.map((column) => `, ${nameSql(column)} as ${nameSql(`${column}_${side}`)}`);
    await connection.run(`create view record_${side} as select *${ended.join('')} from record`);
  }
}
