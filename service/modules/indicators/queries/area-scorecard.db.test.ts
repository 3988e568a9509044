import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { withdrawImport } from '../actions/withdraw-import.ts';
import { sayComparison } from '../domain/scorecard/comparison.ts';
import type { ScorecardRow } from '../domain/scorecard/row.ts';
import { sayStanding } from '../domain/scorecard/rank.ts';
import { allBatches } from '../store/batches.ts';
import { readFigures, readKeys } from '../store/figures.ts';
import { importGround, type ImportGround } from '../testing.ts';
import { areaScorecard, type AreaScorecard } from './area-scorecard.ts';
import { bring, bulkFile, countsFile, countsMeta, setUpCounties, usualFiles } from './testing.ts';

async function countiesGround(t: TestContext): Promise<ImportGround> {
  const ground = await importGround(t);
  await setUpCounties({ ...ground, asService: ground.actAs({ kind: 'service', name: 'test' }) });
  await bring(ground, usualFiles);
  return ground;
}

async function scorecard(
  ground: ImportGround,
  asked: { areaCode?: string; measures?: readonly string[] } = {},
): Promise<AreaScorecard> {
  const { areaCode = 'X10000001', measures } = asked;
  const groups = measures && [{ key: 'all', title: 'All', measures }];
  const found = await ground.act('read', (ctx) =>
    areaScorecard(ctx, { areaCode, ...(groups ? { groups } : {}) }),
  );
  assert.ok(found);
  return found;
}

async function row(ground: ImportGround, measure: string): Promise<ScorecardRow> {
  const found = await scorecard(ground, { measures: [measure] });
  const [only] = found.scorecard.groups[0]?.rows ?? [];
  assert.ok(only);
  return only;
}

test('B02 the standard scorecard of an area: sixty measures by topic, those without a figure too', async (t) => {
  const ground = await countiesGround(t);
  const found = await scorecard(ground);
  assert.equal(found.scorecard.groups.length, 11);
  assert.equal(found.scorecard.groups.flatMap(({ rows }) => rows).length, 60);
  const told = found.scorecard.groups.flatMap(({ rows }) =>
    rows.filter(({ latest }) => latest).map(({ definition }) => definition.code),
  );
  assert.deepEqual(told, ['FSP_NEW_GOODDEV', 'CIN', 'PrevRegCPR', 'FirstYJS']);
  assert.equal(found.scorecard.neighbourSet?.year, '2025');
});

test('B02 England, neighbours and rank stand beside the area, each from the same days', async (t) => {
  const ground = await countiesGround(t);
  const made = await row(ground, 'lait:PrevRegCPR');
  assert.equal(made.finding, '31.2% in 2024/25, up from 28.0% a year before. England: 24.5%.');
  assert.deepEqual(made.neighbours, { known: true, average: 21.5, available: 3, of: 10, setYear: '2025' });
  assert.equal(made.standing && sayStanding(made.standing), 'Rank 5 of 6: in the lowest quarter');
  assert.equal(
    made.comparison && sayComparison(made.comparison),
    'Not compared: the publisher gives neither interval nor counts',
  );
});

test('B02 counts in another table of the publisher give the interval', async (t) => {
  const ground = await countiesGround(t);
  await bring(ground, {
    'd3_cpps_subsequent_plan_2013_to_2025.csv': countsFile([
      { year: 2025, at: 0, starts: 500, again: 156 },
      { year: 2025, at: 1, starts: 400, again: 82 },
    ]),
    'd3_cpps_subsequent_plan_2013_to_2025.meta.csv': countsMeta,
  });
  const made = await row(ground, 'lait:PrevRegCPR');
  assert.equal(made.interval?.known && made.interval.method, 'Wilson 95%, from counts');
  assert.equal(made.comparison && sayComparison(made.comparison), 'Worse');
});

test('B02 the England row of first-time entrants stops the comparison; rank and neighbours still stand', async (t) => {
  const ground = await countiesGround(t);
  const made = await row(ground, 'lait:FirstYJS');
  assert.equal(
    made.comparison && sayComparison(made.comparison),
    'Not compared: the figure given for England cannot be right',
  );
  assert.equal(made.standing && sayStanding(made.standing), 'Rank 5 of 6: in the lowest quarter');
  assert.ok(made.caveats.some((words) => words.includes('not a rate')));
});

test('B02 a hidden number is neither zero nor missing; a measure that nobody wrote down is read all the same', async (t) => {
  const ground = await countiesGround(t);
  assert.match((await row(ground, 'lait:CIN')).finding, /hidden to protect people/);
  const own = await row(ground, 'lait:LocalOnly');
  assert.equal(own.latest?.value, 0);
  assert.equal(own.definition.title, 'Something nobody wrote down');
});

test('B02 a revised file takes the place of what it revises, and gives it back when it is withdrawn', async (t) => {
  const ground = await countiesGround(t);
  await bring(ground, {
    'bds_long_revised.csv': bulkFile([['PrevRegCPR', '2025', '29.9', ['20.5', '21.5', '22.5'], '24.6']]),
  });
  const revised = await row(ground, 'lait:PrevRegCPR');
  assert.equal(revised.latest?.value, 29.9);
  assert.equal(revised.benchmark.kind === 'usable' && revised.benchmark.figure.value, 24.6);
  const [newest] = await ground.act('read', (ctx) => allBatches(ctx));
  assert.ok(newest);
  assert.equal((await ground.act('write', (ctx) => withdrawImport(ctx, newest.id))).done, true);
  assert.equal((await row(ground, 'lait:PrevRegCPR')).latest?.value, 31.2);
});

test('a scorecard is worked out once for the figures as they stand', async (t) => {
  const ground = await countiesGround(t);
  assert.equal(await scorecard(ground), await scorecard(ground));
});

test('an area that nobody knows has no scorecard, and England has none', async (t) => {
  const ground = await countiesGround(t);
  for (const areaCode of ['E99999999', 'E92000001'])
    assert.equal(await ground.act('read', (ctx) => areaScorecard(ctx, { areaCode })), undefined);
});

test('B02 an invented England is read for invented counties only, never for a real council', async (t) => {
  const ground = await countiesGround(t);
  const england = (invented: boolean) =>
    ground.act('read', async (ctx) => {
      const asked = { measures: ['lait:PrevRegCPR'], areaCodes: ['E92000001'], invented };
      const found = await readFigures(ctx, await readKeys(ctx), asked);
      return found.get('lait:PrevRegCPR')?.length ?? 0;
    });
  assert.ok((await england(true)) > 0);
  assert.equal(await england(false), 0);
});
