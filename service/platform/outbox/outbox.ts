import type { Clock } from '../kernel/clock.ts';
import type { Fact } from '../kernel/context.ts';
import { type Id, storedId } from '../kernel/id.ts';
import type { Ctx, Database } from '../db/database.ts';
import { jsonb } from '../db/jsonb.ts';
import { transactions, type Recording, type WriteAudit } from '../db/transactions.ts';
import { openJobs, type Job } from './jobs.ts';
import type { OutboxTables } from './tables.generated.ts';

/** A fact as it was written down, for whoever deals with it. */
export type StoredFact = {
  id: Id<'fact'>;
  type: string;
  subject: { kind: string; id: string };
  /** as the fact was recorded; its reader parses it */
  details: unknown;
  personId: string | null;
  happenedAt: Date;
};

/** Deals with facts of some types, as the service. */
export type Handler = {
  /** module.what-it-does, as in `site.forget-pages`: never renamed while facts wait for it */
  name: string;
  types: readonly string[];
} & (
  | {
      /** In a transaction of its own: whatever this writes through `ctx` becomes true exactly once. */
      handle(ctx: Ctx, fact: StoredFact): Promise<void>;
    }
  | {
      /**
       * For what is done outside the database and takes its time (a letter is carried), with no transaction held
       * meanwhile. It may be done again after a crash, and must bear that.
       */
      handleOutside(act: ActOfService, fact: StoredFact): Promise<void>;
    }
);

/** One transaction of the service itself, in the partnership of the fact. */
export type ActOfService = <T>(access: 'read' | 'write', work: (ctx: Ctx) => Promise<T>) => Promise<T>;

export type Outbox = {
  /** Writes a fact, and a job for each of its handlers, in the transaction that made it true: hand it to `transactions`. */
  record(ctx: Recording, fact: Fact): Promise<void>;
  /** Deals with facts from now on, soon after each is committed. */
  start(): void;
  /** Waits for the handlers at work, then rests. */
  stop(): Promise<void>;
  /** Deals with all that waits now, whether started or not; answers with how many it dealt with. */
  drain(): Promise<number>;
};

/**
 * Opens the outbox. Every process that records facts opens it with the same handlers; the one that deals with them
 * starts it: the service itself on the embedded database, a worker process on a server.
 */
export async function openOutbox(parts: {
  database: Database;
  clock: Clock;
  random: (bytes: number) => Uint8Array;
  handlers: readonly Handler[];
  /** without it no handler can touch personal data */
  audit?: WriteAudit | undefined;
  /** told when a handler failed; the job is tried again later */
  onFailure?: (fault: unknown, handler: string) => void;
}): Promise<Outbox> {
  const { database, clock, random, handlers, audit } = parts;
  const byName = new Map(handlers.map((handler) => [handler.name, handler]));
  const jobs = await openJobs({
    database,
    queues: [...byName.keys()],
    onFailure: parts.onFailure ?? (() => {}),
  });

  const record = async (ctx: Recording, fact: Fact): Promise<void> => {
    const factId = await writeFact(ctx, fact);
    for (const handler of handlers)
      if (handler.types.includes(fact.type))
        await jobs.send(ctx.db, handler.name, { factId, partnershipId: ctx.partnershipId });
  };
  const asService = transactions({ database, clock, random, record, audit });
  const deal = async (queue: string, { factId, partnershipId }: Job): Promise<void> => {
    const handler = byName.get(queue);
    if (!handler) throw new Error(`no handler is called ${queue}`);
    const who = { actor: { kind: 'service' as const, name: queue }, partnershipId };
    await dealWith(handler, factId, (access, work) => asService.inTransaction(who, access, work));
  };
  return {
    record,
    start: () => jobs.start(deal),
    stop: () => jobs.stop(),
    drain: () => jobs.drain(deal),
  };
}

async function dealWith(handler: Handler, factId: Id<'fact'>, act: ActOfService): Promise<void> {
  if ('handleOutside' in handler) {
    const told = await act('read', (ctx) => readFact(ctx, factId));
    if (told) await handler.handleOutside(act, told);
    return;
  }
  await act('write', async (ctx) => {
    if (!(await firstTime(ctx, factId, handler.name))) return;
    const fact = await readFact(ctx, factId);
    if (fact) await handler.handle(ctx, fact);
  });
}

/** Writes a fact down without telling anybody; answers with its id. */
export async function writeFact(ctx: Recording, fact: Fact): Promise<Id<'fact'>> {
  const id = ctx.newId<'fact'>();
  const { actor } = ctx;
  const row = {
    id,
    partnership_id: ctx.partnershipId,
    type: fact.type,
    subject_kind: fact.subject.kind,
    subject_id: fact.subject.id,
    actor_kind: actor.kind,
    service_name: actor.kind === 'service' ? actor.name : null,
    person_id: actor.kind === 'person' ? actor.personId : null,
    details: jsonb(fact.details ?? {}),
    happened_at: ctx.now,
  };
  await ctx.db.withTables<OutboxTables>().insertInto('platform.fact').values(row).execute();
  return id;
}

async function readFact(ctx: Ctx, id: Id<'fact'>): Promise<StoredFact | undefined> {
  const row = await ctx.db
    .withTables<OutboxTables>()
    .selectFrom('platform.fact')
    .select(['id', 'type', 'subject_kind', 'subject_id', 'details', 'person_id', 'happened_at'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) return undefined;
  return {
    id: storedId(row.id),
    type: row.type,
    subject: { kind: row.subject_kind, id: row.subject_id },
    details: row.details,
    personId: row.person_id,
    happenedAt: row.happened_at,
  };
}

/** Says that this handler deals with this fact; false where that was said before. */
async function firstTime(ctx: Ctx, factId: Id<'fact'>, handler: string): Promise<boolean> {
  const row = { partnership_id: ctx.partnershipId, fact_id: factId, handler, handled_at: ctx.now };
  const { numInsertedOrUpdatedRows } = await ctx.db
    .withTables<OutboxTables>()
    .insertInto('platform.handled')
    .values(row)
    .onConflict((conflict) => conflict.columns(['fact_id', 'handler']).doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}
