import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { writeFamiliesAsParquet } from './families/write-families-as-parquet.ts';
import { say } from './run-alone.ts';

/** What the bench does, as its environment says; all may be left out. */
export type LinkageSettings = {
  /** where Splink, records and results are kept between runs; never in the repository */
  readonly folder: string;
  readonly sizes: readonly number[];
  readonly runs: number;
  readonly accuracyRecords: number;
  /** which parts of the bench run */
  readonly parts: ReadonlySet<string>;
  /** reference data with known truth, where it is */
  readonly knownData: string | undefined;
};

/** Reads the settings. */
export function linkageSettings(): LinkageSettings {
  const { env } = process;
  const cache = env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache');
  const sizes = (env['GOLDENTHREAD_LINKAGE_RECORDS'] ?? '100000,1000000').split(',').map(Number);
  const known = join(
    env['GOLDENTHREAD_DATA'] ?? fileURLToPath(new URL('../../../shared/data', import.meta.url)),
    'linkage',
  );
  if (sizes.some((size) => !Number.isInteger(size) || size < 1))
    throw new Error('GOLDENTHREAD_LINKAGE_RECORDS names sizes, such as 100000,1000000,3000000.');
  return {
    folder: env['GOLDENTHREAD_LINKAGE_FOLDER'] ?? join(cache, 'goldenthread', 'linkage'),
    sizes,
    runs: Number(env['GOLDENTHREAD_LINKAGE_RUNS'] ?? 3),
    accuracyRecords: Number(
      env['GOLDENTHREAD_LINKAGE_ACCURACY_RECORDS'] ?? Math.min(1_000_000, Math.max(...sizes)),
    ),
    parts: new Set((env['GOLDENTHREAD_LINKAGE_PARTS'] ?? 'speed,u,accuracy,known,store').split(',')),
    knownData: existsSync(known) ? known : undefined,
  };
}

/** Families of this size in the bench's folder, made once. */
export async function familiesFile(
  folder: string,
  { records, families = true }: { readonly records: number; readonly families?: boolean },
): Promise<string> {
  // the number of the generator's form: another form makes other files
  const file = join(folder, `${families ? 'families' : 'only-children'}-${records}-form-2.parquet`);
  if (existsSync(file)) return file;
  say(`Making ${records.toLocaleString('en-GB')} records into ${file}.`);
  await mkdir(folder, { recursive: true });
  await writeFamiliesAsParquet({ records, seed: 1, families }, file);
  return file;
}
