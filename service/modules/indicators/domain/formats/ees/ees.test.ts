import assert from 'node:assert/strict';
import test from 'node:test';
import type { CountsRule } from '../../counts.ts';
import type { Observation } from '../../observation.ts';
import { fixture, readAll, written } from '../testing.ts';
import { readEesData } from './ees-data.ts';
import { readEesMeta, tableSlug } from './ees-meta.ts';

const metaRead = await readEesMeta(fixture('d3_second_plans_2013_to_2025.meta.csv'));
assert.ok(metaRead.done);
const meta = metaRead.value;
const read = await readAll(readEesData(fixture('d3_second_plans_2013_to_2025.csv'), { meta }));

function percentAt(line: number): Observation | undefined {
  return read.observations.find(
    (observation) => observation.line === line && observation.measure.code.endsWith(':plans_second_percent'),
  );
}

test('the meta file says which columns part the rows and what the others are', () => {
  assert.deepEqual(meta.filters, [{ column: 'category', label: 'Category', whole: 'Second or later plans' }]);
  assert.deepEqual(meta.indicators.at(-1), {
    column: 'plans_second_percent',
    label: 'Share that are second or later plans',
    group: '',
    unit: '%',
    decimals: 1,
  });
});

test('each indicator of each row is an observation, under a code that outlives the release', () => {
  const row = read.observations.filter(({ line }) => line === 4);
  assert.deepEqual(
    row.map(({ measure, value, breakdown }) => [measure.code, value, breakdown]),
    [
      ['d3-second-plans:plans_started', 400, ''],
      ['d3-second-plans:plans_second', 125, ''],
      ['d3-second-plans:plans_second_percent', 31.3, ''],
    ],
  );
  assert.deepEqual(row[0]?.area, {
    code: 'X10000001',
    dfeCode: '599',
    name: 'Brackenshire',
    level: 'Local authority',
  });
  assert.equal(tableSlug('d3_second_plans_2014_to_2026.csv'), 'd3-second-plans');
  assert.equal(tableSlug('1_eyfsp_headline_measures_2022.csv'), '1-eyfsp-headline-measures');
  assert.equal(tableSlug('attendance_EES_ytd_data_202425.csv'), 'attendance-ees-ytd-data');
  assert.equal(tableSlug('UD_NEETNK_LA_dashboard_2023_final.csv'), 'ud-neetnk-la-dashboard');
  assert.equal(
    tableSlug('attendance_week_29_persistent_absence.csv'),
    'attendance-week-29-persistent-absence',
  );
});

test('trap B3: suppressed, low, unreliable, unavailable, not applicable and zero are told apart, old symbols too', () => {
  const values = [5, 6, 9, 10].map((line) =>
    read.observations.filter((each) => each.line === line).map(({ value }) => value),
  );
  const s = (status: string) => ({ status });
  assert.deepEqual(values, [
    [s('low'), s('suppressed'), s('suppressed')],
    [12, 0, 0],
    [s('unreliable'), s('missing'), s('not-applicable')],
    [s('low'), s('missing'), s('low')],
  ]);
});

test('trap B3: an area before and after its new code stays two areas, told by the row’s own codes', () => {
  assert.deepEqual(
    [percentAt(7), percentAt(8)].map((each) => [
      each?.area.code,
      each?.area.dfeCode,
      each?.period.end,
      each?.value,
    ]),
    [
      ['X10000002', '597', '2019-03-31', 23.8],
      ['X06000002', '598', '2020-03-31', 25],
    ],
  );
});

test('a blank is tolerated with a note, nonsense is refused alone, and wrong rows are refused whole', () => {
  assert.deepEqual(
    read.observations.filter(({ line }) => line === 11).map(({ value }) => value),
    [14, { status: 'missing' }],
  );
  assert.match(read.notes.join(' '), /1 cell of “Second or later plans” held nothing/);
  assert.deepEqual(
    read.refused.map(({ about, line, column, reason }) => [about, line, column, reason]),
    [
      ['cell', 11, 'Share that are second or later plans', 'not-a-number'],
      ['row', 12, 'geographic_level', 'unknown-area'],
      ['row', 13, 'time_period', 'not-a-period'],
      ['row', 14, 'geographic_level', 'unknown-level'],
      ['row', 15, 'category', 'blank-filter'],
    ],
  );
  const wholeRows = read.refused.filter(({ about }) => about === 'row').length;
  const cells = (read.rowsRead - wholeRows) * meta.indicators.length;
  assert.equal(
    read.observations.length + read.refused.length - wholeRows,
    cells,
    'every cell is accounted for',
  );
});

