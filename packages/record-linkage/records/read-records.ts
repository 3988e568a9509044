import { DuckDBBlobVector, DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { cleaners } from '../fields/cleaners.ts';
import { keyOf } from '../model/expression.ts';
import type { Expression, LinkageModel } from '../model/model.ts';
import { done, refuse, type Refusal, type Result } from '../result.ts';
import { columnOfBytes, joinParts } from './encoded-column.ts';
import { Encoder } from './encoder.ts';
import { expressionsOf } from './expressions-of.ts';
import { finishRecords, type RawRecords, type ReadRecords } from './finish-records.ts';
import type { Column } from './records.ts';
import {
  checkColumn,
  checkExpressions,
  hasColumn,
  openSource,
  sqlOf,
  textSql,
  unreadable,
  type Source,
  type SourceFile,
} from './source-file.ts';
import { bytesSql, partsOf, valueWords } from './value-words.ts';

/** What is read: files, the model that says what is needed of them, and whatever else is wanted of each record. */
export type Reading = {
  readonly sources: readonly Source[];
  readonly model: Pick<LinkageModel, 'idColumn' | 'sourceColumn' | 'comparisons' | 'blockingRules'>;
  /** expressions beyond those of the model: a column with the truth, keys of training rules */
  readonly also?: readonly Expression[];
};

/**
 * Reads CSV and Parquet files into records, every row of every file: as many records as there were rows. SQL runs once
 * a record, cleaning once for each distinct value. Refuses (with the place and the way to mend it): no or unreadable
 * files, an empty file, missing columns, lists and structures where one value is wanted, ids that are missing or stand
 * twice within a source.
 */
export async function readRecords(reading: Reading): Promise<Result<ReadRecords>> {
  if (reading.sources.length === 0)
    return refuse({ reason: 'no-sources', place: 'sources', words: 'Give at least one file of records.' });
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    const files: SourceFile[] = [];
    for (const source of reading.sources) {
      const file = await openSource(source, connection);
      if (!file.done) return file;
      files.push(file.value);
    }
    const expressions = expressionsWanted(reading);
    const refusal =
      unknownCleaner(expressions) ?? (await missing({ files, expressions, reading, connection }));
    if (refusal) return refuse(refusal);
    const raw = await readFiles({ files, expressions, reading, connection });
    return raw.done ? finishRecords(raw.value, expressions) : raw;
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

function expressionsWanted(reading: Reading): Expression[] {
  const wanted = [...expressionsOf(reading.model), ...(reading.also ?? [])];
  return [...new Map(wanted.map((expression) => [keyOf(expression), expression])).values()];
}

/** Refuses a cleaning that there is not. */
export function unknownCleaner(expressions: readonly Expression[]): Refusal | undefined {
  const unknown = expressions.find((each) => 'cleanedBy' in each && !cleaners.has(each.cleanedBy));
  if (!unknown || !('cleanedBy' in unknown)) return undefined;
  return {
    reason: 'unknown-cleaner',
    place: keyOf(unknown),
    words: `There is no cleaning called "${unknown.cleanedBy}". There are: ${[...cleaners.keys()].join(', ')}.`,
  };
}

type Opened = {
  readonly files: readonly SourceFile[];
  readonly expressions: readonly Expression[];
  readonly reading: Reading;
  readonly connection: DuckDBConnection;
};

async function missing({ files, expressions, reading, connection }: Opened): Promise<Refusal | undefined> {
  for (const file of files) {
    const { idColumn, sourceColumn } = reading.model;
    const ofNames =
      checkColumn(file, idColumn) ??
      (sourceColumn === undefined || files.length > 1 ? undefined : checkColumn(file, sourceColumn));
    const refusal = ofNames ?? (await checkExpressions(file, expressions, connection));
    if (refusal) return refusal;
  }
  return undefined;
}

async function readFiles({ files, expressions, reading, connection }: Opened): Promise<Result<RawRecords>> {
  const bases = [...new Set(expressions.map(sqlOf))];
  const id = sqlOf({ column: reading.model.idColumn });
  const first = files[0];
  const parts = first ? await partsWanted(first, [id, ...bases], connection) : [];
  const encoders = [1, ...parts].map((count) => Array.from({ length: count }, () => new Encoder()));
  for (const file of files) {
    const wanted = [sourceSql(file, reading.model.sourceColumn), id, ...bases];
    const columns = wanted.flatMap((sql, place) => bytesSql(sql, encoders[place]?.length ?? 1));
    try {
      const rows = await encodeRows(
        await connection.stream(`select ${columns.join(', ')} from ${file.table}`),
        encoders.flat(),
      );
      if (rows === 0) return refuse(empty(file));
    } catch (cause) {
      return refuse(unreadable(file.source, cause));
    }
  }
  const finish = (place: number): Column =>
    columnOfBytes(joinParts((encoders[place] ?? []).map((encoder) => encoder.finish())));
  return done({
    sources: finish(0),
    ids: finish(1),
    namedSources: reading.sources.map((source) => source.name),
    bases: new Map(bases.map((sql, place) => [sql, finish(place + 2)])),
  });
}

/** How many parts each expression is read in, by its longest value among the first records. */
async function partsWanted(
  file: SourceFile,
  expressions: readonly string[],
  connection: DuckDBConnection,
): Promise<readonly number[]> {
  const longest = expressions.map((sql) => `max(strlen((${sql})::varchar))`);
  try {
    const read = await connection.runAndReadAll(
      `select ${longest.join(', ')} from (select * from ${file.table} limit 2048)`,
    );
    return (read.getRows()[0] ?? []).map((length) => partsOf(Number(length ?? 0)));
  } catch {
    // what cannot be read is said of when all of it is read
    return expressions.map(() => 1);
  }
}

function sourceSql(file: SourceFile, sourceColumn: string | undefined): string {
  return sourceColumn !== undefined && hasColumn(file, sourceColumn)
    ? `coalesce(${sqlOf({ column: sourceColumn })}::varchar, ${textSql(file.source.name)})`
    : textSql(file.source.name);
}

function empty(file: SourceFile): Refusal {
  return {
    reason: 'empty-file',
    place: file.source.file,
    words: `${file.source.file} holds no records: it has ${file.columns.length} columns and no row beneath them.`,
  };
}

type Rows = Awaited<ReturnType<DuckDBConnection['stream']>>;

async function encodeRows(result: Rows, encoders: readonly Encoder[]): Promise<number> {
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
