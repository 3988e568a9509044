import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { testDatabase } from '#platform/db/testing.ts';
import { transactions } from '#platform/db/transactions.ts';
import { stoppedClock } from '#platform/kernel/clock.ts';
import { dayOf } from '#platform/kernel/day.ts';
import { storedId } from '#platform/kernel/id.ts';
import { organisations, setUpOrganisations } from '../../index.ts';

test('the organisations of a partnership are those that stand today, by name; none of another partnership', async (t) => {
  const { inTransaction } = transactions({
    database: await testDatabase(t),
    clock: stoppedClock('2026-09-03T09:00:00Z'),
    random: randomBytes,
    record: async () => {},
  });
  const as = (last: string) => ({
    actor: { kind: 'service' as const, name: 'test' },
    partnershipId: storedId<'partnership'>(`01900000-0000-7000-8000-0000000000${last}`),
  });
  const body = { kind: 'charity', from: undefined, until: undefined };
  const given = [
    { ...body, key: 'well', name: 'The Well' },
    { ...body, key: 'ark', name: 'The Ark', from: dayOf(2026, 9, 3) },
    { ...body, key: 'gone', name: 'Gone by today', until: dayOf(2026, 9, 3) },
    { ...body, key: 'coming', name: 'Here from tomorrow', from: dayOf(2026, 9, 4) },
  ];
  await inTransaction(as('aa'), 'write', (ctx) => setUpOrganisations(ctx, given));
  await inTransaction(as('bb'), 'write', (ctx) =>
    setUpOrganisations(ctx, [{ ...body, key: 'x', name: 'Elsewhere' }]),
  );
  const names = (last: string) =>
    inTransaction(as(last), 'read', async (ctx) => (await organisations(ctx)).map(({ name }) => name));
  assert.deepEqual(await names('aa'), ['The Ark', 'The Well']);
  assert.deepEqual(await names('bb'), ['Elsewhere']);
  await inTransaction(as('aa'), 'write', (ctx) =>
    setUpOrganisations(ctx, [{ ...body, key: 'well', name: 'Wellspring' }]),
  );
  assert.deepEqual(await names('aa'), ['The Ark', 'Wellspring']);
});