test('trap B3: columns in any order behind a byte order mark; without meta, filters are told by their cells', async () => {
  const home = await readAll(readEesData(fixture('la_same_home.csv')));
  assert.deepEqual(home.refused, []);
  assert.match(home.notes.join(' '), /version, cla_group, home_stability/);
  assert.equal(home.observations.length, 12);
  assert.deepEqual(
    new Set(home.observations.map(({ breakdown }) => breakdown)),
    new Set([
      'cla_group=CLA for 2 years|home_stability=Same home for 2 years',
      'cla_group=CLA for 2 years|home_stability=Total children',
    ]),
  );
});

test('a version column says how settled a row is and does not part the whole', async () => {
  const home = await readAll(readEesData(fixture('la_same_home.csv')));
  assert.deepEqual(
    home.observations.filter((_, index) => index % 4 === 0).map(({ period }) => [period.end, period.state]),
    [
      ['2025-03-31', 'provisional'],
      ['2024-03-31', 'final'],
      ['2025-03-31', 'revised'],
    ],
  );
});

const sameHome: CountsRule = {
  measure: { source: 'lait', code: 'SAMEHOME' },
  file: 'la_same_home',
  where: { cla_group: 'CLA for 2 years' },
  count: { column: 'children_count', where: { home_stability: 'Same home for 2 years' } },
  base: { column: 'children_count', where: { home_stability: 'Total children' } },
  times: 100,
};

test('counts for another publisher’s measure are found, also where count and base stand in different rows', async () => {
  const home = await readAll(
    readEesData(fixture('la_same_home.csv'), { counts: [sameHome], indicators: [] }),
  );
  assert.deepEqual(
    home.observations.map(({ measure, area, breakdown, count, denominator }) => [
      measure.source,
      measure.code,
      area.code,
      breakdown,
      count,
      denominator,
    ]),
    [
      ['ees', 'counts:lait:SAMEHOME', 'X10000001', '', 153, 229],
      ['ees', 'counts:lait:SAMEHOME', 'X10000001', '', 143, 220],
    ],
    'and none for the suppressed one',
  );
  assert.equal(home.observations[0]?.value, (153 / 229) * 100);
});

test('a rule of another file, or of columns that are not there, finds nothing', async () => {
  const other = { ...sameHome, file: 'la_other' };
  const renamed = { ...sameHome, count: { column: 'children_number' } };
  const home = await readAll(
    readEesData(fixture('la_same_home.csv'), { counts: [other, renamed], indicators: [] }),
  );
  assert.deepEqual(home.observations, []);
});

test('trap B5: a percentage carries the count and base of its row, where the table is known to hold them', async () => {
  const profile = await readAll(readEesData(fixture('eyfsp_APS_GLD_ELG_EXP_2013_2019.csv')));
  const percents = profile.observations.filter(
    ({ measure }) => measure.code === 'eyfsp-aps-gld-elg-exp:gld_percent',
  );
  assert.deepEqual(
    percents.map(({ area, breakdown, value, count, denominator }) => [
      area.name,
      breakdown,
      value,
      count,
      denominator,
    ]),
    [
      ['England', '', 71.8, 458847, 638995],
      ['Alder Vale', '', 72, 1440, 2000],
      ['Alder Vale', 'gender=Girls', 77.6, 760, 980],
    ],
  );
});

test('trap B4: years with another definition are other tables, so nothing joins them by accident', async () => {
  const profile = await readAll(readEesData(fixture('eyfsp_APS_GLD_ELG_EXP_2013_2019.csv')));
  const later = await readAll(
    readEesData({
      ...fixture('eyfsp_APS_GLD_ELG_EXP_2013_2019.csv'),
      name: '1_eyfsp_headline_measures_2022.csv',
    }),
  );
  const codes = new Set(profile.observations.map(({ measure }) => measure.code));
  assert.ok(later.observations.every(({ measure }) => !codes.has(measure.code)));
});

test('trap B6: z in the quintile columns of NEET tables is not applicable, and their headers are read as they come', async () => {
  const neet = await readAll(readEesData(fixture('UD_NEETNK_LA_dashboard_2023_final.csv')));
  assert.deepEqual(neet.refused, []);
  const quintiles = neet.observations.filter(({ measure }) => measure.code.endsWith(':NEET_quintile'));
  const none = { status: 'not-applicable' };
  assert.deepEqual(
    quintiles.map(({ value, breakdown }) => [value, breakdown]),
    [
      [none, 'Age=16-17'],
      [2, 'Age=16-17'],
      [none, 'Age=16-17'],
    ],
  );
});

test('a meta file of another table, or with a row that is neither filter nor indicator, is refused', async () => {
  const other = await readAll(readEesData(fixture('la_same_home.csv'), { meta }));
  assert.deepEqual(
    [other.observations.length, other.refused[0]?.about, other.refused[0]?.reason],
    [0, 'file', 'meta-disagrees'],
  );
  const wrong = await readEesMeta(written('col_name,col_type,label\nsex,Filter,Sex\nage,Slice,Age\n'));
  assert.ok(!wrong.done);
  assert.deepEqual([wrong.refusal.line, wrong.refusal.reason], [3, 'meta-row-wrong']);
});
