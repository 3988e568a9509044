import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test, type TestContext } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { type Id, storedId } from '../kernel/id.ts';
import { DatabaseFault } from '../db/fault.ts';
import { testDatabase } from '../db/testing.ts';
import { transactions } from '../db/transactions.ts';
import { type Handler, openOutbox, type StoredFact, writeFact } from './outbox.ts';

const clock = (): Date => new Date('2026-09-03T10:00:00Z');
const partnershipId: Id<'partnership'> = storedId('00000000-0000-7000-8000-0000000000a1');
const who = { actor: { kind: 'service' as const, name: 'test' }, partnershipId };
const closed = { type: 'plans.closed', subject: { kind: 'plan', id: 'p1' }, details: { actions: 3 } };

async function outboxWith(t: TestContext, handlers: readonly Handler[]) {
  const database = await testDatabase(t);
  const failures: unknown[] = [];
  const onFailure = (fault: unknown): void => void failures.push(fault);
  const outbox = await openOutbox({ database, clock, random: randomBytes, handlers, onFailure });
  t.after(() => outbox.stop());
  const { inTransaction } = transactions({ database, clock, random: randomBytes, record: outbox.record });
  return { database, outbox, inTransaction, failures };
}

test('a fact reaches its handler after the transaction that made it true, with what was written', async (t) => {
  const seen: StoredFact[] = [];
  const handler = {
    name: 'test.note',
    types: ['plans.closed'],
    handle: async (_: unknown, fact: StoredFact) => void seen.push(fact),
  };
  const { outbox, inTransaction } = await outboxWith(t, [handler]);
  await inTransaction(who, 'write', (ctx) => ctx.record(closed));
  assert.equal(await outbox.drain(), 1);
  const [fact] = seen;
  assert.deepEqual(
    { type: fact?.type, subject: fact?.subject, details: fact?.details, at: fact?.happenedAt },
    { type: 'plans.closed', subject: { kind: 'plan', id: 'p1' }, details: { actions: 3 }, at: clock() },
  );
  assert.equal(await outbox.drain(), 0, 'once dealt with, it does not come again');
});

test('a transaction that is rolled back leaves neither fact nor job', async (t) => {
  let told = 0;
  const handler = { name: 'test.count', types: ['plans.closed'], handle: async () => void (told += 1) };
  const { outbox, inTransaction } = await outboxWith(t, [handler]);
  await assert.rejects(
    inTransaction(who, 'write', async (ctx) => {
      await ctx.record(closed);
      throw new Error('changed my mind');
    }),
    /changed my mind/,
  );
  assert.equal(await outbox.drain(), 0);
  assert.equal(told, 0);
  const facts = await inTransaction(who, 'read', (ctx) => sql`select * from platform.fact`.execute(ctx.db));
  assert.equal(facts.rows.length, 0);
});

test('a handler that fails is tried again later, and what it had written is undone', async (t) => {
  let attempts = 0;
  const handler: Handler = {
    name: 'test.unsteady',
    types: ['plans.closed'],
    async handle(ctx) {
      attempts += 1;
      await ctx.record({ type: 'test.echoed', subject: { kind: 'plan', id: 'p1' } });
      if (attempts === 1) throw new Error('not yet');
    },
  };
  const { outbox, inTransaction, failures } = await outboxWith(t, [handler]);
  await inTransaction(who, 'write', (ctx) => ctx.record(closed));
  await outbox.drain();
  assert.match(String(failures[0]), /not yet/);
  let dealt = 0;
  for (let waited = 0; dealt === 0 && waited < 60; waited += 1) {
    await pause(100);
    dealt = await outbox.drain();
  }
  assert.equal(attempts, 2);
  const echoes = sql<{ count: number }>`select count(*) from platform.fact where type = 'test.echoed'`;
  const { rows } = await inTransaction(who, 'read', (ctx) => echoes.execute(ctx.db));
  assert.equal(rows[0]?.count, 1);
});

test('a fact that is told twice has its effect once', async (t) => {
  let effects = 0;
  const handler = { name: 'test.once', types: ['plans.closed'], handle: async () => void (effects += 1) };
  const { database, outbox, inTransaction } = await outboxWith(t, [handler]);
  await inTransaction(who, 'write', (ctx) => ctx.record(closed));
  // as a crash between the handler's commit and the job's end would leave it
  await database.asOwner((db) =>
    sql`insert into pgboss.job (name, data, retry_limit) select name, data, retry_limit from pgboss.job where name = 'test.once'`.execute(
      db,
    ),
  );
  assert.equal(await outbox.drain(), 2);
  assert.equal(effects, 1);
});

test('a started outbox deals with facts by itself, and stops', async (t) => {
  const told = Promise.withResolvers<string>();
  const handler: Handler = {
    name: 'test.soon',
    types: ['plans.closed'],
    handle: async (_, fact) => told.resolve(fact.subject.id),
  };
  const { outbox, inTransaction } = await outboxWith(t, [handler]);
  outbox.start();
  await inTransaction(who, 'write', (ctx) => ctx.record(closed));
  assert.equal(await told.promise, 'p1');
  await outbox.stop();
});

test('the application cannot change or remove a fact', async (t) => {
  const database = await testDatabase(t);
  const { inTransaction } = transactions({
    database,
    clock,
    random: randomBytes,
    record: async (ctx, fact) => void (await writeFact(ctx, fact)),
  });
  await inTransaction(who, 'write', (ctx) => ctx.record(closed));
  const denied = (fault: unknown): boolean => fault instanceof DatabaseFault && fault.sqlState === '42501';
  for (const attempt of [
    sql`update platform.fact set type = 'nothing.happened'`,
    sql`delete from platform.fact`,
    sql`truncate platform.fact`,
  ])
    await assert.rejects(
      inTransaction(who, 'write', (ctx) => attempt.execute(ctx.db)),
      denied,
    );
  const { rows } = await inTransaction(who, 'read', (ctx) =>
    sql<{ type: string }>`select type from platform.fact`.execute(ctx.db),
  );
  assert.deepEqual(rows, [{ type: 'plans.closed' }]);
});
