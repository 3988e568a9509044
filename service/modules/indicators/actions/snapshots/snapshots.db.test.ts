import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { sql } from 'kysely';
import { loadFrameworks } from '#modules/strategy/index.ts';
import { publishedFrameworks } from '#modules/strategy/testing.ts';
import { DatabaseFault } from '#platform/db/fault.ts';
import { transactions } from '#platform/db/transactions.ts';
import { dayOf } from '#platform/kernel/day.ts';
import { storedId, type Id } from '#platform/kernel/id.ts';
import { openSchedules } from '#platform/outbox/schedules.ts';
import { bring, bulkFile } from '../../queries/testing.ts';
import {
  changesSince,
  lastSnapshot,
  snapshotsOf,
  snapshotToRead,
} from '../../queries/snapshots/snapshots.ts';
import { scorecardInScope } from '../../queries/snapshots/scorecard-in-scope.ts';
import { allBatches } from '../../store/batches.ts';
import { testPartnership } from '../../testing.ts';
import { overruleVerdict } from '../report/overrule-verdict.ts';
import { ours, repeatPlans, reportGround, type ReportGround } from '../report/testing.ts';
import { verdictToOverrule } from '../../queries/report/verdict-to-overrule.ts';
import { withdrawImport } from '../withdraw-import.ts';
import { keepQuarterlyScorecards } from './keep-quarterly.ts';
import { keepScorecard } from './keep-scorecard.ts';
import { supersedeScorecard } from './supersede-scorecard.ts';

const whole = { areaCode: ours, strategy: undefined, owner: undefined };
const quarter = { ...whole, name: 'Quarter 1, 2026/27', note: 'For the September board.' };

async function keptBy(ground: ReportGround, more: Partial<typeof quarter> = {}): Promise<Id<'snapshot'>> {
  const kept = await ground.act('write', (ctx) => keepScorecard(ctx, { ...quarter, ...more }));
  assert.ok(kept.done);
  return kept.value;
}

function read(ground: ReportGround, id: string) {
  return ground.act('read', (ctx) => snapshotToRead(ctx, { areaCode: ours, id }));
}

/** Withdraws every file that can be; answers with how many there were. */
async function withdrawAll(ground: ReportGround): Promise<number> {
  let withdrawn = 0;
  for (const { id } of await ground.act('read', allBatches))
    if ((await ground.act('write', (ctx) => withdrawImport(ctx, id))).done) withdrawn += 1;
  return withdrawn;
}

test('B20: a kept scorecard reads the same after its figures were revised, withdrawn and overruled', async (t) => {
  const ground = await reportGround(t);
  const id = await keptBy(ground);
  const asKept = await read(ground, id);
  const repeat = asKept?.document?.groups
    .flatMap(({ rows }) => rows)
    .find((row) => row.measure === repeatPlans);
  assert.deepEqual(
    [repeat?.latest?.said, repeat?.england?.said, repeat?.comparison?.verdict, repeat?.comparison?.words],
    ['31.2%', '24.5%', 'worse', 'Worse'],
  );
  const view = await ground.act('read', (ctx) =>
    verdictToOverrule(ctx, { id: repeatPlans, areaCode: ours, about: 'england' }),
  );
  assert.ok(view);
  const said = await ground.act('write', (ctx) =>
    overruleVerdict(ctx, {
      ...{ measure: repeatPlans, areaCode: ours, about: 'england', said: 'similar', seen: view.seen },
      reason: 'Two large families account for it, as we know.',
    }),
  );
  assert.equal(said.done, true);
  assert.deepEqual(await read(ground, id), asKept, 'after an overruling');
  await bring(ground, {
    'bds_long_revised.csv': bulkFile([['PrevRegCPR', '2025', '26.0', ['20.5'], '24.4']]),
  });
  assert.deepEqual(await read(ground, id), asKept, 'after a revision');
  assert.ok((await withdrawAll(ground)) >= 3);
  const now = await ground.act('read', (ctx) => scorecardInScope(ctx, whole));
  assert.ok(now?.found.scorecard.groups.every(({ rows }) => rows.every(({ latest }) => !latest)));
  assert.deepEqual(await read(ground, id), asKept, 'after everything was withdrawn');
});

test('B20: the application can neither change nor remove what was kept', async (t) => {
  const ground = await reportGround(t);
  await keptBy(ground);
  const denied = (fault: unknown): boolean => fault instanceof DatabaseFault && fault.sqlState === '42501';
  for (const attempt of [
    sql`update indicators.scorecard_snapshot set note = 'better'`,
    sql`delete from indicators.scorecard_snapshot`,
    sql`delete from indicators.scorecard_superseded`,
  ])
    await assert.rejects(
      ground.act('write', (ctx) => attempt.execute(ctx.db)),
      denied,
    );
});

test('B20: what changed since: a newer figure, a revised one, a verdict that moved, one withdrawn', async (t) => {
  const ground = await reportGround(t);
  const id = await keptBy(ground);
  const none = await ground.act('read', (ctx) => changesSince(ctx, { areaCode: ours, id }));
  assert.deepEqual(none?.changed, []);
  await bring(ground, {
    'bds_long_next.csv': bulkFile([
      ['PrevRegCPR', '2024', '27.5', ['20.0', '21.0'], '24.0'],
      ['PrevRegCPR', '2026', '25.0', ['20.5', '21.5'], '24.6'],
      ['FirstYJS', '2024', 'c', ['98', '181'], '1258'],
    ]),
  });
  const since = await ground.act('read', (ctx) => changesSince(ctx, { areaCode: ours, id }));
  const told = new Map(since?.changed.map(({ row, changes }) => [row.code, changes]));
  assert.deepEqual(
    told.get('PrevRegCPR')?.map((change) => change.kind),
    ['new-figure', 'revised', 'verdict'],
  );
  const revised = told.get('PrevRegCPR')?.find(({ kind }) => kind === 'revised');
  assert.deepEqual(revised, { kind: 'revised', period: '2023/24', from: '28.0%', to: '27.5%' });
  assert.deepEqual(
    told.get('FirstYJS')?.map(({ kind }) => kind),
    ['withdrawn'],
  );
  assert.equal(since?.inBoth, 60);
  const second = await keptBy(ground, { name: 'Quarter 2, 2026/27' });
  const against = await ground.act('read', (ctx) =>
    changesSince(ctx, { areaCode: ours, id, against: second }),
  );
  assert.deepEqual(against?.changed, since.changed, 'held against another that was kept');
  assert.deepEqual(
    against.others.map(({ name }) => name),
    ['Quarter 2, 2026/27'],
  );
});

