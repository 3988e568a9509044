import assert from 'node:assert/strict';
import { randomInt } from 'node:crypto';
import { test } from 'node:test';
import { verifyDatabase } from '#platform/audit/export-audit.ts';
import type { Ctx, Database } from '#platform/db/database.ts';
import { runStatement } from '#platform/db/query-builder.ts';
import { ownPartnership } from '#platform/http/testing.ts';
import { addDays, dayOf, type Day } from '#platform/kernel/day.ts';
import { storedId } from '#platform/kernel/id.ts';
import { isHeld, mayGoOn, type Period } from '../../domain/retention/retention-rule.ts';
import type { PersonalRecords } from '../../domain/rights/personal-records.ts';
import { listsSeen } from '../../queries/retention/retention-seen.ts';
import { postRecords } from '../../queries/records/post-records.ts';
import { sharingRecords } from '../../queries/records/sharing-records.ts';
import { complain, takeComplaintStep } from '../complaints/complain.ts';
import { groundOf, service, somebody, value, type Ground } from '../rights/testing.ts';
import { adoptRule, type RuleToAdopt } from './adopt-rule.ts';
import { approveList, strikeOut } from './approve.ts';
import { setHold } from './hold.ts';
import { makeDisposalLists } from './make-lists.ts';

const keeper = somebody(1, 'governance-lead');
const other = somebody(2, 'supervisor');
const records = [sharingRecords, postRecords];

const complaintRule: RuleToAdopt = {
  class: 'sharing.complaint',
  trigger: 'answered',
  period: { years: 6, months: 0, days: 0 },
  authority: 'A law',
  owner: 'A job',
};

async function answeredComplaint({ act }: Ground, words: string, day: string): Promise<string> {
  const at = `${day}T11:00:00Z`;
  const nothing = {
    otherWay: '',
    safeToWrite: 'not-said',
    about: [],
    wish: '',
    name: '',
    email: '',
  } as const;
  const { id } = value(
    await act(
      keeper,
      (ctx) => complain(ctx, { ...nothing, came: 'letter', receivedOn: undefined, words }),
      at,
    ),
  );
  const acknowledge = { step: 'acknowledge', how: 'x' } as const;
  value(await act(keeper, (ctx) => takeComplaintStep(ctx, { id, seen: 1, step: acknowledge }), at));
  const answer = { step: 'answer', outcome: 'upheld', words: 'Yes.' } as const;
  value(await act(keeper, (ctx) => takeComplaintStep(ctx, { id, seen: 2, step: answer }), at));
  return id;
}

test('R26: no rule runs before it is adopted, and one without source, owner or period is refused', async (t) => {
  const ground = await groundOf(t);
  await answeredComplaint(ground, 'long ago', '2001-01-01');
  assert.equal(await ground.act(service, (ctx) => makeDisposalLists(ctx, records)), 0);
  const refused = async (rule: Partial<RuleToAdopt>) => {
    const came = await ground.act(keeper, (ctx) =>
      adoptRule(ctx, { rule: { ...complaintRule, ...rule }, records }),
    );
    return came.done ? 'adopted' : came.refusal.reason;
  };
  assert.equal(await refused({ authority: ' ' }), 'authority-missing');
  assert.equal(await refused({ owner: '' }), 'owner-missing');
  assert.equal(await refused({ period: { years: 0, months: 0, days: 0 } }), 'period-empty');
  assert.equal(await refused({ trigger: 'someday' }), 'trigger-unknown');
  assert.equal(await refused({ class: 'nobody.knows' }), 'class-unknown');
  assert.equal(await refused({}), 'adopted');
  assert.equal(await ground.act(service, (ctx) => makeDisposalLists(ctx, records)), 1);
});

