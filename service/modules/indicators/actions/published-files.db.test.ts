import assert from 'node:assert/strict';
import { test } from 'node:test';
import { publishedFolder, publishedPath } from '../domain/formats/testing.ts';
import { importGround } from '../testing.ts';
import { bringInFiles } from './bring-in-files.ts';
import { figuresOf } from './bring-in/testing.ts';

const repeatPlans2025 = [
  ['E06000059', 'Dorset', 27.5],
  ['E10000013', 'Gloucestershire', 31.2],
  ['E10000020', 'Norfolk', 18.8],
  ['E06000004', 'Stockton-on-Tees', 20],
  ['E10000034', 'Worcestershire', 31.4],
  ['E92000001', 'England', 24.5],
] as const;

test('B04 the publishers’ whole files come in: every row accounted for, and the figures those that were published', async (t) => {
  const lait = ['lait_data_dictionary.csv', 'bds_long_0.parquet', 'sn_model_2025_wide.csv'].map((name) =>
    publishedPath(t, `lait/${name}`),
  );
  const tables = [...(await publishedFolder(t, 'dfe-ees')), ...(await publishedFolder(t, 'fingertips'))];
  const paths = [...lait, ...tables.filter((path) => /d3_cpps|fingertips_90284/.test(path))];
  if (paths.some((path) => path === undefined) || tables.length === 0) return;
  const ground = await importGround(t);
  const files = paths.flatMap((path) => (path === undefined ? [] : [{ path }]));
  const brought = await bringInFiles(ground.act, { files, keepIn: ground.keepIn });
  assert.ok(brought.done);
  for (const { fileName, became, batch } of brought.value) {
    assert.equal(became, 'brought-in', `${fileName}: ${batch.failure}`);
    const { rowsRead, rowsRefused } = batch.summary;
    assert.ok(
      rowsRefused < rowsRead / 100 || /fingertips/.test(fileName),
      `${fileName}: ${rowsRefused} of ${rowsRead}`,
    );
  }
  const bulk = brought.value.find(({ fileName }) => fileName === 'bds_long_0.parquet')?.batch.summary;
  assert.equal(bulk?.rowsRead, 641_070);
  assert.equal(bulk.figures + bulk.rowsRefused + bulk.cellsRefused + bulk.rowsRepeated, 641_070);
  assert.deepEqual(bulk.areas.unknown, []);
  for (const [code, name, value] of repeatPlans2025)
    assert.deepEqual(
      (await figuresOf(ground.act, 'lait:PrevRegCPR', code)).at(-1),
      ['2024-04-01', '2025-03-31', 'final', value],
      name,
    );
  const counted = await figuresOf(ground.act, 'ees:counts:lait:PrevRegCPR', 'E10000013');
  assert.ok(
    Math.abs(Number(counted.at(-1)?.[3]) - 31.2) < 0.05,
    'the counts behind it give the same percentage',
  );
  const again = await bringInFiles(ground.act, { files, keepIn: ground.keepIn });
  assert.ok(again.done && again.value.every(({ became }) => became === 'here-already'));
});
