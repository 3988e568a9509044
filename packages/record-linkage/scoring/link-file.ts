import { rename, rm } from 'node:fs/promises';
import {
  DOUBLE,
  DuckDBDataChunk,
  DuckDBInstance,
  INTEGER,
  TINYINT,
  USMALLINT,
  VARCHAR,
  type DuckDBAppender,
  type DuckDBConnection,
} from '@duckdb/node-api';
import type { LinkageModel } from '../model/model.ts';
import type { Records } from '../records/records.ts';
import { nameSql, textSql } from '../records/source-file.ts';
import { refuse, type Result } from '../result.ts';
import type { ScoredBatch } from './kept-pairs.ts';
import { scorePairs, type Scored, type ToScore } from './score-pairs.ts';

/** What is scored, and the file for the links. */
export type ToFile = Omit<ToScore, 'into'> & {
  /** ends in `.parquet`, `.csv` or `.duckdb` (a database with one table, `link`) */
  readonly file: string;
};

/** A chunk of DuckDB holds no more rows. */
const rowsOfChunk = 2048;

/**
 * Scores pairs into a file, one row each: `source_l`, `id_l`, `source_r`, `id_r`, `match_weight` (log2 of odds),
 * `match_probability`, `rule` (its name), and `answer_…` for each comparison (0 the closest level, -1 where nothing
 * can be said). The file comes into its place whole: a run that is cut short leaves none, and an older one as it was.
 */
export async function scoreIntoFile(scoring: ToFile): Promise<Result<Scored>> {
  const format = /\.(parquet|csv|duckdb)$/u.exec(scoring.file.toLowerCase())?.[1];
  if (format === undefined)
    return refuse({
      reason: 'unknown-format',
      place: scoring.file,
      words: `${scoring.file} ends neither in .parquet nor in .csv nor in .duckdb.`,
    });
  const making = `${scoring.file}.${process.pid}.making`;
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    const links = await LinkTable.open(connection, scoring);
    const { file: _, ...rest } = scoring;
    const scored = await scorePairs({ ...rest, into: (batch) => links.add(batch) });
    if (!scored.done) return scored;
    await links.write(format, making);
    await rename(making, scoring.file);
    return scored;
  } finally {
    connection.closeSync();
    instance.closeSync();
    await rm(making, { force: true });
  }
}

/** Kept links in DuckDB, which puts them on disk where memory ends. */
class LinkTable {
  readonly #connection: DuckDBConnection;
  readonly #records: Records;
  readonly #model: LinkageModel;
  readonly #links: DuckDBAppender;
  readonly #types = [INTEGER, INTEGER, DOUBLE, USMALLINT];
  /** 1 for each record that stands in a link */
  readonly #used: Uint8Array;

  private constructor(
    connection: DuckDBConnection,
    links: DuckDBAppender,
    of: Pick<ToScore, 'records' | 'model'>,
  ) {
    this.#connection = connection;
    this.#links = links;
    this.#records = of.records;
    this.#model = of.model;
    this.#used = new Uint8Array(of.records.count);
  }

  static async open(
    connection: DuckDBConnection,
    of: Pick<ToScore, 'records' | 'model'>,
  ): Promise<LinkTable> {
    const answers = of.model.comparisons.map((_, at) => `, answer_${at} tinyint`).join('');
    await connection.run(`create table pair (l integer, r integer, weight double, rule usmallint${answers})`);
    return new LinkTable(connection, await connection.createAppender('pair'), of);
  }

  add(batch: ScoredBatch): void {
    const width = this.#model.comparisons.length;
    const types = [...this.#types, ...this.#model.comparisons.map(() => TINYINT)];
    for (let from = 0; from < batch.count; from += rowsOfChunk) {
      const rows = Math.min(rowsOfChunk, batch.count - from);
      const chunk = DuckDBDataChunk.create(types, rows);
      const columns = [batch.left, batch.right, batch.weight, batch.rule];
      for (const [at, column] of columns.entries())
        chunk.setColumnValues(at, [...column.subarray(from, from + rows)]);
      for (let at = 0; at < width; at += 1)
        chunk.setColumnValues(
          columns.length + at,
          Array.from({ length: rows }, (_, row) => batch.answers[(from + row) * width + at] ?? -1),
        );
      this.#links.appendDataChunk(chunk);
    }
    for (let pair = 0; pair < batch.count; pair += 1) {
      this.#used[batch.left[pair] ?? 0] = 1;
      this.#used[batch.right[pair] ?? 0] = 1;
    }
  }

  async write(format: string, file: string): Promise<void> {
    this.#links.closeSync();
    await this.#nameRecords();
    await this.#nameRules();
    const select = this.#select();
    if (format !== 'duckdb') {
      const options = format === 'csv' ? 'format csv, header' : 'format parquet, compression zstd';
      await this.#connection.run(`copy (${select}) to ${textSql(file)} (${options})`);
      return;
    }
    await this.#connection.run(`attach ${textSql(file)} as into_file`);
    await this.#connection.run(`create table into_file.link as ${select}`);
    await this.#connection.run('detach into_file');
  }

  #select(): string {
    const answers = this.#model.comparisons
      .map(({ name }, at) => `, answer_${at} as ${nameSql(`answer_${name}`)}`)
      .join('');
    return `select one.source as source_l, one.id as id_l, other.source as source_r, other.id as id_r,
      weight as match_weight,
      case when weight >= 0 then 1 / (1 + pow(2.0, -weight)) else pow(2.0, weight) / (1 + pow(2.0, weight)) end
        as match_probability,
      rule.name as rule${answers}
      from pair join record one on one.number = l join record other on other.number = r
      join rule on rule.number = pair.rule order by l, r`;
  }

  async #nameRecords(): Promise<void> {
    await this.#connection.run('create table record (number integer, source varchar, id varchar)');
    const appender = await this.#connection.createAppender('record');
    const { ids, sources, sourceOf } = this.#records;
    let numbers: number[] = [];
    const flush = (): void => {
      if (numbers.length === 0) return;
      const chunk = DuckDBDataChunk.create([INTEGER, VARCHAR, VARCHAR], numbers.length);
      chunk.setColumnValues(0, numbers);
      chunk.setColumnValues(
        1,
        numbers.map((number) => sources[sourceOf[number] ?? 0] ?? ''),
      );
      chunk.setColumnValues(
        2,
        numbers.map((number) => ids.text(number)),
      );
      appender.appendDataChunk(chunk);
      numbers = [];
    };
    for (let record = 0; record < this.#used.length; record += 1)
      if (this.#used[record] === 1 && numbers.push(record) === rowsOfChunk) flush();
    flush();
    appender.closeSync();
  }

  async #nameRules(): Promise<void> {
    const rows = this.#model.blockingRules.map(({ name }, number) => `(${number}, ${textSql(name)})`);
    await this.#connection.run(
      `create table rule as select * from (values ${rows.join(', ')}) named(number, name)`,
    );
  }
}
