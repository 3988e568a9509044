// A process of its own that touches personal data over and over, to be killed at any moment by the test beside it. Before
// it begins it says whether what the one before it left behind is whole.
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { testAudit } from '#platform/audit/testing.ts';
import { verifyDatabase } from '#platform/audit/export-audit.ts';
import { openDatabase } from '#platform/db/database.ts';
import { migrate } from '#platform/db/migrate.ts';
import { migrationSources } from '#platform/db/migration-sources.ts';
import { transactions } from '#platform/db/transactions.ts';
import { storedId } from '#platform/kernel/id.ts';
import { writeFact } from '#platform/outbox/outbox.ts';

const [place = '', told = ''] = process.argv.slice(2);
const isServer = place.startsWith('postgres');
const database = await openDatabase(isServer ? { url: place, connections: 4 } : { directory: place });
const act = transactions({
  database,
  clock: () => new Date(),
  random: randomBytes,
  record: async (ctx, fact) => void (await writeFact(ctx, fact)),
  audit: testAudit,
});
const partnershipId = storedId<'partnership'>('00000000-0000-7000-8000-0000000000a1');
const who = { actor: { kind: 'service' as const, name: 'test' }, partnershipId };
const say = (words: object): void => void process.stdout.write(`${JSON.stringify(words)}\n`);

if (told === 'prepare') {
  await migrate(database, await migrationSources());
  await database.close();
} else {
  say(await whole(readFileSync(told, 'utf8').split('\n').filter(Boolean)));
  // several at once, where the database can: they meet at the end of one chain
  await Promise.all(Array.from({ length: isServer ? 4 : 1 }, actOnAndOn));
}

/** What was acknowledged and is not here, what is here by half, and what verifying finds. */
async function whole(acknowledged: readonly string[]): Promise<object> {
  const { rows } = await database.asOwner((db) =>
    sql<{ id: string; facts: number; entries: number; reads: number }>`
      select coalesce(f.id, e.id) as id, coalesce(f.facts, 0) as facts, coalesce(e.entries, 0) as entries,
        coalesce(e.reads, 0) as reads
      from (select subject_id::uuid as id, count(*) as facts from platform.fact group by 1) f
      full join (select subject_id as id, count(*) as entries, count(*) filter (where act = 'test.looked') as reads
                 from platform.audit_entry group by 1) e on e.id = f.id`.execute(db),
  );
  // an act that writes is a fact and two entries; one that reads is an entry alone
  const isWhole = ({ facts, entries, reads }: (typeof rows)[number]): boolean =>
    reads === 1 ? facts === 0 && entries === 1 : facts === 1 && entries === 2;
  const here = new Set(rows.filter(isWhole).map(({ id }) => id));
  const report = await verifyDatabase((work) => act.inTransaction(who, 'read', work), {
    partnershipId,
    signed: [],
    now: new Date(),
  });
  return {
    acts: here.size,
    half: rows.length - here.size,
    unaudited: acknowledged.filter((id) => !here.has(id)).length,
    wrong: report.wrong,
  };
}

async function actOnAndOn(): Promise<never> {
  for (let turn = 0; ; turn += 1) {
    const isLook = turn % 3 === 0;
    const id = await act.inTransaction(who, 'write', async (ctx) => {
      const subject = { kind: 'child', id: ctx.newId() };
      const touch = { subject, relationship: 'none', purpose: 'record-keeping' };
      if (isLook) ctx.audit({ ...touch, act: 'test.looked', way: 'read' });
      else {
        ctx.audit({ ...touch, act: 'test.read', way: 'read' });
        await ctx.record({ type: 'test.written', subject });
        ctx.audit({ ...touch, act: 'test.written', way: 'written', values: { note: subject.id } });
      }
      return subject.id;
    });
    say({ acknowledged: id });
  }
}
