import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { setUpOrganisations } from '#modules/accounts/index.ts';
import { testDatabase } from '#platform/db/testing.ts';
import { transactions } from '#platform/db/transactions.ts';
import { stoppedClock } from '#platform/kernel/clock.ts';
import { dayOf } from '#platform/kernel/day.ts';
import { storedId } from '#platform/kernel/id.ts';
import { organisationSubjects } from '../index.ts';

test('an organisation on the thread says how it stands: one that closed says since when, and cannot be tied anew', async (t) => {
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
  const body = { kind: 'voluntary organisation', from: undefined, until: undefined };
  const given = [
    { ...body, key: 'well', name: 'The Well' },
    { ...body, key: 'gone', name: 'Gone by today', until: dayOf(2026, 9, 3) },
    { ...body, key: 'going', name: 'Gone next year', until: dayOf(2027, 4, 1) },
    { ...body, key: 'coming', name: 'Here from 100% tomorrow', from: dayOf(2026, 9, 4) },
  ];
  await inTransaction(as('aa'), 'write', (ctx) => setUpOrganisations(ctx, given));
  const keys = ['well', 'gone', 'going', 'coming', 'nowhere'];
  const find = (last: string) =>
    inTransaction(as(last), 'read', async (ctx) => {
      const found = await organisationSubjects.find(ctx, keys);
      return Object.fromEntries(found.map(({ id, state }) => [id, state]));
    });
  assert.deepEqual(await find('aa'), {
    well: 'Voluntary organisation',
    gone: 'Voluntary organisation. Closed on 3 September 2026',
    going: 'Voluntary organisation. Closes on 1 April 2027',
    coming: 'Voluntary organisation, from 4 September 2026',
  });
  assert.deepEqual(await find('bb'), {}, 'another partnership knows none of them');
  const search = (words: string) =>
    inTransaction(as('aa'), 'read', async (ctx) =>
      (await organisationSubjects.search(ctx, words)).map(({ id }) => id),
    );
  assert.deepEqual(await search('VOLUNTARY gone'), ['going']);
  assert.deepEqual(await search('%'), [], 'a sign stands for itself');
  assert.deepEqual(await search('  '), []);
});
