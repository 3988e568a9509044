import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from '../db/database.ts';
import { runStatement } from '../db/query-builder.ts';

/** Sooner than a transaction that asks nothing is broken off. */
const stillHereMs = 20_000;
/** Ours alone, beside those of the migrations and the queue. */
const startingLock = '1735355495';

/**
 * Does work that only one process at a time may do on this database; others wait for their turn. The lock goes with the
 * connection that holds it, so a process that dies leaves nothing behind. The embedded database has one process anyhow.
 */
export async function alone<T>(database: Database, work: () => Promise<T>): Promise<T> {
  if (database.kind === 'embedded') return work();
  const taken = Promise.withResolvers<void>();
  const ended = new AbortController();
  const holding = database.asOwner(async (db) => {
    await runStatement(db, 'select pg_advisory_xact_lock($1)', [startingLock]);
    taken.resolve();
    while (!ended.signal.aborted) {
      await pause(stillHereMs, undefined, { signal: ended.signal, ref: false }).catch(() => {});
      await runStatement(db, 'select 1', []);
    }
  });
  holding.catch((fault: unknown) => taken.reject(fault));
  await taken.promise;
  try {
    return await work();
  } finally {
    ended.abort();
    // where the line broke meanwhile, the work was done all the same
    await holding.catch(() => {});
  }
}
