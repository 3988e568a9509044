import { access, constants, mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bytesOf } from './compose.ts';
import { PostFault, type Post } from './post.ts';

/** Post into a folder, one .eml file for each letter, so that a demonstration can show what would have gone out. */
export function filePost(folder: string): Post {
  return {
    kind: 'file',
    async carry(letter) {
      const bytes = await bytesOf(letter);
      const name = letter.messageId.replaceAll(/[^A-Za-z0-9-]+/g, '-').replaceAll(/^-+|-+$/g, '');
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 });
        // whole or not at all; carried twice, it lies there once
        await writeFile(join(folder, `${name}.part`), bytes, { mode: 0o600 });
        await rename(join(folder, `${name}.part`), join(folder, `${name}.eml`));
      } catch {
        throw new PostFault('unreachable');
      }
    },
    async look() {
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 });
        await access(folder, constants.W_OK);
        return {
          ready: true,
          says: `into the folder ${folder}, to be looked at; nothing leaves this machine`,
        };
      } catch {
        return { ready: false, says: `the folder ${folder} cannot be written` };
      }
    },
  };
}

/** The files of a folder of post, newest first (their names begin with the time); none where there is no folder. */
export async function postedFiles(folder: string, most: number): Promise<Buffer[]> {
  const names = await readdir(folder).catch(() => []);
  const newest = names
    .filter((name) => name.endsWith('.eml'))
    .toSorted()
    .toReversed()
    .slice(0, most);
  return Promise.all(newest.map((name) => readFile(join(folder, name))));
}
