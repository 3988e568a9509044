import type { Actor, Fact } from '../kernel/context.ts';
import type { Clock } from '../kernel/clock.ts';
import { dayInEngland } from '../kernel/day.ts';
import { type Id, idAt } from '../kernel/id.ts';
import type { Ctx, Database, Db } from './database.ts';
import { libraryPartnership } from './library.ts';

export type Who = { actor: Actor; partnershipId: Id<'partnership'> };

/** What a context without its own `record` knows: enough to write a fact. */
export type Recording = Omit<Ctx, 'record'>;

export type Transactions = {
  /** One transaction as one person in one partnership: all that happens in it becomes true together, or not at all. */
  inTransaction<T>(who: Who, access: 'read' | 'write', work: (ctx: Ctx) => Promise<T>): Promise<T>;
  /** One transaction of the service itself, as the owner of the read-only library that every partnership can read. */
  inLibrary<T>(work: (ctx: Ctx) => Promise<T>): Promise<T>;
};

/** Ties a database to the time, to randomness and to whoever writes facts down. */
export function transactions(parts: {
  database: Database;
  clock: Clock;
  /** this many random bytes */
  random: (bytes: number) => Uint8Array;
  record: (ctx: Recording, fact: Fact) => Promise<void>;
}): Transactions {
  const { database, clock, random, record } = parts;
  const contextOf = (db: Db, who: Who, now: Date): Ctx => {
    const { actor, partnershipId } = who;
    const newId = () => idAt<never>(now, random(10));
    const ctx: Recording = { db, actor, partnershipId, now, today: dayInEngland(now), newId };
    return { ...ctx, record: (fact) => record(ctx, fact) };
  };
  return {
    inTransaction(who, access, work) {
      const now = clock();
      const personId = who.actor.kind === 'person' ? who.actor.personId : null;
      const scope = { partnershipId: who.partnershipId, personId, now, access };
      return database.inTransaction(scope, (db) => work(contextOf(db, who, now)));
    },
    inLibrary(work) {
      const who: Who = { actor: { kind: 'service', name: 'library' }, partnershipId: libraryPartnership };
      const now = clock();
      return database.asOwner((db) => work(contextOf(db, who, now)));
    },
  };
}
