import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { testDatabase } from '#platform/db/testing.ts';
import { transactions } from '#platform/db/transactions.ts';
import { storedId } from '#platform/kernel/id.ts';
import { bringIn, type Seed } from '../service/seed.ts';

test('a seed is brought in again when what it is made of has changed; a story that people go on with is told once', async (t) => {
  const database = await testDatabase(t);
  const clock = () => new Date('2026-10-01T08:00:00Z');
  const act = transactions({ database, clock, random: randomBytes, record: async () => {} });
  const partnershipId = storedId<'partnership'>('00000000-0000-7000-8000-0000000000a1');
  const ground = { transactions: act, partnershipId, keepIn: '', tell: () => {} };
  const loaded: string[] = [];
  const seed = (name: string, more: Partial<Seed> = {}): Seed => ({
    name,
    says: name,
    owner: 'partnership',
    madeOf: [],
    load: async () => void loaded.push(name),
    ...more,
  });
  const all = [seed('figures'), seed('meetings', { told: 'once' })];
  for (const version of ['one', 'one', 'two']) for (const each of all) await bringIn(ground, each, version);
  assert.deepEqual(loaded, ['figures', 'meetings', 'figures']);
});
