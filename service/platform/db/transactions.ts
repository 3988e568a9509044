import type { Actor, Fact, Touch } from '../kernel/context.ts';
import type { Clock } from '../kernel/clock.ts';
import { dayInEngland } from '../kernel/day.ts';
import { type Id, idAt } from '../kernel/id.ts';
import type { Copy } from './copy.ts';
import type { Ctx, Database, Db, Scope } from './database.ts';
import { libraryPartnership } from './library.ts';

export type Who = {
  actor: Actor;
  partnershipId: Id<'partnership'>;
  /** the request or job that this is part of, so that what belongs together can be found in the audit */
  correlation?: string | undefined;
};

/** What a context without its own `record` knows: enough to write a fact. */
export type Recording = Omit<Ctx, 'record' | 'audit'>;

/** Writes down what a transaction did to personal data, at its end and inside it. */
export type WriteAudit = (
  ctx: Recording,
  touches: readonly Touch[],
  correlation: string | undefined,
) => Promise<void>;

export type Transactions = {
  /** One transaction as one person in one partnership: all that happens in it becomes true together, or not at all. */
  inTransaction<T>(who: Who, access: 'read' | 'write', work: (ctx: Ctx) => Promise<T>): Promise<T>;
  /**
   * Reads from a copy of the database that may be a moment old: for what is the same for everybody and holds nothing
   * personal. Undefined where there is no copy to ask, and the database itself must be.
   */
  inCopy<T>(who: Who, work: (ctx: Ctx) => Promise<T>): Promise<{ value: T } | undefined>;
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
  /** without it nothing that touches personal data can be done */
  audit?: WriteAudit | undefined;
  copy?: Copy | undefined;
}): Transactions {
  const { database, clock, random, record, copy, audit = refuseTouches } = parts;
  const working = async <T>(db: Db, { who, now }: Moment, work: (ctx: Ctx) => Promise<T>): Promise<T> => {
    const { actor, partnershipId, correlation } = who;
    const newId = () => idAt<never>(now, random(10));
    const ctx: Recording = { db, actor, partnershipId, now, today: dayInEngland(now), newId };
    const touches: Touch[] = [];
    const value = await work({
      ...ctx,
      record: (fact) => record(ctx, fact),
      audit: (touch) => void touches.push(touch),
    });
    if (touches.length > 0) await audit(ctx, touches, correlation);
    return value;
  };
  return {
    inTransaction(who, access, work) {
      const now = clock();
      return database.inTransaction(scopeOf(who, access, now), (db) => working(db, { who, now }, work));
    },
    async inCopy(who, work) {
      const now = clock();
      return await copy?.tryRead(scopeOf(who, 'read', now), (db) => working(db, { who, now }, work));
    },
    inLibrary(work) {
      const who: Who = { actor: { kind: 'service', name: 'library' }, partnershipId: libraryPartnership };
      const now = clock();
      return database.asOwner((db) => working(db, { who, now }, work));
    },
  };
}

function scopeOf({ actor, partnershipId }: Who, access: 'read' | 'write', now: Date): Scope {
  const personId = actor.kind === 'person' ? actor.personId : null;
  return { partnershipId, personId, actorKind: actor.kind, now, access };
}

type Moment = { who: Who; now: Date };

const refuseTouches: WriteAudit = () => {
  throw new Error('personal data was touched, and nothing here writes the audit');
};
