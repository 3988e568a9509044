import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { cleaners } from '../fields/cleaners.ts';
import { keyOf } from '../model/expression.ts';
import type { Expression, LinkageModel } from '../model/model.ts';
import { done, refuse, type Refusal, type Result } from '../result.ts';
import { columnOf, columnsBeside, readGo, type ColumnToRead, type Read } from './encoding/columns-beside.ts';
import { expressionsOf } from './expressions-of.ts';
import { finishRecords, orderRows, type ReadRecords } from './finish-records.ts';
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
import { expressionsByValue, readsOtherRows } from './encoding/worked-out-by-value.ts';

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
    return await readFiles({ files, expressions, reading, connection });
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

async function readFiles(opened: Opened): Promise<Result<ReadRecords>> {
  const { files, connection, expressions, reading } = opened;
  const tables = files.map(({ table }) => table);
  const { names, columns, bases } = columnsToRead(opened);
  const isSplit = await isReadByColumn(opened);
  const goes = isSplit ? columns.map((column) => [column]) : [];
  const beside = columnsBeside({ tables, goes }, connection);
  try {
    // while threads read the others, rows are put in order here
    const named = await readGo(tables, isSplit ? names : [...names, ...columns], connection);
    const unnamed = refusalIn(files, [named]);
    if (unnamed || !('columns' in named)) return refuse(unnamed ?? noSources);
    const [sources, ids, ...together] = named.columns.map(columnOf);
    if (!sources || !ids) return refuse(noSources);
    const namedSources = reading.sources.map((source) => source.name);
    const ordered = orderRows({ sources, ids, namedSources });
    if (!ordered.done) return ordered;
    const read = await beside.finish();
    const refusal = refusalIn(files, [named, ...read]);
    if (refusal) return refuse(refusal);
    const apart = read.flatMap((go) => ('columns' in go ? go.columns.map(columnOf) : []));
    const values = isSplit ? apart : together;
    const found = bases.flatMap((sql, place): [string, Column][] => {
      const column = values[place];
      return column ? [[sql, column]] : [];
    });
    return done(finishRecords(ordered.value, new Map(found), expressions));
  } finally {
    await beside.stop();
  }
}

/** What is wrong with what was read, if anything: a table that cannot be read, is empty, or was not the same all the time. */
function refusalIn(files: readonly SourceFile[], read: readonly Read[]): Refusal | undefined {
  for (const go of read)
    if ('unreadable' in go) {
      const file = files[go.table];
      return file ? unreadable(file.source, go.unreadable) : noSources;
    }
  for (const [place, file] of files.entries()) {
    const rows = new Set(read.map((go) => ('rows' in go ? go.rows[place] : 0)));
    if (rows.has(0)) return empty(file);
    if (rows.size > 1) return changed(file);
  }
  return undefined;
}

/** The source and the id, and what is read beside them; `bases` says the SQL of each column that comes of that. */
function columnsToRead({ files, expressions, reading }: Opened): {
  readonly names: readonly ColumnToRead[];
  readonly columns: readonly ColumnToRead[];
  readonly bases: readonly string[];
} {
  const { idColumn, sourceColumn } = reading.model;
  const byValue = expressionsByValue(expressions, files);
  const sqlOfAll = new Map(expressions.map((each) => [sqlOf(each), each]));
  const everywhere = (sql: string): readonly string[] => files.map(() => sql);
  const bases: string[] = [];
  const columns: ColumnToRead[] = [];
  const names: ColumnToRead[] = [
    { sql: files.map((file) => sourceSql(file, sourceColumn)) },
    { sql: everywhere(sqlOf({ column: idColumn })), byRow: true },
  ];
  for (const [sql, expression] of sqlOfAll) {
    if (byValue.has(sql)) continue;
    const made = [...byValue].flatMap(([each, of]) => (of === sql ? [each] : []));
    bases.push(sql, ...made);
    const name = 'sql' in expression ? '' : expression.column;
    columns.push({ sql: everywhere(sql), ...(made.length > 0 && { made: { name, sql: made } }) });
  }
  return { names, columns, bases };
}

/** Below so many rows a thread takes longer to start than to be of use. */
const worthThread = 100_000;

/**
 * Whether each column is read by itself: where files keep columns apart and hold much, and where no SQL looks at other
 * rows, for that may put them in another order.
 */
async function isReadByColumn({ files, expressions, connection }: Opened): Promise<boolean> {
  if (!files.every(({ table }) => table.startsWith('read_parquet'))) return false;
  if (expressions.some((each) => 'sql' in each && readsOtherRows(each.sql))) return false;
  const all = files.map(({ table }) => `select count(*) as rows from ${table}`).join(' union all ');
  try {
    const counted = await connection.runAndReadAll(`select sum(rows) from (${all})`);
    return Number(counted.getRows()[0]?.[0]) >= worthThread;
  } catch {
    // what cannot be read is said of when it is read
    return false;
  }
}

function sourceSql(file: SourceFile, sourceColumn: string | undefined): string {
  return sourceColumn !== undefined && hasColumn(file, sourceColumn)
    ? `coalesce(${sqlOf({ column: sourceColumn })}::varchar, ${textSql(file.source.name)})`
    : textSql(file.source.name);
}

function changed(file: SourceFile): Refusal {
  return {
    reason: 'changed-file',
    place: file.source.file,
    words: `${file.source.file} changed while it was read. Read it again when nothing writes to it.`,
  };
}

function empty(file: SourceFile): Refusal {
  return {
    reason: 'empty-file',
    place: file.source.file,
    words: `${file.source.file} holds no records: it has ${file.columns.length} columns and no row beneath them.`,
  };
}
