import assert from 'node:assert/strict';
import { test } from 'node:test';
import { controlChart } from '../../control-charts/shewhart/control-chart.ts';
import type { ControlChart, ToControlChart } from '../../control-charts/shewhart/control-chart.ts';
import type { RatiosChart } from '../../control-charts/shewhart/observed.ts';
import { runsAbout } from '../../control-charts/run/runs.ts';
import { assertClose, elsewhere, numberIn } from './tables.ts';
import type { Row } from './tables.ts';

const relative = 1e-6;
const folder = 'statistics/spc_qicharts2';

type Rows = readonly Row[];

/** How each published result was made of its table. */
const cases: readonly { result: string; table: string; asked: (rows: Rows) => ToControlChart }[] = [
  { result: 'ex_6.3_1', table: 'tbl_06.03', asked: (rows) => ({ chart: 'xbar', samples: samplesOf(rows) }) },
  { result: 'ex_6.3_2', table: 'tbl_06.03', asked: (rows) => ({ chart: 's', samples: samplesOf(rows) }) },
  { result: 'ex_6.4_1', table: 'tbl_06.04', asked: (rows) => ({ chart: 'xbar', samples: samplesOf(rows) }) },
  { result: 'ex_6.4_2', table: 'tbl_06.04', asked: (rows) => ({ chart: 's', samples: samplesOf(rows) }) },
  {
    result: 'ex_6.5_3',
    table: 'tbl_06.07',
    asked: (rows) => ({ chart: 'i', values: column(rows, 'cost'), freezeAfter: 20 }),
  },
  {
    result: 'ex_6.5_4',
    table: 'tbl_06.07',
    asked: (rows) => ({ chart: 'mr', values: column(rows, 'cost'), freezeAfter: 20 }),
  },
  {
    result: 'ex_7.1_5',
    table: 'tbl_07.03',
    asked: (rows) => ({
      ...ratios('p', rows, { count: 'count', base: 'size' }),
      excluded: [14, 22].map((at) => ({ at, reason: 'assignable cause' })),
      rebases: [{ at: 30, on: '1990-01-01', reason: 'a new machine', by: 'the author' }],
    }),
  },
  {
    result: 'tbl_7.4_1',
    table: 'tbl_07.04',
    asked: (rows) => ratios('p', rows, { count: 'count', base: 'size' }),
  },
  {
    result: 'ex_7.3_3',
    table: 'tbl_07.08',
    asked: (rows) => ({
      chart: 'c',
      values: column(rows, 'count'),
      freezeAfter: 26,
      excluded: [5, 19].map((at) => ({ at, reason: 'assignable cause' })),
    }),
  },
  {
    result: 'ex_7.4_1',
    table: 'tbl_07.10',
    asked: (rows) => ratios('u', rows, { count: 'count', base: 'size' }),
  },
  {
    result: 'ex_7.5_1',
    table: 'tbl_07.11',
    asked: (rows) => ({ ...ratios('u', rows, { count: 'count', base: 'meters' }), multiplier: 50 }),
  },
  {
    result: 'ex_7.6_1',
    table: 'tbl_07.14',
    asked: (rows) => ({ chart: 't', values: column(rows, 'hours') }),
  },
];

for (const { result, table, asked } of cases) {
  test(`Charts: limits and runs of ${result} are those published, to 1e-6`, (t) => {
    const input = elsewhere(`${folder}/input_${table}.csv`);
    const expected = elsewhere(`${folder}/expected_${result}.csv`);
    if ('absent' in input) return t.skip(input.absent);
    if ('absent' in expected) return t.skip(expected.absent);
    checkChart(charted(asked(input.rows)), expected.rows, result);
  });
}

function charted(given: ToControlChart): ControlChart {
  const made = controlChart(given);
  assert.ok(made.done, JSON.stringify(made));
  return made.value;
}

function checkChart(chart: ControlChart, rows: Rows, what: string): void {
  assert.equal(chart.points.length, rows.length, what);
  for (const [place, row] of rows.entries()) {
    const point = chart.points[place];
    const runs = chart.parts[point?.part ?? 0]?.runs;
    assert.ok(point && runs);
    const pairs: [string, number | undefined][] = [
      ['y', point.value],
      ['lcl', point.lines?.lower],
      ['ucl', point.lines?.upper],
      ['n.obs', rows.filter((other) => other['part'] === row['part'] && other['include'] === 'TRUE').length],
      ['n.useful', runs.useful],
      ['longest.run', runs.longestRun],
      ['longest.run.max', runs.longestRunMost],
      ['n.crossings', runs.crossings],
      ['n.crossings.min', runs.crossingsLeast],
    ];
    if (point.lines) pairs.push(['cl', point.lines.centre]);
    for (const [column_, ours] of pairs) {
      const theirs = numberIn(row, column_);
      const where = `${what} ${column_}, point ${place + 1}`;
      assert.equal(ours === undefined, theirs === undefined, where);
      if (ours !== undefined && theirs !== undefined) assertClose(ours, theirs, { relative, what: where });
    }
    assert.equal(runs.signals.length > 0, row['runs.signal'] === 'TRUE', what);
    assert.equal(point.outside !== undefined, row['sigma.signal'] === 'TRUE', what);
  }
}

