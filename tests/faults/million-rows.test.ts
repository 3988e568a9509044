// A file of a million rows: read as it comes, never whole, and every row accounted for.
import assert from 'node:assert/strict';
import { open, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { bulkPieces, dictionary, runImport, type Extent } from './run-import.ts';
import { isFull, tally } from './tally.ts';

// a million in the full run; memory is bounded alike for a quarter of that
const extent: Extent = { measures: 521, years: 16, areas: isFull ? 120 : 30 };
const rows = extent.measures * extent.years * extent.areas;
/** A whole process, the embedded database in it. */
const mostMb = 700;

test(`bad input: a file of ${rows.toLocaleString('en-GB')} rows is brought in within bounded memory, and its one bad row is named`, async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'golden-thread-million-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const [facts, file, place] = ['dictionary.csv', 'bulk.csv', 'place'].map((name) => join(folder, name));
  assert.ok(facts && file && place);
  await writeFile(facts, dictionary(extent));
  const handle = await open(file, 'w');
  for (const piece of bulkPieces(extent)) await handle.write(piece);
  await handle.write('MEASURE0,,2025,"Norfolk"\n');
  await handle.close();
  assert.ok(rows >= (isFull ? 1_000_000 : 250_000));

  assert.deepEqual((await runImport([place, 'prepare', facts]))?.became, ['brought-in']);
  const came = await runImport([place, 'go-on', file]);
  assert.deepEqual(came?.became, ['brought-in'], came?.failures.join());
  assert.equal(came.summary?.rowsRead, rows + 1);
  tally.tried(1);
  assert.equal(came.summary.rowsRefused, 1);
  assert.deepEqual(came.summary.refusals[0]?.firstLines, [rows + 2], 'by its line');
  assert.equal(came.changes?.fresh, rows);
  t.diagnostic(`${came.peakMb} MB at most`);
  assert.ok(came.peakMb < mostMb, `${came.peakMb} MB at most, of ${mostMb}`);
});
