import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { done, refuse, type Result } from '../../result.ts';

const open = new Set<string>();

/** Takes a folder for this process alone; a lock that a killed process left is taken over. */
export function lockFolder(folder: string): Result<string> {
  const file = resolve(join(folder, 'in-use'));
  for (;;) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' });
      open.add(file);
      return done(file);
    } catch (cause) {
      if (!(cause instanceof Error) || !('code' in cause) || cause.code !== 'EEXIST') throw cause;
    }
    const by = Number(readFileSync(file, 'utf8'));
    if (open.has(file) || (by !== process.pid && isRunning(by))) return refuse(inUse(file, by));
    rmSync(file, { force: true });
  }
}

/** Lets a folder go. */
export function unlockFolder(file: string): void {
  open.delete(file);
  rmSync(file, { force: true });
}

function isRunning(process_: number): boolean {
  if (!Number.isInteger(process_) || process_ <= 0) return false;
  try {
    process.kill(process_, 0);
    return true;
  } catch (cause) {
    return cause instanceof Error && 'code' in cause && cause.code === 'EPERM';
  }
}

function inUse(file: string, by: number): { reason: string; place: string; words: string } {
  return {
    reason: 'in-use',
    place: file,
    words: `Process ${by} has the store open, and one at a time may. Wait for it to end; if it is no process of this store, delete ${file}.`,
  };
}
