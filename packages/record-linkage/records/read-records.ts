import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { cleaners } from '../fields/cleaners.ts';
import { keyOf } from '../model/expression.ts';
import type { Expression, LinkageModel } from '../model/model.ts';
import { done, refuse, type Refusal, type Result } from '../result.ts';
import { Encoding } from './encoding/encode-rows.ts';
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
import { expressionsByValue, workOutByValue } from './encoding/worked-out-by-value.ts';

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
  if (reading.sources.length === 0) return refuse(noSources);
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

const noSources: Refusal = {
  reason: 'no-sources',
  place: 'sources',
  words: 'Give at least one file of records.',
};

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

async function readFiles(opened: Opened): Promise<Result<RawRecords>> {
  const { files, expressions, reading, connection } = opened;
  const byValue = expressionsByValue(expressions, files);
  const plain = [...new Set(expressions.map(sqlOf))].filter((sql) => !byValue.has(sql));
  const id = sqlOf({ column: reading.model.idColumn });
  const encoding = await Encoding.of(connection, files[0]?.table ?? '', [
    { sql: "''" },
    { sql: id, byRow: true },
    ...plain.map((sql) => ({ sql })),
  ]);
  for (const file of files)
    try {
      const own = [sourceSql(file, reading.model.sourceColumn), id, ...plain];
      if ((await encoding.read(connection, file.table, own)) === 0) return refuse(empty(file));
    } catch (cause) {
      return refuse(unreadable(file.source, cause));
    }
  const [sources, ids, ...columns] = encoding.finish();
  if (!sources || !ids) return refuse(noSources);
  const bases = new Map(plain.flatMap((sql, place) => (columns[place] ? [[sql, columns[place]]] : [])));
  try {
    await addByValue(opened, byValue, bases);
  } catch (cause) {
    const [first] = reading.sources;
    return refuse(first ? unreadable(first, cause) : noSources);
  }
  return done({ sources, ids, namedSources: reading.sources.map((source) => source.name), bases });
}

async function addByValue(
  { expressions, connection }: Opened,
  byValue: ReadonlyMap<string, string>,
  bases: Map<string, Column>,
): Promise<void> {
  for (const [of, sql] of Map.groupBy(byValue.keys(), (each) => byValue.get(each) ?? '')) {
    const column = bases.get(of);
    const named = expressions.find((each) => sqlOf(each) === of);
    if (!column || !named || 'sql' in named) continue;
    const made = await workOutByValue(connection, { name: named.column, column }, sql);
    for (const [place, each] of sql.entries()) if (made[place]) bases.set(each, made[place]);
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
