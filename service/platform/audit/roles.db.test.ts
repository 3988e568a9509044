import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test, type TestContext } from 'node:test';
import { sql } from 'kysely';
import type { Db } from '../db/database.ts';
import { DatabaseFault } from '../db/fault.ts';
import { runScript } from '../db/query-builder.ts';
import { testDatabase } from '../db/testing.ts';
import { transactions } from '../db/transactions.ts';
import { stoppedClock } from '../kernel/clock.ts';
import { storedId } from '../kernel/id.ts';
import { verifyDatabase } from './export-audit.ts';
import { testAudit } from './testing.ts';

const norbridge = storedId<'partnership'>('00000000-0000-7000-8000-0000000000a1');
const child = '00000000-0000-7000-8000-0000000000c1';
const now = new Date('2026-11-23T03:52:00.123Z');
const who = { actor: { kind: 'service' as const, name: 'test' }, partnershipId: norbridge };

async function ground(t: TestContext, entries = 3) {
  const database = await testDatabase(t);
  const clock = stoppedClock(now.toISOString());
  const record = async (): Promise<void> => {};
  const act = transactions({ database, clock, random: randomBytes, record, audit: testAudit });
  for (let index = 0; index < entries; index += 1)
    await act.inTransaction(who, 'write', async (ctx) =>
      ctx.audit({
        act: 'families.record-read',
        way: 'read',
        subject: { kind: 'child', id: child },
        relationship: 'none',
        purpose: 'record-keeping',
      }),
    );
  const verified = () =>
    verifyDatabase((work) => act.inTransaction(who, 'read', work), {
      partnershipId: norbridge,
      signed: [],
      now,
    });
  return { database, act, verified };
}

/** What nobody may do, in a transaction of the partnership's own. */
const forbidden = [
  `update platform.audit_entry set purpose = 'safeguarding'`,
  `update platform.audit_head set sequence = 0`,
  'delete from platform.audit_entry',
  'delete from platform.audit_head',
  'truncate platform.audit_entry',
  'truncate platform.audit_head',
  `insert into platform.audit_entry select e.* from platform.audit_entry e limit 1`,
  `insert into platform.audit_head values ('${norbridge}', '${child}', 9, decode(repeat('00', 32), 'hex'), '2026-01-01')`,
];

/** Each role, and what it may do beside what is forbidden to all. */
const roles: readonly { role: string | undefined; may: readonly string[]; mayNot: readonly string[] }[] = [
  {
    role: 'goldenthread_app',
    may: ['select count(*) from platform.audit_entry', 'select count(*) from platform.audit_head'],
    mayNot: [
      'alter table platform.audit_entry disable trigger all',
      'drop table platform.audit_entry',
      `select nextval('platform.audit_number')`,
      'alter function platform.audit_append(uuid, text, jsonb) owner to goldenthread_app',
      'create table platform.other (id int)',
    ],
  },
  {
    role: 'goldenthread_audit',
    may: ['select count(*) from platform.audit_head'],
    mayNot: [
      'select count(*) from platform.audit_entry',
      'alter table platform.audit_entry disable trigger all',
      'select count(*) from platform.fact',
      'create table platform.other (id int)',
    ],
  },
  { role: undefined, may: ['select count(*) from platform.audit_entry'], mayNot: [] },
];

for (const { role, may, mayNot } of roles)
  test(`R17: ${role ?? 'whoever owns the tables'} cannot change, remove or forge what the audit holds`, async (t) => {
    const { database, verified } = await ground(t);
    const attempt = (statement: string) =>
      database.asOwner(async (db) => {
        await runScript(
          db,
          `select set_config('app.partnership_id', '${norbridge}', true);${role ? `set local role ${role}` : 'select 1'}`,
        );
        await runScript(db, statement);
      });
    for (const statement of may) await attempt(statement);
    // the role that owns the function can be had by nobody but through it: what it may insert is still the head of a chain
    const refused = role === 'goldenthread_audit' ? forbidden.slice(0, 6) : forbidden;
    for (const statement of [...refused, ...mayNot])
      await assert.rejects(attempt(statement), DatabaseFault, statement);
    assert.equal((await verified()).wrong, 0);
    assert.equal((await verified()).entries, 3);
  });

test('R17: nobody can sign in as the role that writes, and no other role is a member of it', async (t) => {
  const { database } = await ground(t, 0);
  const { rows } = await database.asOwner((db) =>
    sql<{ plain: boolean; members: number }>`
      select not (rolcanlogin or rolsuper or rolbypassrls or rolcreaterole or rolcreatedb) as plain,
        (select count(*) from pg_auth_members m join pg_roles r on r.oid = m.member
          where m.roleid = own.oid and r.rolname in ('goldenthread_app')) as members
      from pg_roles own where rolname = 'goldenthread_audit'`.execute(db),
  );
  assert.deepEqual(rows, [{ plain: true, members: 0 }]);
});

/** What somebody does who owns the machine, and takes the triggers away first. */
const tamperings: readonly [string, string][] = [
  ['a purpose changed', `update platform.audit_entry set purpose = 'safeguarding' where sequence = 2`],
  [
    'a time moved by a millionth of a second',
    `update platform.audit_entry set at = at + interval '1 microsecond' where sequence = 2`,
  ],
  ['an entry deleted', 'delete from platform.audit_entry where sequence = 2'],
  ['the last entry deleted', 'delete from platform.audit_entry where sequence = 5'],
  ['the first entry deleted', 'delete from platform.audit_entry where sequence = 1'],
  ['a head deleted', 'delete from platform.audit_head'],
  ['a head put back', 'update platform.audit_head set sequence = 4'],
  [
    'two entries swapped',
    `update platform.audit_entry set sequence = 100 where sequence = 2; update platform.audit_entry set sequence = 2 where sequence = 3;
     update platform.audit_entry set sequence = 3 where sequence = 100`,
  ],
  [
    'an entry moved to a chain of its own',
    `update platform.audit_entry set chain = '${child}', sequence = 1 where sequence = 5`,
  ],
];

test('R17: whatever the owner of the machine changes behind the triggers, verifying finds', async (t) => {
  const { database, verified } = await ground(t, 5);
  assert.equal((await verified()).wrong, 0);
  for (const [name, statement] of tamperings) {
    const report = await tampered(database.asOwner.bind(database), statement, verified);
    assert.ok(report.wrong > 0, name);
  }
  assert.equal((await verified()).wrong, 0, 'and put back as it was nothing is wrong');
});

type AsOwner = <T>(work: (db: Db) => Promise<T>) => Promise<T>;

/** Does it, looks, and puts all back. */
async function tampered<T>(asOwner: AsOwner, statement: string, look: () => Promise<T>): Promise<T> {
  const tables = ['audit_entry', 'audit_head'];
  const each = (make: (table: string) => string): string => tables.map(make).join(';');
  const behind = (script: string) =>
    asOwner((db) =>
      runScript(
        db,
        `${each((one) => `alter table platform.${one} disable trigger all`)}; ${script};
         ${each((one) => `alter table platform.${one} enable trigger all`)}`,
      ),
    );
  await behind(`${each((one) => `create table public.kept_${one} as table platform.${one}`)}; ${statement}`);
  const seen = await look();
  await behind(
    each(
      (one) =>
        `delete from platform.${one}; insert into platform.${one} table public.kept_${one}; drop table public.kept_${one}`,
    ),
  );
  return seen;
}
