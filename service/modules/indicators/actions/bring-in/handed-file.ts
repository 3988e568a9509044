import { createHash } from 'node:crypto';
import { open, stat } from 'node:fs/promises';
import type { Ctx } from '#platform/db/database.ts';
import { publishedName } from '../../domain/bringing-in/pairing.ts';
import type { Source } from '../../domain/formats/table/source.ts';

/** One short transaction after another, as the person who brings something in. */
export type Act = <T>(access: 'read' | 'write', work: (ctx: Ctx) => Promise<T>) => Promise<T>;

/** A file on this machine's disk, and the name under which it was handed in. */
export type HandedFile = { name: string; path: string; bytes: number; sha256: string };

const pieceBytes = 64 * 1024;

/** The file as its readers take it: under its publisher's name, piece by piece. */
export function sourceOf(file: Pick<HandedFile, 'name' | 'path'>): Source {
  return { name: publishedName(file.name), bytes: piecesOf(file.path) };
}

async function* piecesOf(path: string): AsyncGenerator<Uint8Array> {
  const file = await open(path);
  try {
    for (;;) {
      const { bytesRead, buffer } = await file.read(new Uint8Array(pieceBytes), 0, pieceBytes);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}

/** Looks a file on disk over: its length, and the hash that tells the same content under another name. */
export async function handedFile(path: string, name: string): Promise<HandedFile> {
  const hash = createHash('sha256');
  for await (const piece of piecesOf(path)) hash.update(piece);
  return { name, path, bytes: (await stat(path)).size, sha256: hash.digest('hex') };
}
