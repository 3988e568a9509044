// A disk that fills up while figures are brought in: a small one of its own, mounted for the test.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, statfs, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { promisify } from 'node:util';
import { bulk, dictionary, runImport, type Extent } from './run-import.ts';
import { tally } from './tally.ts';

const large: Extent = { measures: 120, years: 16, areas: 120 };
const small: Extent = { measures: 2, years: 2, areas: 120 };
const megabyte = 1024 * 1024;
const run = promisify(execFile);
const noDisk = 'no small disk can be mounted here: that needs Linux and root';

test('bad input: where the disk fills up while figures are written, nothing of them is seen, what was there stays, and with room they come in', async (t) => {
  const { place, file, rows } = await files(t, large);
  if (!(await mounted(place, 220))) return t.skip(noDisk);
  await prepare(t, place);
  // room for the file where it waits, and for no database of its figures
  const { bavail, bsize } = await statfs(place);
  await writeFile(join(place, 'ballast'), Buffer.alloc(bavail * bsize - 10 * megabyte));
  const full = await runImport([place, 'begin', file]);
  tally.tried(1);
  assert.deepEqual(full?.became, ['failed']);
  assert.match(full.failures.join(), /The disk is full, so nothing was changed\. Free some space/);

  await rm(join(place, 'ballast'));
  const after = await runImport([place, 'go-on', file]);
  assert.ok(after);
  assert.deepEqual(after.stood, ['bulk.csv failed', 'small.csv visible', 'dictionary.csv visible']);
  assert.deepEqual(after.became, ['brought-in'], after.failures.join());
  assert.deepEqual(
    [after.changes?.same, after.changes?.revised],
    [480, 0],
    'what was there before, and no more',
  );
  assert.equal(after.changes?.fresh, rows - 480, 'nothing of the first try had been seen');
});

test('bad input: where there is no room even for the file, whoever hands it in is told, and nothing is left waiting', async (t) => {
  const { place, file } = await files(t, { ...large, measures: 40 });
  await prepare(t, place);
  const waiting = join(place, 'waiting');
  if (!(await mounted(waiting, 1))) return t.skip(noDisk);
  const full = await runImport([place, 'begin', file]);
  tally.tried(1);
  assert.equal(full?.fault, 'ENOSPC');
  assert.deepEqual(await readdir(waiting), []);
});

/** A file to bring in, and a folder for the database. */
async function files(t: TestContext, extent: Extent) {
  const folder = await mkdtemp(join(tmpdir(), 'golden-thread-full-'));
  // whatever is mounted in it is given back first: hooks run in the order in which they were set
  t.after(async () => {
    for (const disk of [join(folder, 'place', 'waiting'), join(folder, 'place')])
      await run('umount', ['--lazy', disk]).catch(() => {});
    await rm(folder, { recursive: true, force: true });
  });
  const [place, file] = [join(folder, 'place'), join(folder, 'bulk.csv')];
  const { text, rows } = bulk(extent);
  await mkdir(place);
  await writeFile(file, text);
  return { place, file, rows };
}

/** A database with some figures in it. */
async function prepare(t: TestContext, place: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'golden-thread-few-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const [facts, few] = [join(folder, 'dictionary.csv'), join(folder, 'small.csv')];
  await writeFile(facts, dictionary(large));
  await writeFile(few, bulk(small).text);
  const came = await runImport([place, 'prepare', facts, few]);
  assert.deepEqual(came?.became, ['brought-in', 'brought-in'], came?.failures.join());
}

async function mounted(path: string, megabytes: number): Promise<boolean> {
  await mkdir(path, { recursive: true });
  return run('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', path]).then(
    () => true,
    () => false,
  );
}
