import assert from 'node:assert/strict';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { bulk, dictionary, runImport, type Progress } from './run-import.ts';
import { isFull, tally } from './tally.ts';

/** Where the process is killed: while it reads, at the first written piece, half way, and when the last is written. */
const moments: readonly [string, (told: Progress) => boolean][] = [
  ['while it reads', ({ phase, done }) => phase === 'reading' && done > 3000],
  ['at the first piece written', ({ phase }) => phase === 'writing'],
  ['half way', ({ phase, done, of = 0 }) => phase === 'writing' && done > of / 2],
  [
    'at the last piece, before anything can be seen',
    ({ phase, done, of }) => phase === 'writing' && done === of,
  ],
];

test('an import killed at any moment leaves nothing that can be seen, and run again comes to the same', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'golden-thread-killed-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const { text, rows } = bulk();
  const [facts, file, copy] = ['dictionary.csv', 'bulk.csv', 'copy.csv'].map((name) => join(folder, name));
  assert.ok(facts && file && copy);
  await writeFile(facts, dictionary());
  await writeFile(file, text);
  await writeFile(copy, `${text}\n`);
  const prepared = join(folder, 'prepared');
  assert.deepEqual((await runImport([prepared, 'prepare', facts]))?.became, ['brought-in']);
  // the short run kills where something is written for the first and for the last time
  for (const [when, killAt] of isFull ? moments : moments.filter((_, at) => at % 2 === 1)) {
    tally.tried(1);
    const place = join(folder, 'place');
    await cp(prepared, place, { recursive: true });
    assert.equal(await runImport([place, 'begin', file], killAt), undefined, `${when}: it was killed`);
    const after = await runImport([place, 'go-on', file]);
    assert.equal(after?.cleared, 1, `${when}: what was left behind is cleared`);
    assert.deepEqual(
      after.stood,
      ['bulk.csv failed', 'dictionary.csv visible'],
      `${when}: and shown as unfinished`,
    );
    assert.deepEqual(after.became, ['brought-in'], `${when}: run again, it comes in`);
    assert.deepEqual(
      after.changes,
      { fresh: rows, revised: 0, same: 0, setAside: 0 },
      `${when}: nothing was seen before`,
    );
    const compared = await runImport([place, 'compare', copy]);
    assert.deepEqual(
      compared?.changes,
      { fresh: 0, revised: 0, same: rows, setAside: 0 },
      `${when}: every figure is here, once`,
    );
    await rm(place, { recursive: true });
  }
});
