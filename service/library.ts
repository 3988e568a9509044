import { readdir, readFile } from 'node:fs/promises';
import { loadCatalogue } from '#modules/indicators/index.ts';
import { loadFrameworks, readCrosswalk, readFramework, sayProblem } from '#modules/strategy/index.ts';
import type { Problem } from '#modules/strategy/index.ts';
import type { Outcome } from '#platform/kernel/outcome.ts';
import type { Seed } from './seed.ts';

const folder = new URL('../frameworks/', import.meta.url);

/** The strategies that anybody may read, the national packs beside them, and how they lie to each other. */
export const library: Seed = {
  name: 'library',
  says: 'Putting the library of strategies on the shelf',
  owner: 'library',
  madeOf: [new URL('library/', folder), new URL('packs/', folder), new URL('crosswalks/', folder)],
  async load({ transactions }) {
    const given = {
      frameworks: [
        ...(await readAll('library/', readFramework)),
        ...(await readAll('packs/', readFramework)),
      ],
      crosswalks: await readAll('crosswalks/', readCrosswalk),
    };
    await transactions.inLibrary((ctx) => loadFrameworks(ctx, given));
  },
};

/** The published measures that the project wrote facts about. */
export const catalogue: Seed = {
  name: 'catalogue',
  says: 'Writing down which measures are published',
  owner: 'library',
  madeOf: [new URL('../reference/', import.meta.url)],
  load: ({ transactions }) => transactions.inLibrary(loadCatalogue),
};

type Reader<Value> = (text: string) => Outcome<Value, { reason: string; problems: readonly Problem[] }>;

async function readAll<Value>(part: string, read: Reader<Value>): Promise<Value[]> {
  const place = new URL(part, folder);
  const names = (await readdir(place)).filter((name) => name.endsWith('.yaml')).toSorted();
  return Promise.all(names.map((name) => readOwnFile(new URL(name, place), read)));
}

/** Reads a file that came with the program; one that cannot be read is a fault of ours. */
export async function readOwnFile<Value>(file: URL, read: Reader<Value>): Promise<Value> {
  const found = read(await readFile(file, 'utf8'));
  if (!found.done) throw new Error(`${file.pathname}: ${found.refusal.problems.map(sayProblem).join('; ')}`);
  return found.value;
}