test('B20: a kept scorecard is superseded with a reason, stays in the list, and can be closed to the public', async (t) => {
  const ground = await reportGround(t);
  const id = await keptBy(ground);
  const reason = 'A file of the wrong year had been brought in.';
  const came = await ground.act('write', (ctx) =>
    supersedeScorecard(ctx, { id, reason, reading: 'keepers', inPlace: 'now' }),
  );
  assert.ok(came.done && came.value.by);
  const list = await ground.act('read', (ctx) => snapshotsOf(ctx, ours));
  const reasons = new Map(list.map((one) => [one.id, one.superseded?.reason]));
  assert.deepEqual([reasons.size, reasons.get(id), reasons.get(came.value.by)], [2, reason, undefined]);
  assert.ok((await read(ground, id))?.document, 'whoever keeps scorecards still reads it');
  const visitor = ground.actAs({ kind: 'visitor' });
  const toAll = await visitor('read', (ctx) => snapshotToRead(ctx, { areaCode: ours, id }));
  assert.deepEqual([toAll?.superseded?.reason, toAll?.document], [reason, undefined]);
  assert.equal(await visitor('read', (ctx) => changesSince(ctx, { areaCode: ours, id })), undefined);
  const last = await ground.act('read', (ctx) => lastSnapshot(ctx, whole));
  assert.equal(last?.id, came.value.by);
  const again = await ground.act('write', (ctx) =>
    supersedeScorecard(ctx, { id, reason, reading: 'everybody', inPlace: 'nothing' }),
  );
  assert.deepEqual(again, { done: false, refusal: { reason: 'superseded-already', byName: 'Ada Bright' } });
});

test('B20: nothing is kept of an area without figures, of nobody’s area, or of a strategy that is only a draft', async (t) => {
  const ground = await reportGround(t);
  const own = publishedFrameworks('own');
  await ground.actAs({ kind: 'service', name: 'test' })('write', (ctx) => loadFrameworks(ctx, own));
  const keep = async (asked: { areaCode?: string; strategy?: string; owner?: string }) => {
    const came = await ground.act('write', (ctx) => keepScorecard(ctx, { ...quarter, ...asked }));
    return came.done ? 'kept' : came.refusal.reason;
  };
  assert.equal(await keep({ areaCode: 'X99999999' }), 'no-such-scorecard');
  assert.equal(await keep({ areaCode: 'E10000013' }), 'nothing-to-keep');
  assert.equal(await keep({ strategy: 'nobody' }), 'no-such-scorecard');
  assert.equal(await keep({ owner: 'partnership-board' }), 'no-such-scorecard', 'an owner is of a strategy');
  assert.equal(await keep({ strategy: 'brackenshire', owner: 'nobody' }), 'no-such-scorecard');
  assert.equal(await keep({ strategy: 'brackenshire', owner: 'beginning-group' }), 'kept');
});

test('B20: the start of a quarter keeps a scorecard by itself, once, and says so', async (t) => {
  const ground = await reportGround(t);
  let now = new Date('2026-09-30T22:30:00Z');
  const act = transactions({
    database: ground.database,
    clock: () => now,
    random: randomBytes,
    record: async () => {},
  });
  const schedules = openSchedules({
    transactions: act,
    partnershipId: testPartnership,
    schedules: [keepQuarterlyScorecards],
    onFailure: (fault) => assert.fail(String(fault)),
  });
  assert.deepEqual(await schedules.runDue(), [], 'the quarter has not ended');
  now = new Date('2026-09-30T23:00:00Z'); // midnight in England, which is an hour ahead until October ends
  assert.deepEqual(await schedules.runDue(), ['indicators.keep-quarterly-scorecards']);
  assert.deepEqual(await schedules.runDue(), []);
  const list = await ground.act('read', (ctx) => snapshotsOf(ctx, ours));
  assert.deepEqual(
    list.map(({ name, takenOn, byItself, keptByName }) => ({ name, takenOn, byItself, keptByName })),
    [
      {
        name: 'Quarter 2, 2026/27',
        takenOn: dayOf(2026, 10, 1),
        byItself: true,
        keptByName: 'the service itself',
      },
    ],
  );
});

test('B20: a scorecard that is worked out afterwards holds no period that had not ended, and says so', async (t) => {
  const ground = await reportGround(t);
  const kept = await ground.act('write', (ctx) =>
    keepScorecard(ctx, { ...quarter, until: dayOf(2024, 12, 31) }),
  );
  assert.ok(kept.done);
  const found = await read(ground, kept.value);
  assert.equal(found?.document?.figuresUntil, '2024-12-31');
  const repeat = found.document.groups.flatMap(({ rows }) => rows).find((row) => row.measure === repeatPlans);
  assert.equal(repeat?.latest?.said, '28.0%');
  assert.equal(await read(ground, storedId<'snapshot'>('00000000-0000-7000-8000-0000000000ff')), undefined);
});
