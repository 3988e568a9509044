import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { comparisonFile } from '../comparison.ts';
import { say } from '../run-alone.ts';
import { splinkProgram } from '../splink/with-splink.ts';

/** What Splink left behind: its trained model and its scored pairs. */
export type SplinkDone = { readonly trained: string; readonly pairs: string };

/** Runs Splink once over a file, for what it finds rather than for its time. */
export async function splinkDone(
  { folder, python }: { readonly folder: string; readonly python: string },
  file: string,
): Promise<SplinkDone> {
  say(`Splink over ${file}, for its model and its pairs.`);
  const results = join(folder, 'results');
  await mkdir(results, { recursive: true });
  const done = { trained: join(results, 'model.json'), pairs: join(results, 'pairs.parquet') };
  await splinkProgram(python, 'job.py', [
    ...[file, fileURLToPath(comparisonFile)],
    ...['--trained', done.trained, '--pairs', done.pairs],
  ]);
  return done;
}
