import type { KeyObject } from 'node:crypto';
import type { Database, Db } from '../db/database.ts';
import type { Id } from '../kernel/id.ts';
import { KeyFault } from './key-fault.ts';
import { fingerprintOf, readKeyFiles, type KeyName, type KeyRing } from './key-files.ts';
import type { KeysTables } from './tables.generated.ts';

export type { KeyName } from './key-files.ts';

/** The keys of this service. They live outside the database, so that a copy of the one opens nothing without the other. */
export type Keys = {
  /** `audit-signing` is an Ed25519 private key (its public half: `createPublicKey`); the others hold 256 random bits */
  key(name: KeyName): KeyObject;
};

/**
 * Opens the keys in a folder, made at the first start, and holds them against the prints that the database knows.
 * @throws KeyFault where the database was used with other keys, or others on this machine could read these
 */
export async function openKeys(parts: {
  folder: string;
  database: Database;
  partnershipId: Id<'partnership'>;
  now: Date;
}): Promise<Keys> {
  const { folder, database, partnershipId, now } = parts;
  const scope = { partnershipId, personId: null, actorKind: 'service' as const, now };
  const known = await database.inTransaction({ ...scope, access: 'read' }, knownPrints);
  const ring = await readKeyFiles(folder, (name) => !known.has(name));
  const prints = [...ring].map(([name, key]) => ({ name, fingerprint: fingerprintOf(key) }));
  const fresh = prints.filter(({ name }) => !known.has(name));
  if (fresh.length > 0) {
    const rows = fresh.map((one) => ({ ...one, partnership_id: partnershipId, first_used_at: now }));
    await database.inTransaction({ ...scope, access: 'write' }, (db) => keepPrints(db, rows));
  }
  // read again: of two processes that start at once with different keys the second is told
  const settled =
    fresh.length > 0 ? await database.inTransaction({ ...scope, access: 'read' }, knownPrints) : known;
  if (prints.some(({ name, fingerprint }) => settled.get(name) !== fingerprint))
    throw new KeyFault('keys-differ', folder);
  return keysOf(ring);
}

/** Keys over a ring. */
export function keysOf(ring: KeyRing): Keys {
  return {
    key(name) {
      const key = ring.get(name);
      if (!key) throw new Error(`no key ${name}`);
      return key;
    },
  };
}

async function knownPrints(db: Db): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .withTables<KeysTables>()
    .selectFrom('platform.key_in_use')
    .select(['name', 'fingerprint'])
    .execute();
  return new Map(rows.map(({ name, fingerprint }) => [name, fingerprint]));
}

async function keepPrints(db: Db, rows: readonly KeysTables['platform.key_in_use'][]): Promise<void> {
  await db
    .withTables<KeysTables>()
    .insertInto('platform.key_in_use')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
