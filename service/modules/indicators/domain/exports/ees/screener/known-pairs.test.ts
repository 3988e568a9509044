import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import test from 'node:test';
import { eesChecks } from './checks.ts';
import { screenEesPair } from './screen-pair.ts';

const root = fileURLToPath(new URL('../../../../../../../', import.meta.url));
const folder = join(
  process.env['GOLDENTHREAD_DATA'] ?? join(root, '../shared/data'),
  'statistics/ees-screener',
);

/** Pairs whose name tells a state of things instead of a check, with the check that finds it. */
const situations: Readonly<Record<string, string>> = {
  adding_z_locationCode: 'country_combinations',
  fails_everything_ancillary: 'not_table_tool',
  'fails_file validation': 'filename_spaces',
  fails_prescreening1: 'geographic_level',
  'filename spaces': 'filename_spaces',
  indicator_dp_nonInteger: 'indicator_dp_validation',
  missing_region_name: 'region_col_present',
  multiple_stripped_filter_groups: 'filter_group_stripped',
  ob_unit_total: 'observational_total',
  passes_everything_ancillary: 'not_table_tool',
  prov_level_only_dupes: 'duplicate_rows',
  regional_blanks: 'geography_level_completed',
  sch_level_missing_col: 'geography_level_present',
  sch_many_filter: 'geographic_catch',
  sch_prov: 'ignored_rows',
};

/** Rules that pairs known to be good break too, so that breaking them is told as a warning and does not fail. */
const toldAsWarnings = new Set([
  'data_empty_cols',
  'data_to_meta_crosscheck',
  'ignored_rows',
  'indicator_dp_completed',
]);

function pairsIn(kind: 'pass' | 'fail'): readonly string[] {
  const names = readdirSync(join(folder, kind));
  return names.filter(
    (name) => !name.endsWith('.meta.csv') && names.includes(name.replace(/\.csv$/, '.meta.csv')),
  );
}

function screened(kind: 'pass' | 'fail', name: string) {
  const metaName = name.replace(/\.csv$/, '.meta.csv');
  return screenEesPair({
    dataName: name,
    dataText: readFileSync(join(folder, kind, name), 'utf8'),
    metaName,
    metaText: readFileSync(join(folder, kind, metaName), 'utf8'),
  });
}

test('every pair known to be good passes', (t) => {
  if (!existsSync(folder)) return t.skip(`not here: ${folder} (set GOLDENTHREAD_DATA)`);
  const pairs = pairsIn('pass');
  assert.ok(pairs.length >= 20, `${pairs.length} pairs`);
  for (const name of pairs) {
    const failed = screened('pass', name).filter(({ level }) => level === 'fail');
    assert.deepEqual(failed, [], name);
  }
});

test('every pair known to be bad is found by the check that its name says', (t) => {
  if (!existsSync(folder)) return t.skip(`not here: ${folder} (set GOLDENTHREAD_DATA)`);
  const pairs = pairsIn('fail');
  assert.ok(pairs.length >= 60, `${pairs.length} pairs`);
  for (const name of pairs) {
    const stem = name.slice(0, -'.csv'.length);
    const check = situations[stem] ?? stem;
    assert.ok(
      eesChecks.some((each) => each.name === check),
      `${check} is a check`,
    );
    const findings = screened('fail', name);
    const level = toldAsWarnings.has(check) && stem === check ? 'warning' : 'fail';
    assert.ok(
      findings.some((finding) => finding.check === check && finding.level === level),
      `${name}: ${JSON.stringify([...new Set(findings.map((finding) => finding.check))])}`,
    );
    assert.ok(
      findings.some((finding) => finding.level === 'fail'),
      `${name} passes`,
    );
  }
});

test('two files of unlike names are no pair', (t) => {
  if (!existsSync(folder)) return t.skip(`not here: ${folder} (set GOLDENTHREAD_DATA)`);
  const texts = (file: string) => readFileSync(join(folder, 'fail', file), 'utf8');
  const findings = screenEesPair({
    dataName: 'naming_convention-metaFail.csv',
    dataText: texts('naming_convention-metaFail.csv'),
    metaName: 'naming_convention_meta.csv',
    metaText: texts('naming_convention_meta.csv'),
  });
  assert.ok(findings.some(({ check }) => check === 'naming_convention'));
});
