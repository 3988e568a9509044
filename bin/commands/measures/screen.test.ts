import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'node:test';
import { z } from 'zod';
import { documentOf, goldenthread, ownFolder } from '../../testing.ts';

const data = `time_period,time_identifier,geographic_level,country_code,country_name,old_la_code,new_la_code,la_name,region_code,region_name,children
202425,Academic year,Local authority,E92000001,England,599,X10000001,Brackenshire,E12000001,North East,30
`;

const meta = `col_name,col_type,label,indicator_grouping,indicator_unit,indicator_dp,filter_hint,filter_grouping_column
children,Indicator,Number of children,,,0,,
`;

const screened = z.object({
  verdict: z.enum(['pass', 'fail']),
  findings: z.array(z.object({ check: z.string(), level: z.string() })),
});

test('measures screen: a pair that keeps every rule passes, and one that does not is told why', async (t) => {
  const folder = await ownFolder(t);
  const files = [join(folder, 'children.csv'), join(folder, 'children.meta.csv')];
  await writeFile(join(folder, 'children.csv'), data);
  await writeFile(join(folder, 'children.meta.csv'), meta);
  const good = await goldenthread(['measures', 'screen', ...files, '--own', 'X10000001', '--json']);
  assert.equal(good.code, 0, good.err);
  assert.deepEqual(screened.parse(documentOf(good)), { verdict: 'pass', findings: [] });
  const stranger = await goldenthread(['measures', 'screen', ...files, '--json']);
  assert.equal(stranger.code, 1);
  assert.deepEqual(screened.parse(documentOf(stranger)).findings, [
    { check: 'la_combinations', level: 'fail' },
  ]);
  const said = await goldenthread(['measures', 'screen', ...files]);
  assert.equal(said.code, 1);
  assert.match(said.out, /children\.csv fails: one thing breaks a rule\./);
  assert.match(said.out, /\[table, line 2; la_combinations\]/);
});

test('measures screen: a file that is not there is named', async () => {
  const missing = await goldenthread(['measures', 'screen', '/nowhere/a.csv', '/nowhere/a.meta.csv']);
  assert.equal(missing.code, 1);
  assert.match(missing.err, /There is no file \/nowhere\/a\.csv/);
});
