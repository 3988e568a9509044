import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Table } from './pass.ts';

/** What R took for one computation, and its check sum. */
export type InR = { readonly milliseconds: number; readonly sum: number };

const script = fileURLToPath(new URL('formulas.r', import.meta.url));
const run = promisify(execFile);

/** The same computations in R, in a process of its own that times nothing else; undefined where there is no R. */
export async function measureInR(
  table: Table,
  rounds: number,
): Promise<ReadonlyMap<string, InR> | undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-statistics-'));
  try {
    for (const name of ['counts', 'bases', 'events'] as const)
      await writeFile(join(folder, name), new Uint8Array(table[name].buffer));
    const { stdout } = await run('Rscript', [script, folder, `${table.rows}`, `${rounds}`]);
    return new Map(stdout.split('\n').flatMap(lineOf));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function lineOf(line: string): [string, InR][] {
  const [name, seconds, sum] = line.split('\t');
  return name && seconds && sum ? [[name, { milliseconds: Number(seconds) * 1000, sum: Number(sum) }]] : [];
}
