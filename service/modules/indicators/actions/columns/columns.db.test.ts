import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import type { ImportGround } from '../../testing.ts';
import { importGround } from '../../testing.ts';
import { measuresById } from '../../store/measures.ts';
import { figuresOf } from '../bring-in/testing.ts';
import { readInBackground, writeInBackground } from '../bring-in/in-background.ts';
import { bringInFiles } from '../bring-in-files.ts';
import { handedFile } from '../bring-in/handed-file.ts';
import { handInFiles } from '../hand-in-files.ts';
import { sayColumns } from './say-columns.ts';

async function written(ground: ImportGround, name: string, text: string): Promise<string> {
  const path = join(ground.keepIn, name);
  await writeFile(path, text);
  return path;
}

async function unmapped(ground: ImportGround, path: string) {
  const files = [await handedFile(path, 'walks.csv')];
  const handed = await handInFiles(ground.act, {
    files,
    keepIn: join(ground.keepIn, 'waiting'),
    moves: false,
  });
  assert.ok(handed.done);
  const [file] = handed.value;
  assert.ok(file?.kind === 'unmapped');
  return file.id;
}

const reading = {
  layout: {
    ...{ area: 'code', value: 'share', beside: {}, groups: ['sex'], everybody: ['all'] },
    time: { in: 'one-column' as const, column: 'year', years: 'financial' as const },
  },
  measure: {
    ...{ named: 'new' as const, title: 'Walks to school', unit: '%', kind: 'proportion' as const },
    ...{ polarity: 'high-is-good' as const, publisher: 'Sport for All', publication: 'Active travel' },
  },
};
const headers = ['code', 'year', 'sex', 'share'];
const id = 'other:active-travel:walks-to-school';

test('figures of a table whose columns were said are seen under the measure that was described, and the next file goes in by itself', async (t) => {
  const ground = await importGround(t);
  const text = (year: string, share: string) => `code,year,sex,share\nE10000020,${year},all,${share}\n`;
  const batch = await unmapped(ground, await written(ground, 'a.csv', text('2023/24', '41.5')));
  const said = await ground.act('write', (ctx) =>
    sayColumns(ctx, { id: batch, headers, reading, saveAs: 'walks' }),
  );
  assert.ok(said.done);
  await readInBackground(ground.act, [batch]);
  assert.deepEqual(await figuresOf(ground.act, id, 'E10000020'), [], 'nothing is seen before a yes');
  await writeInBackground(ground.act, [batch]);
  const known = (await ground.act('read', (ctx) => measuresById(ctx, [id]))).get(id);
  assert.deepEqual(
    [known?.title, known?.unit, known?.polarity, known?.publisher, known?.publication],
    ['Walks to school', '%', 'high-is-good', 'Sport for All', 'Active travel'],
  );

  // another order is the same shape
  const next = 'share,code,sex,year\n44,E10000020,all,2024/25\n';
  const path = await written(ground, 'b.csv', next);
  const brought = await bringInFiles(ground.act, { files: [{ path }], keepIn: ground.keepIn });
  assert.ok(brought.done);
  assert.deepEqual(
    brought.value.map(({ became, batch: { failure } }) => [became, failure]),
    [['brought-in', undefined]],
  );
  assert.deepEqual(await figuresOf(ground.act, id, 'E10000020'), [
    ['2023-04-01', '2024-03-31', 'final', 41.5],
    ['2024-04-01', '2025-03-31', 'final', 44],
  ]);
});

test('a table that nobody has explained changes nothing at a terminal and says where to explain it', async (t) => {
  const ground = await importGround(t);
  const path = await written(ground, 'c.csv', 'a,b,c\n1,2,3\n');
  const brought = await bringInFiles(ground.act, { files: [{ path }], keepIn: ground.keepIn });
  assert.ok(brought.done);
  const [file] = brought.value;
  assert.deepEqual([file?.became, file?.batch.state], ['failed', 'unmapped']);
  assert.match(file?.batch.failure ?? '', /Open it in the browser/);
});

test('no file brings in figures of a measure of our own, nor a second measure of one name', async (t) => {
  const ground = await importGround(t);
  const path = await written(ground, 'd.csv', 'code,year,sex,share\nE10000020,2023/24,all,1\n');
  const batch = await unmapped(ground, path);
  const refusalOf = async (measure: Parameters<typeof sayColumns>[1]['reading']['measure']) => {
    const said = await ground.act('write', (ctx) =>
      sayColumns(ctx, { id: batch, headers, reading: { ...reading, measure }, saveAs: undefined }),
    );
    return said.done ? 'done' : said.refusal.reason;
  };
  const known = { named: 'known', title: '' } as const;
  assert.equal(await refusalOf({ ...known, id: 'local:had-fun' }), 'own-measure');
  assert.equal(await refusalOf({ ...known, id: 'lait:Nothing' }), 'measure-missing');
  assert.equal(await refusalOf({ ...reading.measure, title: '???' }), 'title-without-letters');
  assert.equal(await refusalOf(reading.measure), 'done');
  await readInBackground(ground.act, [batch]);
  await writeInBackground(ground.act, [batch]);
  const other = await unmapped(ground, await written(ground, 'e.csv', 'code,year,sex,share\nx,y,z,1\n'));
  const again = await ground.act('write', (ctx) =>
    sayColumns(ctx, { id: other, headers, reading, saveAs: undefined }),
  );
  assert.ok(!again.done);
  assert.equal(again.refusal.reason, 'title-taken');
});
