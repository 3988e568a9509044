import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test, type TestContext } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../db/testing.ts';
import { transactions } from '../db/transactions.ts';
import { type Id, storedId } from '../kernel/id.ts';
import { openOutbox } from './outbox.ts';
import { openSchedules, type Schedule, type ScheduledRun } from './schedules.ts';

const partnershipId: Id<'partnership'> = storedId('00000000-0000-7000-8000-0000000000a1');
const who = { actor: { kind: 'service' as const, name: 'test' }, partnershipId };

/** Schedules over a database of their own, at a time that a test moves by hand. */
async function timeIn(t: TestContext, work: Schedule['work'], more: Partial<Schedule> = {}) {
  const database = await testDatabase(t);
  let now = new Date('2026-10-01T00:05:00Z');
  const clock = (): Date => now;
  const outbox = await openOutbox({ database, clock, random: randomBytes, handlers: [] });
  t.after(() => outbox.stop());
  const act = transactions({ database, clock, random: randomBytes, record: outbox.record });
  const failures: string[] = [];
  const schedule: Schedule = {
    name: 'test.each-month',
    turn: ({ today }) => today.slice(0, 7),
    work,
    ...more,
  };
  const open = () =>
    openSchedules({
      transactions: act,
      partnershipId,
      schedules: [schedule],
      onFailure: (fault, name) => void failures.push(`${name}: ${String(fault)}`),
    });
  return { open, failures, at: (instant: string) => void (now = new Date(instant)), act };
}

function note(run: ScheduledRun): Promise<void> {
  return run.act('write', (ctx) =>
    ctx.record({ type: 'test.worked', subject: { kind: 'turn', id: run.turn } }),
  );
}

test('B20: what comes round is worked once for each turn, and again when the calendar has moved on', async (t) => {
  const { open, at, act } = await timeIn(t, note);
  const schedules = open();
  assert.deepEqual(await schedules.runDue(), ['test.each-month']);
  assert.deepEqual(await schedules.runDue(), [], 'the turn is done');
  assert.deepEqual(await open().runDue(), [], 'and stays done for a process that starts later');
  at('2026-11-17T08:00:00Z');
  assert.deepEqual(
    await schedules.runDue(),
    ['test.each-month'],
    'a turn whose start nobody saw is not lost',
  );
  const { rows } = await act.inTransaction(who, 'read', (ctx) =>
    sql<{
      id: string;
      by: string;
    }>`select subject_id as id, service_name as by from platform.fact order by happened_at`.execute(ctx.db),
  );
  assert.deepEqual(rows, [
    { id: '2026-10', by: 'test.each-month' },
    { id: '2026-11', by: 'test.each-month' },
  ]);
});

test('B20: where nothing is due nothing is worked', async (t) => {
  const { open } = await timeIn(t, () => Promise.reject(new Error('worked')), { turn: () => undefined });
  assert.deepEqual(await open().runDue(), []);
});

test('B20: a turn that failed is told and tried again, a minute later, then two', async (t) => {
  let attempts = 0;
  const unsteady = async (run: ScheduledRun): Promise<void> => {
    attempts += 1;
    await note(run);
    if (attempts < 3) throw new Error('not yet');
  };
  const { open, at, failures } = await timeIn(t, unsteady);
  const schedules = open();
  assert.deepEqual(await schedules.runDue(), []);
  assert.deepEqual(failures, ['test.each-month: Error: not yet']);
  at('2026-10-01T00:05:59Z');
  await schedules.runDue();
  assert.equal(attempts, 1, 'not before a minute has gone');
  at('2026-10-01T00:06:00Z');
  await schedules.runDue();
  assert.equal(attempts, 2);
  at('2026-10-01T00:07:00Z');
  await schedules.runDue();
  assert.equal(attempts, 2, 'the second time it waits for two');
  at('2026-10-01T00:08:00Z');
  assert.deepEqual(await schedules.runDue(), ['test.each-month']);
  assert.equal(attempts, 3);
});

test('B20: of two processes one works the turn; what died with its process is taken up after the lease', async (t) => {
  const left = Promise.withResolvers<void>();
  const begun = Promise.withResolvers<void>();
  let attempts = 0;
  const slow = async (): Promise<void> => {
    attempts += 1;
    begun.resolve();
    if (attempts === 1) await left.promise;
  };
  const { open, at } = await timeIn(t, slow, { leaseMinutes: 30 });
  const first = open().runDue();
  await begun.promise;
  at('2026-10-01T00:34:00Z');
  assert.deepEqual(await open().runDue(), [], 'the first is still at it');
  at('2026-10-01T00:35:00Z');
  assert.deepEqual(
    await open().runDue(),
    ['test.each-month'],
    'nobody has heard of the first for half an hour',
  );
  assert.equal(attempts, 2);
  left.resolve();
  await first;
});

test('B20: once started they look by themselves, and stopping tells the work to leave off', async (t) => {
  const begun = Promise.withResolvers<void>();
  let toldToLeave = false;
  const long = async ({ signal }: ScheduledRun): Promise<void> => {
    begun.resolve();
    await new Promise((resolve) => signal.addEventListener('abort', resolve));
    toldToLeave = true;
  };
  const { open } = await timeIn(t, long);
  const schedules = open();
  schedules.start();
  await begun.promise;
  await schedules.stop();
  assert.equal(toldToLeave, true);
});
