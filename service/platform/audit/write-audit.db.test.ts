import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { test, type TestContext } from 'node:test';
import { sql } from 'kysely';
import type { Database } from '../db/database.ts';
import { testDatabase } from '../db/testing.ts';
import { transactions, type Who } from '../db/transactions.ts';
import { DatabaseFault } from '../db/fault.ts';
import { stoppedClock } from '../kernel/clock.ts';
import type { Actor, Touch } from '../kernel/context.ts';
import { storedId } from '../kernel/id.ts';
import { testAudit, testDigestKey } from './testing.ts';
import { digestOf } from './write-audit.ts';

const norbridge = storedId<'partnership'>('00000000-0000-7000-8000-0000000000a1');
const elsewhere = storedId<'partnership'>('00000000-0000-7000-8000-0000000000a2');
const school = storedId<'organisation'>('00000000-0000-7000-8000-0000000000e1');
const child = '00000000-0000-7000-8000-0000000000c1';

const ada: Actor = {
  kind: 'person',
  personId: storedId('00000000-0000-7000-8000-0000000000b1'),
  name: 'Ada Bright',
  roles: ['practitioner', 'analyst'],
  organisationId: school,
};
const asAda: Who = { actor: ada, partnershipId: norbridge, correlation: 'req-7' };

function looked(more: Partial<Touch> = {}): Touch {
  return {
    act: 'families.record-read',
    way: 'read',
    subject: { kind: 'child', id: child },
    relationship: 'lead-worker',
    purpose: 'direct-help',
    ...more,
  };
}

async function ground(t: TestContext) {
  const database = await testDatabase(t);
  const made = transactions({
    database,
    clock: stoppedClock('2026-11-23T03:52:00.123Z'),
    random: randomBytes,
    record: async () => {},
    audit: testAudit,
  });
  const touch = (who: Who, ...touches: Touch[]) =>
    made.inTransaction(who, 'write', async (ctx) => touches.forEach((one) => ctx.audit(one)));
  return { database, made, touch };
}

type Entry = Record<string, unknown> & { previous: Uint8Array; hash: Uint8Array };

async function entries(database: Database): Promise<readonly Entry[]> {
  const { rows } = await database.asOwner((db) =>
    sql<Entry>`select * from platform.audit_entry order by number`.execute(db),
  );
  return rows;
}

test('R16: what was touched is written in the transaction, sealed with what came before', async (t) => {
  const { database, touch } = await ground(t);
  await touch(asAda, looked(), looked({ way: 'written', values: { note: 'Amy likes football' } }));
  await touch({ actor: { kind: 'service', name: 'command line' }, partnershipId: norbridge }, looked());
  const [first, second, third] = await entries(database);
  assert.equal(first?.['chain'], school);
  assert.equal(first?.['sequence'], 1);
  assert.equal(first?.['roles'], 'analyst practitioner');
  assert.equal(first?.['correlation'], 'req-7');
  assert.deepEqual(first?.['at'], new Date('2026-11-23T03:52:00.123Z'), 'the time of the transaction');
  assert.equal(second?.['sequence'], 2);
  assert.deepEqual(second?.previous, first?.hash);
  assert.equal(second?.['digests'], `note=${digestOf('note', 'Amy likes football', testDigestKey)}`);
  assert.equal(
    third?.['chain'],
    norbridge,
    'whoever has no organisation stands in the chain of the partnership',
  );
  assert.equal(third?.['service'], 'command-line');
  assert.doesNotMatch(JSON.stringify([first, second, third]), /Amy|Ada/);
});

test('R17: the seal is the SHA-256 of the values, each with its length before it', async (t) => {
  const { database, touch } = await ground(t);
  await touch(asAda, looked({ part: { kind: 'entry', id: child } }));
  const [entry] = await entries(database);
  const values = [
    ['golden-thread-audit-1', norbridge, school, '1', String(entry?.['number']), entry?.['id']],
    ['2026-11-23T03:52:00.123000Z', 'person', ada.personId, null, 'analyst practitioner', 'lead-worker'],
    ['direct-help', 'families.record-read', 'read', 'child', child, 'entry', child, 'req-7', ''],
    ['0'.repeat(64)],
  ].flat();
  const hash = createHash('sha256');
  for (const value of values) {
    const length = Buffer.alloc(4);
    length.writeInt32BE(typeof value === 'string' ? Buffer.byteLength(value) : -1);
    hash.update(length);
    if (typeof value === 'string') hash.update(value);
  }
  assert.equal(Buffer.from(entry?.hash ?? []).toString('hex'), hash.digest('hex'));
});

test('R16: where the audit cannot be written nothing is done', async (t) => {
  const { database, made } = await ground(t);
  const keep = (more: Partial<Touch>, access: 'read' | 'write' = 'write') =>
    made.inTransaction(asAda, access, async (ctx) => {
      if (access === 'write') await ctx.record({ type: 'x.y', subject: { kind: 'child', id: child } });
      ctx.audit(looked(more));
    });
  const planted: Partial<Touch>[] = [
    { subject: { kind: 'child', id: 'Amy Smith' } },
    { subject: { kind: 'Amy Smith', id: child } },
    { part: { kind: 'entry', id: 'the note about Amy' } },
    { act: 'Amy was read' },
    { relationship: 'her uncle\nnext line' },
    { purpose: '' },
    { values: { 'Amy Smith': 'x' } },
  ];
  for (const more of planted) await assert.rejects(keep(more), DatabaseFault, JSON.stringify(more));
  await assert.rejects(
    keep({}, 'read'),
    DatabaseFault,
    'a transaction that only reads cannot read personal data',
  );
  assert.deepEqual(await entries(database), []);
});

test('R17: entries of one partnership are seen by it alone', async (t) => {
  const { made, touch } = await ground(t);
  await touch(asAda, looked());
  const seen = (partnershipId: typeof norbridge) =>
    made.inTransaction({ ...asAda, partnershipId }, 'read', async (ctx) => {
      const { rows } = await sql<{ n: number }>`select
        (select count(*) from platform.audit_entry) + (select count(*) from platform.audit_head) as n`.execute(
        ctx.db,
      );
      return Number(rows[0]?.n);
    });
  assert.equal(await seen(norbridge), 2);
  assert.equal(await seen(elsewhere), 0);
});