test('R26, R27: due to the day, nothing that is held, nothing that was struck out; the rest is gone without residue', async (t) => {
  const ground = await groundOf(t);
  const { act, database } = ground;
  value(await act(keeper, (ctx) => adoptRule(ctx, { rule: complaintRule, records })));
  await answeredComplaint(ground, 'CANARYgoes', '2019-03-01');
  const struckId = await answeredComplaint(ground, 'CANARYstruck', '2019-03-01');
  const heldId = await answeredComplaint(ground, 'CANARYheld', '2019-03-01');
  await answeredComplaint(ground, 'CANARYearly', '2019-03-02');
  const day = '2025-03-01T11:00:00Z';
  assert.equal(
    await act(service, (ctx) => makeDisposalLists(ctx, records), '2025-02-28T11:00:00Z'),
    0,
    'a day early',
  );
  value(
    await act(
      keeper,
      (ctx) =>
        setHold(ctx, {
          on: { subject: { kind: 'complaint', id: heldId } },
          title: 'An inquiry',
          reason: 'It is asked for',
          untilOn: undefined,
        }),
      day,
    ),
  );
  assert.equal(await act(service, (ctx) => makeDisposalLists(ctx, records), day), 1);
  const [list] = await act(keeper, listsSeen, day);
  assert.ok(list);
  assert.equal(list.items.length, 2);
  value(
    await act(
      keeper,
      (ctx) => strikeOut(ctx, { id: list.id, seen: 1, recordId: struckId, because: 'a claim' }),
      day,
    ),
  );
  const approved = value(
    await act(keeper, (ctx) => approveList(ctx, { id: list.id, seen: 2, records }), day),
  );
  assert.deepEqual(approved, { state: 'done', records: 1 });
  const all = await everything(database);
  assert.ok(!all.includes('CANARYgoes'), 'a residue is left');
  for (const word of ['CANARYstruck', 'CANARYheld', 'CANARYearly'])
    assert.ok(all.includes(word), `${word} is gone`);
});

test('R28, R18: the certificate stands with its digest, each end is in the audit, and the chain still verifies', async (t) => {
  const ground = await groundOf(t);
  const { act } = ground;
  value(await act(keeper, (ctx) => adoptRule(ctx, { rule: complaintRule, records })));
  const id = await answeredComplaint(ground, 'CANARYgone', '2010-01-01');
  await act(service, (ctx) => makeDisposalLists(ctx, records));
  const [list] = await act(keeper, listsSeen);
  assert.ok(list);
  value(await act(keeper, (ctx) => approveList(ctx, { id: list.id, seen: 1, records })));
  const [done] = await act(keeper, listsSeen);
  assert.deepEqual(done?.items, []);
  assert.equal(done?.certificate?.records, 1);
  assert.match(done?.certificate?.digest ?? '', /^[0-9a-f]{64}$/);
  const entries = await ground.database.asOwner((db) =>
    runStatement(
      db,
      `select part_id from platform.audit_entry where act = 'sharing.record-destroyed' and subject_id = $1`,
      [id],
    ),
  );
  assert.deepEqual(entries.rows, [{ part_id: list.id }]);
  const report = await verifyDatabase((work) => act(service, work), {
    partnershipId: ownPartnership,
    signed: [],
    now: new Date(),
  });
  assert.deepEqual(report.faults, []);
});

async function waitingList(database: Database): Promise<string> {
  const { rows } = await database.asOwner((db) =>
    runStatement(db, `select id from sharing.disposal where state = 'waiting' and of_children`, []),
  );
  return String(rows[0]?.['id']);
}

/** Every row of every table, as text. */
async function everything(database: Database): Promise<string> {
  return database.asOwner(async (db) => {
    const { rows } = await runStatement(
      db,
      `select schemaname || '.' || tablename as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`,
      [],
    );
    const found: string[] = [];
    for (const { name } of rows) {
      const all = await runStatement(db, `select row_to_json(t)::text as line from ${String(name)} t`, []);
      found.push(...all.rows.map(({ line }) => String(line)));
    }
    return found.join('\n');
  });
}

const full = process.env['GOLDENTHREAD_FULL'] === '1';
const lives = full ? 5000 : 30;
const years = full ? 100 : 20;

/** Lives in a table of their own, as any room keeps them: each is closed on a day, and some are held. */
function livesOf(count: number, from: Day): Map<string, { closedOn: Day; words: string }> {
  const made = new Map<string, { closedOn: Day; words: string }>();
  for (let at = 0; at < count; at += 1) {
    const id = `01900000-0000-7000-8000-${String(at).padStart(12, '0')}`;
    made.set(id, { closedOn: addDays(from, randomInt(0, (years - 10) * 365)), words: `CANARYlife${at}X` });
  }
  return made;
}

