import { mkdir, readdir, rename, rm, rmdir, statfs } from 'node:fs/promises';
import { DatabaseFault } from '../fault.ts';
import { openLine, type WorkerLine } from './worker-line.ts';
import type { Opening } from './worker-messages.ts';

/** A first start on a slow disk, or reading the log again after a crash. */
const limitMs = 120_000;

/** What PostgreSQL needs to come back after a crash: more pieces of its log, and some room to write in. */
const roomToStart = 8 * 1024 * 1024;

/** Starts the worker thread on its database; in a directory that holds none yet, one is made first. */
export async function startWorker(opening: Opening): Promise<WorkerLine> {
  const { directory } = opening;
  if (directory === undefined) return await openLine(opening, limitMs);
  try {
    if (!(await holdsDatabase(directory))) await makeDatabase(directory, opening.dump);
    return await openLine({ directory }, limitMs);
  } catch (cause) {
    const disk = await statfs(directory).catch(() => undefined);
    if (disk && disk.bavail * disk.bsize < roomToStart)
      throw new DatabaseFault(
        'disk-full',
        `the disk that holds ${directory} is full: the database cannot start`,
        {
          cause,
        },
      );
    throw cause;
  }
}

async function holdsDatabase(directory: string): Promise<boolean> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const names = await readdir(directory);
  if (names.includes('PG_VERSION')) return true;
  if (names.length === 0) return false;
  throw new DatabaseFault(
    'other',
    `${directory} is not empty and holds no database: choose another directory for it`,
  );
}

/** Made beside its place and moved there whole, so that a first start that is cut short leaves nothing half made. */
async function makeDatabase(directory: string, dump: Opening['dump']): Promise<void> {
  const making = `${directory}.making`;
  await rm(making, { recursive: true, force: true });
  await mkdir(making, { mode: 0o700 });
  const line = await openLine(dump ? { directory: making, dump } : { directory: making }, limitMs);
  await line.ask({ kind: 'close' }, limitMs);
  line.cut(new DatabaseFault('unavailable', 'the database is being moved to its place'));
  await rmdir(directory);
  await rename(making, directory);
}
