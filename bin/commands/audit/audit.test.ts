import assert from 'node:assert/strict';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { emptyService, goldenthread, ownFolder } from '../../testing.ts';

test('R17: from a terminal the audit is taken away, its ends are signed, and both are verified', async (t) => {
  const folder = await ownFolder(t);
  const heads = join(folder, 'kept-elsewhere');
  const { settings } = await emptyService(t, {
    GOLDENTHREAD_DIRECTORY: join(folder, 'own'),
    GOLDENTHREAD_AUDIT_HEADS: heads,
  });
  const nothing = await goldenthread(['audit', 'heads'], settings);
  assert.match(nothing.err, /There is nothing to sign yet/);
  const file = join(folder, 'audit.ndjson.gz');
  const exported = await goldenthread(['audit', 'export', '--out', file], settings);
  assert.match(exported.out, /^One entry was written to /, exported.err);
  const [line = ''] = gunzipSync(await readFile(file))
    .toString()
    .split('\n');
  assert.match(line, /"act":"audit\.exported","way":"disclosed"/, 'the export itself is in it');
  assert.equal((await goldenthread(['audit', 'heads'], settings)).code, 0);
  assert.equal((await readdir(heads)).length, 1);

  const whole = await goldenthread(['audit', 'verify', file, '--heads', heads], settings);
  assert.deepEqual([whole.code, whole.err], [0, '']);
  assert.match(whole.out, /^All 1 entries in 1 chains are as they were written\.\n1 signed heads/);
  const database = await goldenthread(['audit', 'verify', '--database'], settings);
  assert.equal(database.code, 0, database.out + database.err);
  assert.match(database.out, /1 signed ends were held against them/);
  const changed = join(folder, 'changed.ndjson');
  await writeFile(changed, `${line.replace('disclosed', 'read')}\n`);
  const wrong = await goldenthread(['audit', 'verify', changed, '--heads', heads], settings);
  assert.equal(wrong.code, 1);
  assert.match(wrong.out, /Entry 1 of chain \S+ was changed/);
});

test('what is asked of the audit wrongly is said in words', async () => {
  for (const words of [
    ['audit', 'verify'],
    ['audit', 'verify', '--database', 'x.ndjson'],
  ]) {
    const ran = await goldenthread(words);
    assert.equal(ran.code, 2, words.join(' '));
    assert.match(ran.err, /Name the files of an export, or say --database/);
  }
  for (const words of [['no-such-file.ndjson'], ['README.md', '--heads', 'no-such-folder']]) {
    const ran = await goldenthread(['audit', 'verify', ...words]);
    assert.match(ran.err, /There is no file no-such-/, ran.err);
  }
});
