import assert from 'node:assert/strict';
import { test } from 'node:test';
import { calendarYear, compareWithPublishedFlag, recentTrend, trendWords } from '../../index.ts';
import type { Polarity, ToTrend, Trend, TrendPoint } from '../../index.ts';
import { judgements } from './judgements.ts';
import { assertClose, elsewhere, numberIn } from './tables.ts';
import type { Row } from './tables.ts';

const directions = new Map<number, string>([
  [-1, 'decreasing-better'],
  [0, 'no-significant-change'],
  [1, 'increasing-worse'],
]);

function judge(given: Omit<ToTrend, 'polarity'>): Exclude<Trend, { verdict: 'cannot-be-calculated' }> {
  const made = recentTrend({ ...given, polarity: 'low-is-good' });
  assert.ok(made.verdict !== 'cannot-be-calculated', JSON.stringify(made));
  return made;
}

test('trend by limits: slope, chi-squared and verdict are those of exact fractions', () => {
  assert.equal(judgements.trendsByLimits.length, 120);
  for (const row of judgements.trendsByLimits) {
    const points = row.values.map((value, at) => {
      const [lower, upper] = row.limits[at] ?? [0, 0];
      return { ...calendarYear(2018 + at), value, limits95: { lower, upper } };
    });
    const made = judge({ method: 'limits', points });
    // the widths are differences of numbers with four places, and lose digits on the way
    assertClose(made.chiSquared, row.chiSquared, { relative: 1e-9, what: JSON.stringify(row) });
    assertClose(made.slope, row.slope, { relative: 1e-9, what: JSON.stringify(row) });
    assert.equal(made.verdict, directions.get(row.direction), JSON.stringify(row));
  }
});

test('trend by counts: slope, chi-squared and verdict are those of SciPy and exact fractions', () => {
  assert.equal(judgements.trendsByCounts.length, 120);
  for (const row of judgements.trendsByCounts) {
    const points = row.counts.map((count, at) => ({
      ...calendarYear(2018 + at),
      count,
      base: row.bases[at],
    }));
    const made = judge({ method: 'counts', points });
    assertClose(made.chiSquared, row.chiSquared, { relative: 1e-10, what: JSON.stringify(row) });
    assertClose(made.slope, row.slope, { relative: 1e-9, what: JSON.stringify(row) });
    assert.equal(made.verdict, directions.get(row.direction), JSON.stringify(row));
  }
});

function pointIn(row: Row, first: number): TrendPoint {
  const [lower, upper] = [numberIn(row, 'lower_ci_95'), numberIn(row, 'upper_ci_95')];
  return {
    ...calendarYear(first),
    value: numberIn(row, 'value'),
    limits95: lower === undefined || upper === undefined ? undefined : { lower, upper },
    count: numberIn(row, 'count'),
    base: numberIn(row, 'denominator'),
  };
}

function casesIn(rows: readonly Row[], name: (row: Row) => string): Map<string, Row[]> {
  const cases = new Map<string, Row[]>();
  for (const row of rows) cases.set(name(row), [...(cases.get(name(row)) ?? []), row]);
  return cases;
}

test('trend: the publisher’s own two sets by two methods', (t) => {
  const file = elsewhere('statistics/fingertips/recent_trend_legacy.csv');
  if ('absent' in file) return t.skip(file.absent);
  const cases = casesIn(file.rows, (row) => row['case'] ?? '');
  assert.equal(cases.size, 4);
  for (const [name, rows] of cases) {
    const [first] = rows;
    assert.ok(first);
    const method = first['method'] === 'ci' ? 'limits' : 'counts';
    const points = rows.map((row) => pointIn(row, numberIn(row, 'year') ?? 0));
    const made = recentTrend({ method, polarity: 'no-judgement', points });
    const marker = first['expected_marker'];
    const expected =
      marker === 'NoChange'
        ? 'No significant change'
        : marker === 'CannotBeCalculated'
          ? trendWords['cannot-be-calculated']
          : marker;
    assert.equal(trendWords[made.verdict], expected, name);
    const chiSquared = numberIn(first, 'expected_chi2_2dp');
    if (made.verdict === 'cannot-be-calculated') assert.equal(made.reason, 'count-equals-base');
    else if (chiSquared !== undefined) assert.equal(made.chiSquared.toFixed(2), chiSquared.toFixed(2), name);
  }
});

const polarities = new Map<string, Polarity>([
  ['Low is good', 'low-is-good'],
  ['High is good', 'high-is-good'],
]);

test('trend: the publisher’s six sets of the newer service', (t) => {
  const file = elsewhere('statistics/fingertips/recent_trend_fingertipsnext.csv');
  if ('absent' in file) return t.skip(file.absent);
  const cases = casesIn(file.rows, (row) => row['case'] ?? '');
  assert.equal(cases.size, 6);
  const found = new Map<string, string>();
  for (const [name, rows] of cases) {
    const points = rows.map((row) => pointIn(row, numberIn(row, 'year') ?? 0));
    const polarity = polarities.get(rows[0]?.['polarity'] ?? '') ?? 'no-judgement';
    const made = recentTrend({ method: 'limits', polarity, points });
    found.set(name, made.verdict === 'cannot-be-calculated' ? made.reason : made.verdict);
  }
  assert.deepEqual(Object.fromEntries(found), {
    DiabetesPrevalence: 'increasing',
    DiabeticEyeDisease: 'increasing-worse',
    // published limits of one place leave no width
    EmergencyReadmissions: 'interval-without-width',
    // upstream says "no change", of limits that are not there
    GpRegisteredPopulationOver65: 'missing-interval',
    Under75CancerMortality: 'decreasing-better',
    YorkshireMmrCoverage: 'decreasing-worse',
  });
});

test('trend: 552 of 552 published regional flags; 232 of 232 reversed in the council file', (t) => {
  const file = elsewhere('statistics/fingertips/real_90284_recent_trend.csv');
  if ('absent' in file) return t.skip(file.absent);
  const counts = new Map<string, number>();
  const cases = casesIn(file.rows, (row) => `${row['level_file']} ${row['case']}`);
  assert.equal(cases.size, 1_077);
  for (const [name, rows] of cases) {
    const points = rows.map((row) => {
      const first = (row['time_period'] ?? '').slice(0, 4);
      const days = { firstDay: `${first}-04-01`, lastDay: `${Number(first) + 1}-03-31` };
      return { ...pointIn(row, Number(first)), ...days };
    });
    const made = recentTrend({ method: 'limits', polarity: 'low-is-good', points });
    assert.equal(trendWords[made.verdict], rows[0]?.['recomputed_trend'], name);
    const chiSquared = numberIn(rows[0] ?? {}, 'recomputed_chi2');
    if (made.verdict !== 'cannot-be-calculated' && chiSquared !== undefined)
      assertClose(made.chiSquared, chiSquared, { relative: 1e-8, what: name });
    const kind = `${rows[0]?.['level_file']} ${compareWithPublishedFlag(made, rows[0]?.['published_recent_trend'])}`;
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  assert.deepEqual(Object.fromEntries(counts), { 'LA reversed': 232, 'LA agrees': 293, 'REG agrees': 552 });
});
