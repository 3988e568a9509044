import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import type { Ctx } from '#platform/db/database.ts';
import type { Transactions } from '#platform/db/transactions.ts';
import type { Id } from '#platform/kernel/id.ts';
import { rememberSeed, seededWith } from '#platform/seeds/seeds.ts';

/** How far a piece of long work has come. */
export type Step = { says: string; done?: number; of?: number };

/** What whoever waits is told while long work goes on. */
export type Tell = (step: Step) => void;

/** Where a seed puts what it brings. */
export type SeedGround = {
  transactions: Transactions;
  partnershipId: Id<'partnership'>;
  /** the folder in which files wait while they are brought in */
  keepIn: string;
  tell: Tell;
};

/** Something that the service brings in by itself when it opens, again only where the files it is made of have changed. */
export type Seed = {
  name: string;
  /** for people, while it is brought in */
  says: string;
  /** whom it belongs to: the read-only library, or the partnership that this service shows */
  owner: 'library' | 'partnership';
  /** files, or folders (ending in a slash) whose files all count */
  madeOf: readonly URL[];
  /** a story that people have gone on with since: it is told once, whatever becomes of its files */
  told?: 'once';
  load(ground: SeedGround): Promise<void>;
};

/** Brings a seed in, unless it was brought in before from just these files. `version` stands for whatever else decides what becomes of them. */
export async function bringIn(ground: SeedGround, seed: Seed, version: string): Promise<void> {
  const checksum = await checksumOf(seed.madeOf, version);
  const before = await asOwner(ground, seed, (ctx) => seededWith(ctx, seed.name));
  if (before === checksum || (seed.told === 'once' && before !== undefined)) return;
  ground.tell({ says: seed.says });
  await seed.load(ground);
  await asOwner(ground, seed, (ctx) => rememberSeed(ctx, seed.name, checksum));
}

/** One transaction as whoever the seed belongs to. */
function asOwner<T>(ground: SeedGround, seed: Seed, work: (ctx: Ctx) => Promise<T>): Promise<T> {
  const { transactions, partnershipId } = ground;
  if (seed.owner === 'library') return transactions.inLibrary(work);
  const who = { actor: { kind: 'service' as const, name: seed.name }, partnershipId };
  return transactions.inTransaction(who, 'write', work);
}

async function checksumOf(madeOf: readonly URL[], version: string): Promise<string> {
  const hash = createHash('sha256').update(version);
  for (const place of madeOf)
    for (const file of place.href.endsWith('/') ? await filesIn(place) : [place])
      hash.update(`\n${file.href.slice(place.href.length)} `).update(await readFile(file));
  return hash.digest('hex').slice(0, 32);
}

async function filesIn(folder: URL): Promise<URL[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`)
    .toSorted()
    .map((path) => pathToFileURL(path));
}
