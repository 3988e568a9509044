import assert from 'node:assert/strict';
import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { sql } from 'kysely';
import { DatabaseFault } from '#platform/db/fault.ts';
import type { Id } from '#platform/kernel/id.ts';
import { gathering } from '../domain/bringing-in/gathered.ts';
import { dayOf } from '#platform/kernel/day.ts';
import { batchById, changeBatch, figuresVersion } from '../store/batches.ts';
import { keepPeriods } from '../store/periods.ts';
import { writeSeries } from '../store/series.ts';
import { dictionaryText, importGround, laitText, type ImportGround } from '../testing.ts';
import { bringInTexts } from './bring-in-files.ts';
import { handedFile } from './bring-in/handed-file.ts';
import type { Act } from './bring-in/handed-file.ts';
import { figuresOf } from './bring-in/testing.ts';
import { readBatch, writeBatch } from './bring-in/work-on-batch.ts';
import { clearUnfinishedImports, didNotFinish } from './clear-unfinished-imports.ts';
import { declineImport, tryImportAgain } from './decide-on-import.ts';
import { handInFiles } from './hand-in-files.ts';

const quiet = (): void => {};
const later = new Date('2027-01-01T00:00:00Z');

/** A file handed in and read, waiting for its yes. */
async function readFile(t: TestContext): Promise<{ ground: ImportGround; id: Id<'import'> }> {
  const ground = await importGround(t);
  const dictionary = dictionaryText([{ code: 'GOODSTART', name: 'Ready for school' }]);
  await bringInTexts(ground.act, {
    texts: [{ name: 'dictionary.csv', text: dictionary }],
    keepIn: ground.keepIn,
  });
  const path = join(ground.keepIn, 'handed.csv');
  await writeFile(path, laitText([['GOODSTART', '2025', 'Norfolk', '70', '926']]));
  const files = [await handedFile(path, 'bds_long.csv')];
  const handed = await handInFiles(ground.act, { files, keepIn: ground.keepIn, moves: true });
  assert.ok(handed.done && handed.value[0]?.kind === 'queued');
  const { id } = handed.value[0];
  await readBatch({ act: ground.act, id, tell: quiet });
  return { ground, id };
}

async function seriesKept(ground: ImportGround): Promise<number> {
  return ground.database.asOwner(async (db) => {
    const { rows } = await sql<{
      count: number;
    }>`select count(*)::integer as count from indicators.series`.execute(db);
    return rows[0]?.count ?? -1;
  });
}

test('what a killed process had written is seen by nobody, cleared at the next start, and can be tried again', async (t) => {
  const { ground, id } = await readFile(t);
  const { act } = ground;
  const batch = await act('read', (ctx) => batchById(ctx, id));
  assert.equal(batch?.state, 'read');
  const half = gathering();
  half.add(
    {
      measure: { source: 'lait', code: 'GOODSTART' },
      area: { name: 'Norfolk', dfeCode: '926' },
      breakdown: '',
      period: {
        start: dayOf(2024, 4, 1),
        end: dayOf(2025, 3, 31),
        kind: 'financial',
        years: 1,
        state: 'final',
        text: '2025',
      },
      value: 12,
      line: 2,
    },
    'E10000020',
  );
  await act('write', async (ctx) => {
    const periodKeys = await keepPeriods(ctx, half.periods);
    await changeBatch(ctx, batch.key, { state: 'writing' });
    await writeSeries(ctx, { batchKey: batch.key, series: [...half.series()], periodKeys });
  });
  assert.equal(await seriesKept(ground), 1);
  assert.deepEqual(await figuresOf(act, 'lait:GOODSTART', 'E10000020'), [], 'nobody sees it');
  assert.equal(
    await clearUnfinishedImports(act, { heardBefore: new Date('2026-09-03T09:59:00Z') }),
    0,
    'it may be alive',
  );
  assert.equal(await clearUnfinishedImports(act, { heardBefore: later }), 1);
  assert.equal(await seriesKept(ground), 0);
  const cleared = await act('read', (ctx) => batchById(ctx, id));
  assert.deepEqual([cleared?.state, cleared?.failure], ['failed', didNotFinish]);
  assert.ok((await tryImportAgain(act, id)).done);
  await readBatch({ act, id, tell: quiet });
  await writeBatch({ act, id, tell: quiet });
  assert.equal((await figuresOf(act, 'lait:GOODSTART', 'E10000020'))[0]?.[3], 70);
});

test('a file that waits for its yes outlives a restart', async (t) => {
  const { ground, id } = await readFile(t);
  assert.equal(await clearUnfinishedImports(ground.act, { heardBefore: later }), 0);
  await writeBatch({ act: ground.act, id, tell: quiet });
  assert.equal((await ground.act('read', (ctx) => batchById(ctx, id)))?.state, 'visible');
});

test('a full disk changes nothing, says so, and leaves the file to be tried again', async (t) => {
  const { ground, id } = await readFile(t);
  const version = await ground.act('read', figuresVersion);
  let writes = 0;
  const full: Act = async (access, work) => {
    if (access === 'write') writes += 1;
    // the fourth write is that of the figures; those that tell the truth afterwards find room again
    if (writes === 4) {
      writes += 1;
      throw new DatabaseFault('disk-full', 'no space left on device');
    }
    return ground.act(access, work);
  };
  await writeBatch({ act: full, id, tell: quiet });
  const failed = await ground.act('read', (ctx) => batchById(ctx, id));
  assert.equal(failed?.state, 'failed');
  assert.match(failed.failure ?? '', /disk is full.*the file is still here/);
  assert.equal(await seriesKept(ground), 0);
  assert.equal(await ground.act('read', figuresVersion), version);
  assert.ok((await tryImportAgain(ground.act, id)).done);
  await readBatch({ act: ground.act, id, tell: quiet });
  await writeBatch({ act: ground.act, id, tell: quiet });
  assert.equal((await figuresOf(ground.act, 'lait:GOODSTART', 'E10000020'))[0]?.[3], 70);
});

test('a file that is gone from the disk says so', async (t) => {
  const { ground, id } = await readFile(t);
  await rm(join(ground.keepIn, id), { recursive: true });
  await writeBatch({ act: ground.act, id, tell: quiet });
  const failed = await ground.act('read', (ctx) => batchById(ctx, id));
  assert.match(failed?.failure ?? '', /no longer where it was kept/);
});

test('a file declined leaves nothing behind', async (t) => {
  const { ground, id } = await readFile(t);
  assert.ok((await declineImport(ground.act, id)).done);
  assert.equal(await ground.act('read', (ctx) => batchById(ctx, id)), undefined);
  assert.ok(!(await readdir(ground.keepIn)).includes(id));
  const again = await declineImport(ground.act, id);
  assert.deepEqual(again, { done: false, refusal: { reason: 'no-such-import' } });
});
