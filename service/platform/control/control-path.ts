import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { access, mkdir, realpath } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';

/** The shortest limit of any system on a socket's path is macOS's 104 bytes. */
const longestPath = 100;

/**
 * Where the socket of a data directory is: beside it, so that two openers meet whatever their TMPDIR is; in the
 * temporary folder where the path beside it is too long or not writable. The same for every way of naming the directory.
 */
export async function controlPath(directory: string): Promise<string> {
  const absolute = resolve(directory);
  await mkdir(dirname(absolute), { recursive: true });
  const real = await realpath(absolute).catch(async () =>
    join(await realpath(dirname(absolute)), basename(absolute)),
  );
  const name = `goldenthread-${createHash('sha256').update(real).digest('hex').slice(0, 16)}`;
  if (process.platform === 'win32') return `\\\\.\\pipe\\${name}`;
  const beside = `${real}.sock`;
  const fits = Buffer.byteLength(beside) <= longestPath;
  return fits && (await isWritable(dirname(real))) ? beside : join(tmpdir(), `${name}.sock`);
}

async function isWritable(folder: string): Promise<boolean> {
  return access(folder, constants.W_OK).then(
    () => true,
    () => false,
  );
}
