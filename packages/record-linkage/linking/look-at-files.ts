import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { sourceAmong } from '../model/proposal/propose-model.ts';
import { wordsOf, type SampledColumn } from '../model/proposal/recognise.ts';
import { nameSql, openSource, unreadable, type Source, type SourceFile } from '../records/source-file.ts';
import { done, refuse, type Refusal, type Result } from '../result.ts';

/** What files hold, as far as a model has to know it. */
export type LookedAt = {
  /** rows of all files */
  readonly records: number;
  /** columns that every file has, with some of their values */
  readonly columns: readonly SampledColumn[];
  /** columns that only some files have: they cannot be compared */
  readonly notInAll: readonly string[];
};

/** Rows of each file that are looked at for what columns mean. */
const rowsSampled = 2000;

/**
 * Looks at CSV and Parquet files: how many rows, which columns, and some of their values (the same ones each time).
 * Refuses what `readRecords` refuses of files.
 */
export async function lookAtFiles(sources: readonly Source[]): Promise<Result<LookedAt>> {
  if (sources.length === 0)
    return refuse({ reason: 'no-sources', place: 'sources', words: 'Give at least one file of records.' });
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    const files: FileSeen[] = [];
    for (const source of sources) {
      const opened = await openSource(source, connection);
      if (!opened.done) return opened;
      const seen = await lookAt(opened.value, connection);
      if (!seen.done) return seen;
      files.push(seen.value);
    }
    return done(together(files));
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

type FileSeen = { readonly records: number; readonly columns: readonly SampledColumn[] };

async function lookAt(file: SourceFile, connection: DuckDBConnection): Promise<Result<FileSeen>> {
  const names = file.columns.map(({ name }) => name);
  const isText = file.columns.map(
    ({ type }) => !/\]$|^(?:STRUCT|MAP|UNION|BLOB|GEOMETRY|VARIANT)/u.test(type),
  );
  const texts = names.filter((_, at) => isText[at]);
  const ids = texts.filter((name) => maybeId.test(wordsOf(name)));
  const source = sourceAmong(texts.map((name) => ({ name, values: [] })));
  const within = source === undefined ? '' : `${nameSql(source)}, `;
  try {
    const asked = ids.flatMap((name) => [
      `count(${nameSql(name)})`,
      `count(distinct (${within}${nameSql(name)}))`,
    ]);
    const counts = await connection.runAndReadAll(
      `select ${['count(*)', ...asked].join(', ')} from ${file.table}`,
    );
    const [records = 0, ...of] = (counts.getRows()[0] ?? []).map(Number);
    if (records === 0) return refuse(empty(file));
    const unique = new Set(ids.filter((_, at) => of[at * 2] === records && of[at * 2 + 1] === records));
    const sample = await connection.runAndReadAll(
      `select ${texts.map((name) => `${nameSql(name)}::varchar`).join(', ')} from ${file.table} using sample reservoir(${rowsSampled} rows) repeatable (1)`,
    );
    const rows = sample.getRows();
    const columns = texts.map((name, at) => ({
      name,
      values: rows.map((row) => (row[at] === null || row[at] === undefined ? null : String(row[at]))),
      ...(ids.includes(name) && { namesEachRecord: unique.has(name) }),
    }));
    return done({ records, columns });
  } catch (cause) {
    return refuse(unreadable(file.source, cause));
  }
}

/** Columns that may name each record; whether they do is counted over the whole file. */
const maybeId = /\bid$|^(record|rec|row) (number|no)$/u;

function empty({ source, columns }: SourceFile): Refusal {
  return {
    reason: 'empty-file',
    place: source.file,
    words: `${source.file} holds no records: it has ${columns.length} columns and no row beneath them.`,
  };
}

function together(files: readonly FileSeen[]): LookedAt {
  const [first = { records: 0, columns: [] }, ...others] = files;
  const find = (file: FileSeen, name: string) =>
    file.columns.find((column) => column.name.toLowerCase() === name.toLowerCase());
  const columns = first.columns.flatMap((column): SampledColumn[] => {
    const same = others.flatMap((file) => find(file, column.name) ?? []);
    if (same.length < others.length) return [];
    const all = [column, ...same];
    return [
      {
        name: column.name,
        values: all.flatMap(({ values }) => values),
        ...(column.namesEachRecord !== undefined && {
          namesEachRecord: all.every(({ namesEachRecord }) => namesEachRecord === true),
        }),
      },
    ];
  });
  const common = new Set(columns.map(({ name }) => name.toLowerCase()));
  const every = files.flatMap((file) => file.columns.map(({ name }) => name));
  return {
    records: files.reduce((sum, { records }) => sum + records, 0),
    columns,
    notInAll: [...new Set(every.filter((name) => !common.has(name.toLowerCase())))],
  };
}
