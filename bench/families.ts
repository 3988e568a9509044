import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bench, Figures } from './bench.ts';
import { writeFamiliesAsParquet } from './linkage/families/write-families-as-parquet.ts';
import { writeFamilies } from './linkage/families/write-families.ts';

/** Invented families across four agencies, made and counted; kept where GOLDENTHREAD_FAMILIES_FILE says. */
export const bench: Bench = {
  name: 'families',
  says: 'Invented families with the records that school, health, social care and housing hold of them: how quickly they are made and what they are like. GOLDENTHREAD_FAMILIES_RECORDS (100000), _SEED (1), _ALONE (set: only children) and _FILE (a CSV or Parquet file to keep) say otherwise.',
  run,
};

async function run(): Promise<Figures> {
  const records = Number(process.env['GOLDENTHREAD_FAMILIES_RECORDS'] ?? 100_000);
  const seed = Number(process.env['GOLDENTHREAD_FAMILIES_SEED'] ?? 1);
  const families = process.env['GOLDENTHREAD_FAMILIES_ALONE'] === undefined;
  const kept = process.env['GOLDENTHREAD_FAMILIES_FILE'];
  const folder = await mkdtemp(join(tmpdir(), 'goldenthread-families-'));
  try {
    const start = process.cpuUsage();
    const file = kept ?? join(folder, 'families.csv');
    const write = file.endsWith('.parquet') ? writeFamiliesAsParquet : writeFamilies;
    const figures = await write({ records, seed, families }, file);
    const { user, system } = process.cpuUsage(start);
    return { ...figures, 'seconds of processor': Number(((user + system) / 1e6).toFixed(2)) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