test('Charts: infections in hospitals, together, by infection and by both, are those published', (t) => {
  const input = elsewhere(`${folder}/data_hospital_infections.csv`);
  if ('absent' in input) return t.skip(input.absent);
  const facets: [string, (row: Row) => string][] = [
    ['hai_1', () => '1 1'],
    ['hai_2', (row) => `${row['infection']} 1`],
    ['hai_3', (row) => `${row['hospital']} ${row['infection']}`],
  ];
  for (const [name, facetOf] of facets) {
    const expected = elsewhere(`${folder}/expected_${name}.csv`);
    if ('absent' in expected) return t.skip(expected.absent);
    const groups: ReadonlyMap<string, Rows> = Map.groupBy(input.rows, facetOf);
    assert.equal(groups.size, expected.rows.length);
    for (const row of expected.rows) {
      const own = groups.get(`${row['facet1']} ${row['facet2']}`);
      assert.ok(own);
      checkSummary(charted({ ...ratios('u', summed(own, 'month'), { count: 'n', base: 'days' }) }), row, {
        what: name,
        runs: true,
      });
    }
  }
});

test('Charts: an empty sample takes no degree of freedom away; the published limits, where it takes one, follow otherwise', (t) => {
  const input = elsewhere(`${folder}/input_NA_test.csv`);
  const expected = elsewhere(`${folder}/expected_NA_test.csv`);
  if ('absent' in input) return t.skip(input.absent);
  if ('absent' in expected) return t.skip(expected.absent);
  const samples = samplesOf(input.rows);
  const chart = charted({ chart: 'xbar', samples });
  // n − 1 of each sample; of the one without a value theirs is −1
  const freedom = samples.reduce((sum, sample) => {
    const there = sample.filter((value) => value !== undefined).length;
    return sum + Math.max(0, there - 1);
  }, 0);
  const stretch = Math.sqrt(freedom / (freedom - 1));
  for (const [place, row] of expected.rows.entries()) {
    const { value, lines } = chart.points[place] ?? {};
    const theirs = numberIn(row, 'ucl');
    assert.equal(value === undefined, numberIn(row, 'y') === undefined);
    assert.equal(lines === undefined, theirs === undefined);
    if (!lines || theirs === undefined) continue;
    const what = `NA_test, point ${place + 1}`;
    assertClose(lines.centre, numberIn(row, 'cl') ?? Number.NaN, { relative, what });
    assertClose(lines.centre + (lines.upper - lines.centre) * stretch, theirs, { relative: 1e-12, what });
  }
});

test('Charts: hospitals beside each other over half a year are those published, per 10,000 days', (t) => {
  const input = elsewhere(`${folder}/data_hospital_infections.csv`);
  const expected = elsewhere(`${folder}/expected_hai_4.csv`);
  if ('absent' in input) return t.skip(input.absent);
  if ('absent' in expected) return t.skip(expected.absent);
  for (const row of expected.rows) {
    const own = input.rows.filter(
      (one) => one['infection'] === row['facet1'] && (one['month'] ?? '') >= '2016-07-01',
    );
    const asked = ratios('u', summed(own, 'hospital'), { count: 'n', base: 'days' });
    const chart = charted({ ...asked, multiplier: 10_000 });
    // hospitals have no order in time, so that runs mean nothing
    checkSummary(chart, row, { what: 'hai_4', runs: false });
  }
});

function checkSummary(chart: ControlChart, row: Row, of: { what: string; runs: boolean }): void {
  const lines = chart.points.flatMap((point) => point.lines ?? []);
  const mean = (of: (line: (typeof lines)[number]) => number) =>
    lines.reduce((sum, line) => sum + of(line), 0) / lines.length;
  const runs = chart.parts[0]?.runs;
  assert.ok(runs);
  const pairs: [string, number][] = [
    ['aLCL', mean(({ lower }) => lower)],
    ['CL', mean(({ centre }) => centre)],
    ['aUCL', mean(({ upper }) => upper)],
    ['sigma.signal', chart.points.filter(({ outside }) => outside !== undefined).length],
  ];
  if (of.runs)
    pairs.push(
      ['longest.run', runs.longestRun],
      ['longest.run.max', runs.longestRunMost],
      ['n.crossings', runs.crossings],
      ['n.crossings.min', runs.crossingsLeast],
      ['runs.signal', runs.signals.length > 0 ? 1 : 0],
    );
  for (const [name, ours] of pairs)
    assertClose(ours, numberIn(row, name) ?? Number.NaN, { relative, what: `${of.what} ${name}` });
}

/** Counts and bases added up for each value of a column, in order. */
function summed(rows: Rows, by: string): Rows {
  return [...Map.groupBy(rows, (row) => row[by] ?? '')]
    .toSorted(([left], [right]) => (left < right ? -1 : 1))
    .map(([name, own]) => {
      const sum = (of: string) => String(own.reduce((total, row) => total + (numberIn(row, of) ?? 0), 0));
      return { [by]: name, n: sum('n'), days: sum('days') };
    });
}

test('Charts: the limits of runs and crossings are those published for 10 to 60 points', (t) => {
  const file = elsewhere(`${folder}/anhoej_limits_n10_60.csv`);
  if ('absent' in file) return t.skip(file.absent);
  assert.equal(file.rows.length, 51);
  for (const row of file.rows) {
    const points = numberIn(row, 'n') ?? 0;
    const runs = runsAbout(
      Array.from({ length: points }, (_, place) => place % 2),
      0.5,
    );
    assert.equal(runs.longestRunMost, numberIn(row, 'longest_run_max'));
    assert.equal(runs.crossingsLeast, numberIn(row, 'crossings_min'));
  }
});

function column(rows: Rows, name: string): (number | undefined)[] {
  return rows.map((row) => numberIn(row, name));
}

function samplesOf(rows: Rows): (number | undefined)[][] {
  const named = rows.filter((row) => row['sample'] !== '' && row['sample'] !== 'NA');
  return [...Map.groupBy(named, (row) => row['sample']).values()].map((own) => column(own, 'obs'));
}

function ratios(
  chart: 'p' | 'u',
  rows: Rows,
  of: { count: string; base: string },
): ToControlChart & RatiosChart {
  return { chart, counts: column(rows, of.count), bases: column(rows, of.base), multiplier: 1 };
}
