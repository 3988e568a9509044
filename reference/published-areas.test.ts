import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'csv-parse/sync';
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { z } from 'zod';
import { englishAreas } from './areas.ts';
import { resolveArea } from './resolve-area.ts';

const root = new URL('..', import.meta.url).pathname;
const published = join(process.env['GOLDENTHREAD_DATA'] ?? join(root, '../shared/data'), 'published');
const lait = join(published, 'lait/bds_long_0.parquet');
const ees = join(published, 'dfe-ees');
const areas = englishAreas();

test('R72: every area of the whole LAIT file is exactly one of ours', async (t) => {
  if (!existsSync(lait)) return t.skip(`the real file is not here: ${lait}`);
  const rows = z.array(z.looseObject({ 'LA and Regions': z.string(), 'LA Number': z.coerce.string() })).parse(
    await parquetReadObjects({
      file: await asyncBufferFromFile(lait),
      columns: ['LA and Regions', 'LA Number'],
      compressors,
    }),
  );
  const pairs = new Map(rows.map((row) => [`${row['LA Number']} ${row['LA and Regions']}`, row]));
  assert.equal(pairs.size, 170);
  const codes = new Set<string>();
  for (const [pair, row] of pairs) {
    const found = resolveArea(areas, { dfeCode: row['LA Number'], name: row['LA and Regions'] });
    assert.equal(found.kind, 'found', pair);
    if (found.kind !== 'found') continue;
    assert.ok(!found.notes.includes('name-not-known'), pair);
    codes.add(found.area.code);
  }
  assert.equal(codes.size, 170, 'two names of the file are one area');
});

test('R72: every authority of the Explore Education Statistics files is exactly one of ours', (t) => {
  if (!existsSync(ees)) return t.skip(`the real files are not here: ${ees}`);
  const refused = new Set<string>();
  let asked = 0;
  for (const file of readdirSync(ees)) {
    const rows = z
      .array(z.looseObject({ old_la_code: z.string(), new_la_code: z.string(), la_name: z.string() }))
      .parse(parse(readFileSync(join(ees, file)), { columns: true, bom: true, relax_quotes: true }));
    const seen = new Map(rows.map((row) => [`${row.old_la_code}|${row.new_la_code}|${row.la_name}`, row]));
    for (const [key, row] of seen) {
      if (row.la_name.trim() === '') continue;
      asked += 1;
      const found = resolveArea(areas, {
        code: row.new_la_code,
        dfeCode: row.old_la_code,
        name: row.la_name,
      });
      if (found.kind !== 'found' || found.notes.length > 0) refused.add(key);
    }
  }
  assert.ok(asked > 2000, `only ${asked} asked`);
  assert.deepEqual([...refused], ['z|z|Outside of England and unknown']);
});

test('R72: every area of the Fingertips download is exactly one of ours', (t) => {
  const file = join(published, 'fingertips/fingertips_90284_injury_admissions_la.csv');
  if (!existsSync(file)) return t.skip(`the real file is not here: ${file}`);
  const rows = z
    .array(z.looseObject({ 'Area Code': z.string(), 'Area Name': z.string() }))
    .parse(parse(readFileSync(file), { columns: true, bom: true }));
  const seen = new Map(rows.map((row) => [`${row['Area Code']} ${row['Area Name']}`, row]));
  assert.ok(seen.size > 150);
  for (const [key, row] of seen) {
    const found = resolveArea(areas, { code: row['Area Code'], name: row['Area Name'] });
    assert.equal(found.kind === 'found' && found.notes.length, 0, key);
  }
});
