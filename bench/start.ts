import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { median, type Bench, type Figures } from './bench.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const laterStarts = 5;

/** How long a person waits between the command and the first page. */
export const bench: Bench = {
  name: 'start',
  says: 'From the command to the first page answered: once in an empty directory, then five times in the same one.',
  run,
};

async function run(): Promise<Figures> {
  const directory = await mkdtemp(join(tmpdir(), 'goldenthread-bench-'));
  try {
    const first = await startOnce(directory);
    const later: number[] = [];
    for (let count = 0; count < laterStarts; count += 1) later.push(await startOnce(directory));
    return {
      'first start, seconds': first.toFixed(2),
      'later starts, median seconds': median(later).toFixed(2),
      'later starts, slowest seconds': Math.max(...later).toFixed(2),
    };
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

async function startOnce(directory: string): Promise<number> {
  const port = 3900 + Math.floor(Math.random() * 90);
  const began = performance.now();
  const service = spawn(process.argv0, ['bin/goldenthread.mjs', 'start'], {
    cwd: root,
    stdio: 'ignore',
    env: {
      ...process.env,
      PORT: String(port),
      GOLDENTHREAD_DIRECTORY: directory,
      GOLDENTHREAD_LOG: 'silent',
    },
  });
  const stopped = new Promise<void>((resolve) => service.on('exit', () => resolve()));
  try {
    await answered(`http://127.0.0.1:${port}/`, began + 120_000);
    return (performance.now() - began) / 1000;
  } finally {
    service.kill('SIGTERM');
    await stopped;
  }
}

async function answered(address: string, deadline: number): Promise<void> {
  while (performance.now() < deadline) {
    const status = await fetch(address).then(
      (response) => response.status,
      () => 0,
    );
    if (status === 200) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error('the service did not answer within two minutes');
}
