import { createHash } from 'node:crypto';
import { open, stat } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import type { Ctx } from '#platform/db/database.ts';
import { publishedName } from '../../domain/bringing-in/pairing.ts';
import type { Source } from '../../domain/formats/table/source.ts';

/** One short transaction after another, as the person who brings something in. */
export type Act = <T>(access: 'read' | 'write', work: (ctx: Ctx) => Promise<T>) => Promise<T>;

/** A file on this machine's disk, and the name under which it was handed in. */
export type HandedFile = { name: string; path: string; bytes: number; sha256: string };

const pieceBytes = 64 * 1024;

/** A file as its readers take it, to be closed by whoever opened it: readers stop early where a file is refused. */
export type OpenSource = Source & { close(): Promise<void> };

/** Opens a file under its publisher's name, piece by piece. */
export function openSource(file: Pick<HandedFile, 'name' | 'path'>): OpenSource {
  let opened: FileHandle | undefined;
  const close = async (): Promise<void> => {
    const handle = opened;
    opened = undefined;
    await handle?.close();
  };
  async function* pieces(): AsyncGenerator<Uint8Array> {
    opened = await open(file.path);
    for (;;) {
      const { bytesRead, buffer } = await opened.read(new Uint8Array(pieceBytes), 0, pieceBytes);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  }
  return { name: publishedName(file.name), bytes: pieces(), close };
}

/** Opens a file, works with it, and closes it whatever comes of the work. */
export async function withSource<Result>(
  file: Pick<HandedFile, 'name' | 'path'>,
  work: (source: Source) => Promise<Result>,
): Promise<Result> {
  const source = openSource(file);
  try {
    return await work(source);
  } finally {
    await source.close();
  }
}

/** Looks a file on disk over: its length, and the hash that tells the same content under another name. */
export async function handedFile(path: string, name: string): Promise<HandedFile> {
  const hash = createHash('sha256');
  await withSource({ path, name }, async ({ bytes }) => {
    for await (const piece of bytes) hash.update(piece);
  });
  return { name, path, bytes: (await stat(path)).size, sha256: hash.digest('hex') };
}
