import { rename, rm, writeFile } from 'node:fs/promises';

/** Writes aside and moves into place, so that a full disk leaves no half file where a whole one was. */
export async function writeWhole(path: string, text: string): Promise<void> {
  const aside = `${path}.${process.pid}.part`;
  try {
    await writeFile(aside, text);
    await rename(aside, path);
  } catch (fault) {
    await rm(aside, { force: true });
    throw fault;
  }
}
