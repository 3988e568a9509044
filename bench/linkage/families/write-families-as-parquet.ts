import { mkdtemp, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import type { FamilyFigures } from './family-count.ts';
import type { Making } from './make-families.ts';
import { writeFamilies } from './write-families.ts';

/** Writes families to one Parquet file, every column a text, nothing written where a text is empty. */
export async function writeFamiliesAsParquet(making: Making, file: string): Promise<FamilyFigures> {
  const folder = await mkdtemp(join(dirname(file), 'making-'));
  try {
    const csv = join(folder, 'families.csv');
    const figures = await writeFamilies(making, csv);
    await copyToParquet(csv, join(folder, 'families.parquet'));
    await rename(join(folder, 'families.parquet'), file);
    return figures;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A CSV file as Parquet, its empty texts as nothing. */
async function copyToParquet(csv: string, parquet: string): Promise<void> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    await connection.run(
      `copy (select * from read_csv(${quoted(csv)}, all_varchar = true, header = true, nullstr = ''))
       to ${quoted(parquet)} (format parquet, compression zstd)`,
    );
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
