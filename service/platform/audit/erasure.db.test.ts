import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { sql } from 'kysely';
import { DatabaseFault } from '../db/fault.ts';
import { runScript } from '../db/query-builder.ts';
import { testDatabase } from '../db/testing.ts';
import { transactions, type Who } from '../db/transactions.ts';
import type { Touch } from '../kernel/context.ts';
import { storedId } from '../kernel/id.ts';
import { exportOfAudit, verifyDatabase } from './export-audit.ts';
import { testAudit } from './testing.ts';

const partnershipId = storedId<'partnership'>('00000000-0000-7000-8000-0000000000a1');
const who: Who = {
  actor: {
    kind: 'person',
    personId: storedId('00000000-0000-7000-8000-0000000000b1'),
    name: 'Canary Zero of 12 Hidden Lane',
    roles: ['practitioner'],
  },
  partnershipId,
  correlation: 'req-9',
};

/** Words that nobody else would write, as names, notes and addresses are written. */
function canaries(count: number): string[] {
  return Array.from(
    { length: count },
    (_, index) => `Canary${index} Birdsong, ${index} Hidden Lane\nline ${index}`,
  );
}

const childTable = `
  create table public.child_of_a_test (id uuid primary key, partnership_id uuid not null, words text not null);
  call platform.guard('public.child_of_a_test')`;

test('R18: 2,000 planted texts: none stands in the audit, and it verifies after their subjects are deleted', async (t) => {
  const database = await testDatabase(t);
  await database.asOwner((db) => runScript(db, childTable));
  const act = transactions({
    database,
    clock: () => new Date(),
    random: randomBytes,
    record: async () => {},
    audit: testAudit,
  });
  const planted = canaries(2000);
  const ids: string[] = [];
  for (let from = 0; from < planted.length; from += 100)
    await act.inTransaction(who, 'write', async (ctx) => {
      for (const words of planted.slice(from, from + 100)) {
        const id = ctx.newId();
        ids.push(id);
        await sql`insert into public.child_of_a_test values (${id}, ${partnershipId}, ${words})`.execute(
          ctx.db,
        );
        ctx.audit(touchOf(id, { way: 'written', act: 'test.written', values: { words, name: words } }));
      }
    });
  await act.inTransaction(who, 'write', async (ctx) => {
    await sql`delete from public.child_of_a_test`.execute(ctx.db);
    for (const id of ids) ctx.audit(touchOf(id, { way: 'deleted', act: 'test.deleted' }));
  });
  const asSame: Parameters<typeof exportOfAudit>[0] = (work) => act.inTransaction(who, 'read', work);
  const report = await verifyDatabase(asSame, { partnershipId, signed: [], now: new Date() });
  assert.deepEqual([report.wrong, report.entries], [0, 4000]);

  let exported = '';
  for await (const lines of exportOfAudit(asSame)) exported += lines.join('\n');
  const { rows } = await database.asOwner((db) =>
    sql<{ row: string }>`select e::text as row from platform.audit_entry e
      union all select h::text from platform.audit_head h`.execute(db),
  );
  const stored = rows.map(({ row }) => row).join('\n');
  // every planted text begins with one word, which is looked for as it stands and as bytes would show it
  const seen = [...`${stored}\n${exported}`.matchAll(/Canary\d*|43616e617279/gi)];
  assert.equal(seen.length, 0);
  assert.doesNotMatch(stored + exported, /Hidden|Birdsong/i, 'nor a part of one, nor the name of who acted');
  t.diagnostic(`${planted.length} texts planted, ${seen.length} seen in ${rows.length} rows`);
});

test('R18: text that is handed over as a code or an id is refused, wherever it stands, and nothing of the act is kept', async (t) => {
  const database = await testDatabase(t);
  const act = transactions({
    database,
    clock: () => new Date(),
    random: randomBytes,
    record: async () => {},
    audit: testAudit,
  });
  const id = '00000000-0000-7000-8000-0000000000c1';
  for (const words of [...canaries(1), 'O’Neill', '07700 900123', '\r\nforged line', '']) {
    const places: Partial<Touch>[] = [
      { act: words },
      { relationship: words },
      { purpose: words },
      { subject: { kind: words, id } },
      { subject: { kind: 'child', id: words } },
      { part: { kind: words, id } },
      { part: { kind: 'entry', id: words } },
      { values: { [words]: 'x' } },
    ];
    for (const more of places)
      await assert.rejects(
        act.inTransaction(who, 'write', async (ctx) => ctx.audit(touchOf(id, more))),
        DatabaseFault,
        JSON.stringify(more),
      );
  }
  const { rows } = await database.asOwner((db) =>
    sql<{ n: number }>`select count(*) as n from platform.audit_entry`.execute(db),
  );
  assert.equal(rows[0]?.n, 0);
});

function touchOf(id: string, more: Partial<Touch>): Touch {
  return {
    act: 'test.read',
    way: 'read',
    subject: { kind: 'child', id },
    relationship: 'lead-worker',
    purpose: 'record-keeping',
    ...more,
  };
}
