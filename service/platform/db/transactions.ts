import type { Actor, Fact } from '../kernel/context.ts';
import type { Clock } from '../kernel/clock.ts';
import { dayInEngland } from '../kernel/day.ts';
import { type Id, idAt } from '../kernel/id.ts';
import type { Ctx, Database } from './database.ts';

export type Who = { actor: Actor; partnershipId: Id<'partnership'> };

/** What a context without its own `record` knows: enough to write a fact. */
export type Recording = Omit<Ctx, 'record'>;

export type Transactions = {
  /** One transaction as one person in one partnership: all that happens in it becomes true together, or not at all. */
  inTransaction<T>(who: Who, access: 'read' | 'write', work: (ctx: Ctx) => Promise<T>): Promise<T>;
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
  return {
    inTransaction(who, access, work) {
      const now = clock();
      const personId = who.actor.kind === 'person' ? who.actor.personId : null;
      const scope = { partnershipId: who.partnershipId, personId, now, access };
      return database.inTransaction(scope, (db) => {
        const ctx: Recording = {
          db,
          actor: who.actor,
          partnershipId: who.partnershipId,
          now,
          today: dayInEngland(now),
          newId: () => idAt(now, random(10)),
        };
        return work({ ...ctx, record: (fact) => record(ctx, fact) });
      });
    },
  };
}
