import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import type { Actor } from '#platform/kernel/context.ts';
import { measureView } from '../../queries/report/measure-view.ts';
import { ours, reportGround, repeatPlans, type ReportGround } from '../report/testing.ts';
import { decideLimits, type LimitsToState } from './decide-limits.ts';
import { takeBackLimits } from './take-back-limits.ts';
import { countEveryMonth, decidedSoFar, firstDays } from './testing.ts';

const reason = 'From August 2025 two workers answer at the front door.';

type Ground = ReportGround & { measure: string; owen: Actor; ada: Actor };

async function ground(t: TestContext): Promise<Ground> {
  const made = await reportGround(t);
  const measure = await countEveryMonth(made.act);
  const owen = await made.person('Owen Tregarth', 'Performance analyst', 'analyst');
  const ada = await made.person('Ada Brook', 'Analyst', 'analyst');
  return { ...made, measure, owen, ada };
}

function decide(at: Ground, who: Actor, given: Partial<LimitsToState> = {}) {
  const start = firstDays[7];
  assert.ok(start);
  return at.as(who, (ctx) =>
    decideLimits(ctx, {
      measure: at.measure,
      areaCode: ours,
      deed: 'anew',
      start,
      reason,
      seen: 0,
      ...given,
    }),
  );
}

async function processOf(at: Ground) {
  const view = await at.act('read', (ctx) =>
    measureView(ctx, { id: at.measure, areaCode: ours, neighbourSet: undefined }),
  );
  assert.ok(view);
  return view.pictures.process;
}

test('B02 an analyst says from when limits are worked anew; the page is drawn so at once, the figures stay, and the fact is written down', async (t) => {
  const at = await ground(t);
  const before = await processOf(at);
  assert.equal(before.chart, 'xmr');
  const came = await decide(at, at.owen);
  assert.ok(came.done);
  const after = await processOf(at);
  const means = new Set(
    after.lines[0]?.points.map(({ value }) => (value.kind === 'number' ? value.number.toFixed(3) : '')),
  );
  assert.deepEqual(
    [before.limits?.plan.stretches.length, after.limits?.plan.stretches.length, means.size],
    [1, 2, 2],
  );
  assert.deepEqual(after.limits?.figures, before.limits?.figures);
  assert.deepEqual(at.facts.at(-1), {
    type: 'indicators.limits-decided',
    subject: { kind: 'measure', id: at.measure },
    details: { area: ours, deed: 'anew', periodStarts: '2025-08-01', periodEnds: '2025-08-31' },
  });
});

test('B02 it is taken back with a reason: the limits are whole again, and both reasons stay written down', async (t) => {
  const at = await ground(t);
  const came = await decide(at, at.owen);
  assert.ok(came.done);
  const back = { measure: at.measure, areaCode: ours, id: came.value.id };
  const why = 'The second worker left again after a fortnight.';
  const short = await at.as(at.ada, (ctx) => takeBackLimits(ctx, { ...back, reason: 'No.', seen: 1 }));
  assert.equal(short.done ? 'done' : short.refusal.reason, 'reason-too-short');
  const undone = await at.as(at.ada, (ctx) => takeBackLimits(ctx, { ...back, reason: why, seen: 1 }));
  assert.ok(undone.done);
  const process = await processOf(at);
  assert.equal(process.limits?.plan.stretches.length, 1);
  const { decisions, turn } = await at.act('read', (ctx) => decidedSoFar(ctx, at.measure));
  assert.equal(turn, 2);
  assert.deepEqual(
    decisions.map((one) => [one.reason, one.by.name, one.takenBack?.reason, one.takenBack?.by.name]),
    [[reason, 'Owen Tregarth', why, 'Ada Brook']],
  );
  const twice = await at.as(at.owen, (ctx) => takeBackLimits(ctx, { ...back, reason: why, seen: 2 }));
  assert.equal(twice.done ? 'done' : twice.refusal.reason, 'taken-back-already');
  const again = await decide(at, at.owen, { seen: 2 });
  assert.ok(again.done, 'what was taken back may be decided anew');
});

test('two at once: one decision stands, and the other person is told whose, and may send theirs again', async (t) => {
  const at = await ground(t);
  const start = firstDays[12];
  assert.ok(start);
  const both = await Promise.all([decide(at, at.owen), decide(at, at.ada, { deed: 'held', start })]);
  assert.equal(both.filter((came) => came.done).length, 1);
  const refused = both.find((came) => !came.done);
  assert.ok(refused && !refused.done && refused.refusal.reason === 'changed-meanwhile');
  assert.equal(refused.refusal.theirs.decisions.length, 1);
  assert.equal(refused.refusal.theirs.turn, 1);
  const { decisions } = await at.act('read', (ctx) => decidedSoFar(ctx, at.measure));
  assert.equal(decisions.length, 1);
});

test('B06 what cannot be decided is refused in words of its own, and nothing is written', async (t) => {
  const at = await ground(t);
  const [first, seventh] = [firstDays[0], firstDays[6]];
  assert.ok(first && seventh);
  const reasonOf = async (given: Partial<LimitsToState>) => {
    const came = await decide(at, at.owen, given);
    return came.done ? 'done' : came.refusal.reason;
  };
  assert.equal(await reasonOf({ start: first }), 'too-few-points');
  assert.equal(await reasonOf({ start: seventh }), 'too-few-points');
  assert.equal(await reasonOf({ deed: 'held', start: seventh }), 'too-few-to-hold');
  assert.equal(await reasonOf({ reason: ' too short ' }), 'reason-too-short');
  assert.equal(await reasonOf({ reason: 'x'.repeat(1001) }), 'reason-too-long');
  assert.equal(await reasonOf({ measure: repeatPlans }), 'no-limits', 'a yearly series has none');
  assert.equal(await reasonOf({ measure: 'local:nonsense' }), 'no-limits');
  assert.equal(await reasonOf({ areaCode: 'E92000001' }), 'no-limits');
  const { turn } = await at.act('read', (ctx) => decidedSoFar(ctx, at.measure));
  assert.equal(turn, 0);
});
