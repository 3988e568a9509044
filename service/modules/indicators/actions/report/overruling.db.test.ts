import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Actor } from '#platform/kernel/context.ts';
import type { Overrulable, Overruling, Sayable } from '../../domain/report/overruling.ts';
import { sayOverruling } from '../../domain/report/say-overruling.ts';
import { areaScorecard } from '../../queries/area-scorecard.ts';
import { measureView } from '../../queries/report/measure-view.ts';
import { verdictToOverrule } from '../../queries/report/verdict-to-overrule.ts';
import { bring, bulkFile } from '../../queries/testing.ts';
import { overruleVerdict } from './overrule-verdict.ts';
import { takeBackOverruling } from './take-back-overruling.ts';
import { ours, repeatPlans, reportGround, type ReportGround } from './testing.ts';

const reason = 'Two of the plans were counted twice when the case system changed.';

async function overrule(
  ground: ReportGround,
  who: Actor,
  given: { said: Sayable; about?: Overrulable; reason?: string; seen?: string },
) {
  const { about = 'england' } = given;
  const asked = { id: repeatPlans, areaCode: ours, about };
  return ground.as(who, async (ctx) => {
    const seen = given.seen ?? (await verdictToOverrule(ctx, asked))?.seen ?? '';
    return overruleVerdict(ctx, { measure: repeatPlans, areaCode: ours, about, reason, ...given, seen });
  });
}

async function rowNow(ground: ReportGround) {
  const found = await ground.act('read', (ctx) =>
    measureView(ctx, { id: repeatPlans, areaCode: ours, neighbourSet: undefined }),
  );
  assert.ok(found?.row.comparison);
  return { ...found.row, comparison: found.row.comparison };
}

function spoken(standing: readonly Overruling[]) {
  return standing.map(({ said, workedOut, by }) => [said, workedOut, by.name]);
}

test('an analyst says something else of a verdict; the number and what was worked out stay, and the fact is written down', async (t) => {
  const ground = await reportGround(t);
  const owen = await ground.person('Owen Tregarth', 'Performance analyst', 'analyst');
  const before = await rowNow(ground);
  const came = await overrule(ground, owen, { said: 'similar' });
  assert.ok(came.done);
  const after = await rowNow(ground);
  assert.deepEqual(
    [after.latest?.value, after.interval, after.standing],
    [before.latest?.value, before.interval, before.standing],
  );
  assert.ok(after.comparison.compared && after.comparison.verdict === 'worse');
  assert.equal(
    after.comparison.overruled.standing.map(sayOverruling).join(),
    `Said to be similar by Owen Tregarth, performance analyst, 3 September 2026: “${reason}” Worked out: worse.`,
  );
  assert.deepEqual(ground.facts.at(-1), {
    type: 'indicators.verdict-overruled',
    subject: { kind: 'measure', id: repeatPlans },
    details: { area: ours, about: 'england', workedOut: 'worse', said: 'similar', periodEnds: '2025-03-31' },
  });
});

test('the word of an analyst is in the scorecard at once, though the scorecard was kept', async (t) => {
  const ground = await reportGround(t);
  const owen = await ground.person('Owen Tregarth', 'Analyst', 'analyst');
  const said = () =>
    ground.act('read', async (ctx) => {
      const found = await areaScorecard(ctx, { areaCode: ours });
      const rows = found?.scorecard.groups.flatMap((group) => group.rows) ?? [];
      return rows.flatMap(({ comparison }) => comparison?.overruled.standing ?? []);
    });
  assert.deepEqual(await said(), []);
  const came = await overrule(ground, owen, { said: 'similar' });
  assert.ok(came.done);
  assert.equal((await said()).length, 1);
  const { value } = came;
  assert.ok((await ground.as(owen, (ctx) => takeBackOverruling(ctx, value.id))).done);
  assert.deepEqual(await said(), []);
  assert.equal(ground.facts.at(-1)?.type, 'indicators.overruling-taken-back');
});

