import { mkdir, statfs } from 'node:fs/promises';
import type { Config } from '#platform/config/config.ts';
import { Refused } from './command.ts';

/** A fresh embedded database takes about 50 MB, and a database on a full disk cannot even close in peace. */
const leastBytes = 100 * 1024 * 1024;

/** Refuses to open the embedded database where there is hardly room for it. */
export async function refuseFullDisk(config: Config): Promise<void> {
  if (config.databaseUrl) return;
  await mkdir(config.directory, { recursive: true, mode: 0o700 });
  const free = await freeBytes(config.directory);
  if (free >= leastBytes) return;
  throw new Refused(
    'disk-full',
    `Only ${sayBytes(free)} are free where ${config.directory} is, and the database needs at least ${sayBytes(leastBytes)}. Make room, or choose another place in GOLDENTHREAD_DIRECTORY. Nothing is lost.`,
  );
}

/** How much may still be written where a path is. */
export async function freeBytes(path: string): Promise<number> {
  const { bavail, bsize } = await statfs(path);
  return bavail * bsize;
}

export function sayBytes(bytes: number): string {
  const units = ['bytes', 'kB', 'MB', 'GB', 'TB'];
  const power = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log(bytes) / Math.log(1000)));
  const amount = bytes / 1000 ** power;
  return `${amount >= 10 || power === 0 ? Math.round(amount) : amount.toFixed(1)} ${units[power]}`;
}
