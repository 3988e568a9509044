import { AsyncResource } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import { PgBoss } from 'pg-boss';
import { type Id, idFrom } from '../kernel/id.ts';
import type { Database, Db } from '../db/database.ts';
import { runScript, runStatement } from '../db/query-builder.ts';
import { repeatedly } from './repeatedly.ts';

/** What a job carries: where the fact is, and nothing of what it says. */
export type Job = { factId: Id<'fact'>; partnershipId: Id<'partnership'> };

export type Deal = (queue: string, job: Job) => Promise<void>;

/** The one queue, over pg-boss: jobs are sent inside the acting transaction and tried until they succeed. */
export type Jobs = {
  send(db: Db, queue: string, job: Job): Promise<void>;
  /** deals with jobs from now on */
  start(deal: Deal): void;
  /** lets the job at work finish, then rests */
  stop(): Promise<void>;
  /** deals with every job that waits now; answers with how many it took up */
  drain(deal: Deal): Promise<number>;
};

/** A failed job waits a second, then two, four … at most an hour; after three days or so it is left as failed. */
const patience = {
  retryLimit: 80,
  retryDelay: 1,
  retryBackoff: true,
  retryDelayMax: 3_600,
  expireInSeconds: 300,
};

const lookEveryMs = 2_000;
const maintainEveryMs = 60_000;

export async function openJobs(parts: {
  database: Database;
  queues: readonly string[];
  onFailure: (fault: unknown, queue: string) => void;
}): Promise<Jobs> {
  const { database, queues, onFailure } = parts;
  const boss = await openBoss(database, queues);
  boss.on('error', (fault) => onFailure(fault, 'the queue itself'));

  const drain = async (deal: Deal, mayGoOn: () => boolean = () => true): Promise<number> => {
    let dealt = 0;
    for (const queue of queues)
      for (let some = 1; some > 0 && mayGoOn(); dealt += some) {
        const fetched = await boss.fetch(queue, { batchSize: 5 });
        some = fetched.length;
        for (const { id, data } of fetched)
          await settle(boss, { queue, id, work: () => deal(queue, parseJob(data)) });
      }
    return dealt;
  };
  const settle = settleWith(onFailure);

  let looking: ReturnType<typeof repeatedly> | undefined;
  let maintaining: ReturnType<typeof repeatedly> | undefined;
  // A timer remembers the transaction it was set in, and looking from inside one is refused.
  const lookSoon = AsyncResource.bind(() => looking?.soon());
  return {
    async send(db, queue, job) {
      await boss.insert(queue, [{ data: job }], {
        db: { executeSql: (text, values) => execute(db, text, values) },
      });
      lookSoon();
    },
    start(deal) {
      const failed = (fault: unknown): void => onFailure(fault, 'the queue itself');
      looking ??= repeatedly(async (mayGoOn) => void (await drain(deal, mayGoOn)), {
        everyMs: lookEveryMs,
        failed,
      });
      maintaining ??= repeatedly(() => boss.supervise(), { everyMs: maintainEveryMs, failed });
    },
    async stop() {
      await Promise.all([looking?.stop(), maintaining?.stop()]);
      await boss.stop({ graceful: false, close: false });
    },
    drain: (deal) => drain(deal),
  };
}

async function openBoss(database: Database, queues: readonly string[]): Promise<PgBoss> {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => database.asOwner((db) => execute(db, text, values)) },
    backend: database.kind === 'embedded' ? 'pglite' : 'postgres',
    // we call its upkeep ourselves, and have schedules of our own (schedules.ts); these two need statements that no transaction allows
    supervise: false,
    schedule: false,
    reindex: false,
    monitorVacuum: false,
  });
  await boss.start();
  for (const queue of queues) {
    await boss.createQueue(queue, patience);
    // pg-boss looks a queue up when it first hears of it, which it could not do inside somebody's transaction
    await boss.findJobs(queue, { id: randomUUID() });
  }
  await database.asOwner((db) => runScript(db, grants));
  return boss;
}

/** Two processes that start at once may not change the same grants at once. */
const grants = `
  select pg_advisory_xact_lock(1735355494);
  grant usage on schema pgboss to goldenthread_app;
  grant select, insert on all tables in schema pgboss to goldenthread_app;`;

type Settle = (boss: PgBoss, job: { queue: string; id: string; work: () => Promise<void> }) => Promise<void>;

function settleWith(onFailure: (fault: unknown, queue: string) => void): Settle {
  return async (boss, { queue, id, work }) => {
    try {
      await work();
    } catch (fault) {
      onFailure(fault, queue);
      await boss.fail(queue, id, { code: codeOf(fault) });
      return;
    }
    await boss.complete(queue, id);
  };
}

async function execute(
  db: Db,
  text: string,
  values?: unknown[],
): Promise<{ rows: Record<string, unknown>[] }> {
  return await (values && values.length > 0 ? runStatement(db, text, values) : runScript(db, text));
}

function parseJob(payload: unknown): Job {
  if (typeof payload !== 'object' || payload === null) throw new TypeError('a job without its fact');
  const factId = 'factId' in payload ? idFrom<'fact'>(String(payload.factId)) : undefined;
  const partnershipId =
    'partnershipId' in payload ? idFrom<'partnership'>(String(payload.partnershipId)) : undefined;
  if (!factId || !partnershipId) throw new TypeError('a job without its fact');
  return { factId, partnershipId };
}

function codeOf(fault: unknown): string {
  return fault instanceof Error && 'code' in fault ? String(fault.code) : 'fault';
}