test('two analysts at once: both words stand; whoever speaks again takes their own first word back', async (t) => {
  const ground = await reportGround(t);
  const owen = await ground.person('Owen Tregarth', 'Analyst', 'analyst');
  const ada = await ground.person('Ada Brook', 'Analyst', 'analyst');
  const [first, second] = await Promise.all([
    overrule(ground, owen, { said: 'similar' }),
    overrule(ground, ada, { said: 'better' }),
  ]);
  assert.ok(first.done && second.done);
  const both = spoken((await rowNow(ground)).comparison.overruled.standing);
  assert.deepEqual(both.toSorted(), [
    ['better', 'worse', 'Ada Brook'],
    ['similar', 'worse', 'Owen Tregarth'],
  ]);
  assert.ok((await overrule(ground, owen, { said: 'not-compared' })).done);
  assert.deepEqual(spoken((await rowNow(ground)).comparison.overruled.standing).toSorted(), [
    ['better', 'worse', 'Ada Brook'],
    ['not-compared', 'worse', 'Owen Tregarth'],
  ]);
});

test('when a newer figure comes in, what was said no longer applies, and is told as that', async (t) => {
  const ground = await reportGround(t);
  const owen = await ground.person('Owen Tregarth', 'Analyst', 'analyst');
  assert.ok((await overrule(ground, owen, { said: 'similar' })).done);
  await bring(ground, {
    'bds_long_2026.csv': bulkFile([['PrevRegCPR', '2026', '29.0', ['21.0'], '24.6']]),
  });
  const { overruled } = (await rowNow(ground)).comparison;
  assert.deepEqual(overruled.standing, []);
  assert.deepEqual(
    overruled.lapsed.map(({ because }) => because),
    ['newer-figure'],
  );
});

test('the trend is overruled by itself', async (t) => {
  const ground = await reportGround(t);
  const owen = await ground.person('Owen Tregarth', 'Analyst', 'analyst');
  assert.ok((await overrule(ground, owen, { about: 'trend', said: 'increasing-worse' })).done);
  const row = await rowNow(ground);
  assert.deepEqual(spoken(row.trend?.overruled.standing ?? []), [
    ['increasing-worse', 'cannot-be-calculated', 'Owen Tregarth'],
  ]);
  assert.deepEqual(row.comparison.overruled.standing, []);
});

test('what cannot be said is refused, and nothing is written', async (t) => {
  const ground = await reportGround(t);
  const owen = await ground.person('Owen Tregarth', 'Analyst', 'analyst');
  const reasonOf = async (given: Parameters<typeof overrule>[2]) => {
    const came = await overrule(ground, owen, given);
    return came.done ? 'done' : came.refusal.reason;
  };
  assert.equal(await reasonOf({ said: 'worse' }), 'not-sayable', 'it was worked out already');
  assert.equal(await reasonOf({ said: 'higher' }), 'not-sayable', 'there is a judgement here');
  assert.equal(await reasonOf({ said: 'similar', reason: '  too short  ' }), 'reason-too-short');
  assert.equal(await reasonOf({ said: 'similar', reason: 'x'.repeat(1001) }), 'reason-too-long');
  assert.equal(await reasonOf({ said: 'similar', seen: 'another figure' }), 'verdict-changed');
  const elsewhere = (measure: string, areaCode: string) =>
    ground.as(owen, (ctx) =>
      overruleVerdict(ctx, { measure, areaCode, about: 'england', said: 'similar', reason, seen: '' }),
    );
  for (const [measure, area] of [
    ['lait:Nonsense', ours],
    [repeatPlans, 'X9'],
    [repeatPlans, 'E92000001'],
    ['lait:CIN', ours],
  ] as const) {
    const came = await elsewhere(measure, area);
    assert.equal(came.done ? 'done' : came.refusal.reason, 'no-verdict', `${measure} in ${area}`);
  }
  assert.deepEqual((await rowNow(ground)).comparison.overruled, { standing: [], lapsed: [] });
  assert.equal(
    ground.facts.some(({ type }) => type === 'indicators.verdict-overruled'),
    false,
  );
});
