import { DuckDBDataChunk, DuckDBInstance, INTEGER, VARCHAR, type DuckDBConnection } from '@duckdb/node-api';
import type { LinkageModel } from '../model/model.ts';
import { nameSql, textSql } from '../records/source-file.ts';
import type { Records } from '../records/records.ts';
import { done, refuse, type Refusal, type Result } from '../result.ts';
import type { ScoredPairs } from './judge-pairs.ts';

/** A file of scored pairs, as `scoreIntoFile` or a model's SQL gives it, and the records that it is about. */
export type PairsFile = {
  readonly file: string;
  readonly records: Records;
  readonly model: Pick<LinkageModel, 'comparisons'>;
};

/**
 * Reads scored pairs back as numbers of records. Refuses a file that cannot be read, that lacks a column, or that names
 * a record which is not there: it was scored from other records.
 */
export async function readPairs(of: PairsFile): Promise<Result<ScoredPairs>> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    await nameRecords(connection, of.records);
    return await readNumbered(connection, of);
  } catch (cause) {
    const words = cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : String(cause);
    return refuse({
      reason: 'unreadable',
      place: of.file,
      words: `${of.file} cannot be read as scored pairs: ${words.slice(0, 300)}`,
    });
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

async function readNumbered(connection: DuckDBConnection, of: PairsFile): Promise<Result<ScoredPairs>> {
  const { file, records, model } = of;
  const width = model.comparisons.length;
  const from = `${file.toLowerCase().endsWith('.csv') ? 'read_csv' : 'read_parquet'}(${textSql(file)})`;
  const described = await connection.runAndReadAll(`describe select * from ${from}`);
  const columns = columnsIn(
    described.getRows().map(([name]) => String(name)),
    model,
  );
  const total = await connection.runAndReadAll(`select count(*) from ${from}`);
  const count = Number(total.getRows()[0]?.[0]);
  const pairs = {
    left: new Int32Array(count),
    right: new Int32Array(count),
    weight: new Float64Array(count),
    answers: new Int8Array(count * width),
  };
  const stream = await connection.stream(
    `select one.number, other.number, ${columns.weight}::double${columns.answers.map((each) => `, ${each}::integer`).join('')}
     from ${from} pair
     join record one on ${columns.hasSource ? 'one.source = source_l::varchar and ' : ''}one.id = id_l::varchar
     join record other on ${columns.hasSource ? 'other.source = source_r::varchar and ' : ''}other.id = id_r::varchar
     order by 1, 2`,
  );
  let at = 0;
  for (;;) {
    const chunk = await stream.fetchChunk();
    if (!chunk || chunk.rowCount === 0) break;
    const read = Array.from({ length: 3 + width }, (_, column) => chunk.getColumnValues(column));
    for (let row = 0; row < chunk.rowCount; row += 1, at += 1) {
      pairs.left[at] = Number(read[0]?.[row]);
      pairs.right[at] = Number(read[1]?.[row]);
      pairs.weight[at] = Number(read[2]?.[row]);
      for (let place = 0; place < width; place += 1)
        pairs.answers[at * width + place] = Number(read[3 + place]?.[row] ?? -1);
    }
  }
  return at === count ? done(pairs) : refuse(otherRecords(file, count - at, records));
}

type PairColumns = {
  readonly weight: string;
  readonly answers: readonly string[];
  readonly hasSource: boolean;
};

/** How the file calls what is read: as `scoreIntoFile` does, or as the rows of a model's SQL are called. */
function columnsIn(
  names: readonly string[],
  { comparisons }: Pick<LinkageModel, 'comparisons'>,
): PairColumns {
  const isOfSql = !names.includes('match_weight') && names.includes('weight');
  const answers = comparisons.map(({ name }, at) => (isOfSql ? `answer_${at + 1}` : `answer_${name}`));
  return {
    weight: isOfSql ? 'weight' : 'match_weight',
    answers: answers.map((name) => `pair.${nameSql(name)}`),
    hasSource: names.includes('source_l'),
  };
}

function otherRecords(file: string, lost: number, records: Records): Refusal {
  return {
    reason: 'other-records',
    place: file,
    words: `${lost} pairs of ${file} name records that are not among these ${records.count}. Give the files that the pairs were scored from, or score them again.`,
  };
}

/** A chunk of DuckDB holds no more rows. */
const rowsOfChunk = 2048;

async function nameRecords(connection: DuckDBConnection, records: Records): Promise<void> {
  await connection.run('create table record (number integer, source varchar, id varchar)');
  const appender = await connection.createAppender('record');
  for (let from = 0; from < records.count; from += rowsOfChunk) {
    const rows = Math.min(rowsOfChunk, records.count - from);
    const numbers = Array.from({ length: rows }, (_, row) => from + row);
    const chunk = DuckDBDataChunk.create([INTEGER, VARCHAR, VARCHAR], rows);
    chunk.setColumnValues(0, numbers);
    chunk.setColumnValues(
      1,
      numbers.map((number) => records.sources[records.sourceOf[number] ?? 0] ?? ''),
    );
    chunk.setColumnValues(
      2,
      numbers.map((number) => records.ids.text(number)),
    );
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
}
