import { readFile } from 'node:fs/promises';
import { Refused } from './command.ts';

/** The bytes of a file that somebody named. @throws Refused in words where there is no such file */
export async function readGivenFile(path: string): Promise<Uint8Array> {
  return readFile(path).catch((fault: NodeJS.ErrnoException) => {
    throw fileRefused(path, fault);
  });
}

/** Why a named file cannot be read, in words. */
export function fileRefused(path: string, { code, message }: NodeJS.ErrnoException): Refused {
  if (code === 'ENOENT')
    return new Refused(
      'no-such-file',
      `There is no file ${path} here. Check the name and the folder (${process.cwd()}).`,
    );
  if (code === 'EISDIR') return new Refused('is-a-folder', `${path} is a folder, and one file is asked for.`);
  if (code === 'EACCES')
    return new Refused('not-permitted', `This account may not read ${path}. Mend its permissions.`);
  return new Refused('not-readable', `${path} cannot be read: ${message}.`);
}
