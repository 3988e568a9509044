import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test, type TestContext } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../db/testing.ts';
import { transactions } from '../db/transactions.ts';
import { type Id, storedId } from '../kernel/id.ts';
import { settleCounts, type SettleCounts } from './count-rows.ts';
import { RequestCounts } from './request-counts.ts';

const partnershipId: Id<'partnership'> = storedId('00000000-0000-7000-8000-0000000000a1');
const who = { actor: { kind: 'service' as const, name: 'test' }, partnershipId };

async function ground(t: TestContext) {
  const database = await testDatabase(t);
  let now = new Date('2026-11-23T10:00:10Z');
  const clock = () => now;
  const { inTransaction } = transactions({ database, clock, random: randomBytes, record: async () => {} });
  const settle: SettleCounts = (minute, fresh) =>
    inTransaction(who, 'write', (ctx) => settleCounts(ctx, minute, fresh));
  const rows = async () =>
    (
      await inTransaction(who, 'read', (ctx) =>
        sql<{
          sender: string;
          requests: number;
        }>`select sender, requests from platform.request_count`.execute(ctx.db),
      )
    ).rows;
  return { clock, settle, rows, goOn: (ms: number) => void (now = new Date(now.getTime() + ms)) };
}

test('what one address asks of two processes counts together', async (t) => {
  const { clock, settle } = await ground(t);
  const [one, two] = [new RequestCounts(clock, settle), new RequestCounts(clock, settle)];
  for (let asked = 0; asked < 70; asked += 1) {
    one.count('10.0.0.1', 100);
    two.count('10.0.0.1', 100);
  }
  await one.settleNow();
  await two.settleNow();
  await one.settleNow();
  assert.deepEqual(
    [one, two].map((each) => each.count('10.0.0.1', 100)),
    [
      { current: 141, ttl: 50_000 },
      { current: 141, ttl: 50_000 },
    ],
  );
});

test('an ordinary reader is counted without a word to the database, and no address stands in it', async (t) => {
  const { clock, settle, rows } = await ground(t);
  const counts = new RequestCounts(clock, settle);
  for (let asked = 0; asked < 50; asked += 1) counts.count('10.0.0.2', 1200);
  await counts.settleNow();
  assert.deepEqual(await rows(), []);
  for (let asked = 0; asked < 50; asked += 1) counts.count('10.0.0.2', 1200);
  await counts.settleNow();
  const [row] = await rows();
  assert.equal(row?.requests, 100);
  assert.doesNotMatch(row.sender, /10\.0/);
});

test('a new minute begins at nothing, and the one before last is taken away', async (t) => {
  const { clock, settle, rows, goOn } = await ground(t);
  const counts = new RequestCounts(clock, settle);
  const busy = async () => {
    for (let asked = 0; asked < 20; asked += 1) counts.count('10.0.0.3', 20);
    await counts.settleNow();
  };
  await busy();
  goOn(60_000);
  assert.equal(counts.count('10.0.0.3', 20).current, 1);
  await busy();
  goOn(60_000);
  await busy();
  assert.equal((await rows()).length, 2);
});

test('where the database is away each process goes on counting for itself, and tells later', async (t) => {
  const { clock, settle, rows } = await ground(t);
  let away = true;
  const counts = new RequestCounts(clock, (minute, fresh) =>
    away ? Promise.reject(new Error('away')) : settle(minute, fresh),
  );
  for (let asked = 0; asked < 30; asked += 1) counts.count('10.0.0.4', 20);
  await counts.settleNow();
  assert.equal(counts.count('10.0.0.4', 20).current, 31);
  away = false;
  await counts.settleNow();
  assert.deepEqual(
    (await rows()).map(({ requests }) => requests),
    [31],
  );
});