function roomOfLives(
  alive: Map<string, { closedOn: Day; words: string }>,
  gone: Map<string, Day>,
): PersonalRecords<Ctx> {
  return {
    room: 'lives',
    classes: [
      {
        key: 'lives.record',
        title: 'Lives',
        holds: 'A life.',
        triggers: [{ key: 'closed', words: 'its end' }],
        ofChildren: true,
        tables: [],
      },
    ],
    gather: async () => [],
    ended: async (_ctx, { onOrBefore }) =>
      [...alive]
        .filter(([, { closedOn }]) => closedOn <= onOrBefore)
        .map(([id, { closedOn, words }]) => ({
          id,
          subject: { kind: 'child', id },
          title: words,
          triggeredOn: closedOn,
        })),
    async dispose(ctx, { ids }) {
      for (const id of ids) {
        alive.delete(id);
        gone.set(id, ctx.today);
      }
      return { records: ids.length, rows: ids.length, files: [] };
    },
  };
}

test(`R27: ${lives} lives over ${years} years: none a day early, none late, none without two people, no residue`, async (t) => {
  const ground = await groundOf(t);
  const { act } = ground;
  const begin = dayOf(2026, 1, 1);
  const alive = livesOf(lives, begin);
  const born = new Map(alive);
  const gone = new Map<string, Day>();
  const rooms = [roomOfLives(alive, gone)];
  const period: Period = { years: 7, months: 5, days: 3 };
  const rule = { class: 'lives.record', trigger: 'closed', period, authority: 'A law', owner: 'A job' };
  value(await act(keeper, (ctx) => adoptRule(ctx, { rule, records: rooms }), `${begin}T11:00:00Z`));
  const [heldLife] = born.keys();
  assert.ok(heldLife);
  const hold = {
    on: { subject: { kind: 'child', id: heldLife } },
    title: 'An inquiry',
    reason: 'x',
    untilOn: undefined,
  };
  value(await act(keeper, (ctx) => setHold(ctx, hold), `${begin}T11:00:00Z`));
  const due = [...born].map(([, { closedOn }]) => mayGoOn(closedOn, period));
  // every day on which something is due, the day before it, and a plain day a year
  const days = new Set(due.flatMap((day) => [addDays(day, -1), day]));
  for (let year = 0; year < years; year += 1) days.add(dayOf(2026 + year, 7, 1));
  for (const day of [...days].toSorted()) {
    const at = `${day}T11:00:00Z`;
    if ((await act(service, (ctx) => makeDisposalLists(ctx, rooms), at)) === 0) continue;
    const seen = { id: await waitingList(ground.database), seen: 1, records: rooms };
    assert.deepEqual(value(await act(keeper, (ctx) => approveList(ctx, seen), at)), { state: 'waits' });
    assert.equal(value(await act(other, (ctx) => approveList(ctx, seen), at)).state, 'done');
  }
  const early = [...gone].filter(([id, on]) => on < mayGoOn(born.get(id)?.closedOn ?? on, period));
  const late = [...born].filter(
    ([id, { closedOn }]) => id !== heldLife && gone.get(id) !== mayGoOn(closedOn, period),
  );
  const all = await everything(ground.database);
  const residues = [...gone.keys()].filter((id) => all.includes(`"${born.get(id)?.words ?? ''}"`));
  t.diagnostic(
    `${lives} lives, ${years} years: ${gone.size} ended, ${early.length} early, ${late.length} late, ${residues.length} residues`,
  );
  assert.deepEqual([early.length, late.length, residues.length], [0, 0, 0]);
  assert.equal(gone.has(heldLife), false);
  assert.equal(gone.size, lives - 1);
});

test('R26: a hold counts from its first day to its last, for one subject or for a whole kind', () => {
  const today = dayOf(2026, 5, 5);
  const base = {
    id: storedId<'retention-hold'>('x'),
    title: 'x',
    reason: 'x',
    fromOn: today,
    untilOn: addDays(today, 2),
    setByName: 'x',
    ended: undefined,
    version: 1,
  };
  const record = { class: 'a.b', subject: { kind: 'child', id: '1' } };
  const whole = [{ ...base, on: { class: 'a.b' } }];
  assert.deepEqual(
    [-1, 0, 2, 3].map((days) => isHeld(record, whole, addDays(today, days))),
    [false, true, true, false],
  );
  assert.equal(isHeld(record, [{ ...base, on: { subject: { kind: 'child', id: '2' } } }], today), false);
});
