import { existsSync } from 'node:fs';
import { open, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestContext } from 'node:test';
import { emptyPart } from './table/source.ts';
import type { ReadPart, Source } from './table/source.ts';

const root = fileURLToPath(new URL('../../../../../', import.meta.url));
const published = join(process.env['GOLDENTHREAD_DATA'] ?? join(root, '../shared/data'), 'published');

/** A small invented file in a real format, from the fixtures beside this. */
export function fixture(name: string): Source {
  return fileSource(fileURLToPath(new URL(`./fixtures/${name}`, import.meta.url)));
}

/** The path of a real published file, or nothing (and the test is skipped, saying so) where it is not on this machine. */
export function publishedPath(t: TestContext, path: string): string | undefined {
  const whole = join(published, path);
  if (existsSync(whole)) return whole;
  t.skip(`not here: ${whole} (set GOLDENTHREAD_DATA to the folder that holds published/)`);
  return undefined;
}

/** The real files of a folder, by name; none, and the test skipped, where the folder is not here. */
export async function publishedFolder(t: TestContext, path: string): Promise<string[]> {
  const folder = publishedPath(t, path);
  return folder === undefined ? [] : (await readdir(folder)).toSorted().map((name) => join(folder, name));
}

export function fileSource(path: string, pieceLength = 64 * 1024): Source {
  return { name: basename(path), bytes: piecesOf(path, pieceLength) };
}

async function* piecesOf(path: string, pieceLength: number): AsyncGenerator<Uint8Array> {
  const file = await open(path);
  try {
    for (;;) {
      const { bytesRead, buffer } = await file.read(new Uint8Array(pieceLength), 0, pieceLength);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}

/** Text, or bytes as they are, handed in as a file in pieces of a few bytes, so that pieces end in the worst places. */
export function written(content: string | Uint8Array, name = 'test.csv', pieceLength = 7): Source {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return { name, bytes: cut(bytes, pieceLength) };
}

async function* cut(bytes: Uint8Array, pieceLength: number): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += pieceLength) yield bytes.slice(from, from + pieceLength);
}

/** A whole reading in one part, for tests of small files. */
export async function readAll(parts: AsyncIterable<ReadPart>): Promise<ReadPart> {
  const all = emptyPart();
  for await (const part of parts) {
    all.observations.push(...part.observations);
    all.refused.push(...part.refused);
    all.notes.push(...part.notes);
    all.rowsRead += part.rowsRead;
    all.repeated += part.repeated;
  }
  return all;
}
