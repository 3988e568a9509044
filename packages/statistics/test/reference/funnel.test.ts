import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  dispersion,
  expectedByChance,
  funnel,
  funnelLimits,
  funnelLimitsOfEvents,
  funnelWords,
} from '../../index.ts';
import type { FunnelPoint, FunnelStatistic, Limits } from '../../index.ts';
import { judgements } from './judgements.ts';
import { assertClose, elsewhere, fixture, numberIn } from './tables.ts';
import type { Row } from './tables.ts';

function wordsOf(statistic: FunnelStatistic, points: readonly FunnelPoint[], multiplier = 100): string[] {
  const made = funnel({ statistic, points, multiplier });
  assert.ok(made.done);
  return made.value.points.map((point) => funnelWords[point.verdict]);
}

function baselineOf(statistic: FunnelStatistic, points: readonly FunnelPoint[], multiplier: number): number {
  const made = funnel({ statistic, points, multiplier });
  assert.ok(made.done);
  return made.value.baseline;
}

test('funnel: 30 verdicts and 100 limits of PHEindicatormethods on our own areas', () => {
  const rows = fixture('phe_generated/funnel_proportion_input_significance.csv');
  const points = rows.map((row) => ({
    count: numberIn(row, 'numerator'),
    base: numberIn(row, 'denominator'),
  }));
  assert.deepEqual(
    wordsOf('proportion', points),
    rows.map((row) => row['significance']),
  );
  const limits = fixture('phe_generated/funnel_proportion_limits.csv');
  assert.equal(limits.length, 100);
  assertProportionLimits(limits, baselineOf('proportion', points, 100), 1e-9);
});

function assertProportionLimits(rows: readonly Row[], baseline: number, relative: number): void {
  const made = funnelLimits({
    statistic: 'proportion',
    baseline,
    bases: rows.map((row) => numberIn(row, 'Population') ?? 0),
    multiplier: 100,
  });
  assert.ok(made.done);
  rows.forEach((row, at) => {
    assertClose(numberIn(row, 'baseline') ?? 0, baseline, { relative, what: 'baseline' });
    const edges = made.value[at];
    assert.ok(edges);
    assertLimits(edges.limits95, row, { level: '2s', relative });
    assertLimits(edges.limits998, row, { level: '3s', relative });
  });
}

function assertLimits(limits: Limits, row: Row, of: { level: '2s' | '3s'; relative: number }): void {
  for (const side of ['lower', 'upper'] as const) {
    const expected = numberIn(row, `${side}_${of.level}_limit`) ?? Number.NaN;
    assertClose(limits[side], expected, { relative: of.relative, what: `${side} of ${JSON.stringify(row)}` });
  }
}

test('funnel: limits of proportions invert SciPy’s Wilson interval; those of counts, its Poisson tails', () => {
  for (const row of judgements.funnelLimits) {
    if (row.statistic === 'proportion') {
      const { statistic, baseline, size } = row;
      const made = funnelLimits({ statistic, baseline, bases: [size], multiplier: 1 });
      assert.ok(made.done);
      for (const [limits, expected] of [
        [made.value[0]?.limits95, row.limits['0.95']],
        [made.value[0]?.limits998, row.limits['0.998']],
      ] as const) {
        assert.ok(limits);
        assertClose(limits.lower, expected[0], { relative: 1e-9, what: `lower at ${size}` });
        assertClose(limits.upper, expected[1], { relative: 1e-9, what: `upper at ${size}` });
      }
      continue;
    }
    const made = funnelLimitsOfEvents({ baseline: 1, events: [row.events], multiplier: 1 });
    assert.ok(made.done);
    const [edges] = made.value;
    assert.ok(edges);
    for (const [edge, expected] of [
      [edges.lower95, row.limits['0.95'][0]],
      [edges.upper95, row.limits['0.95'][1]],
      [edges.lower998, row.limits['0.998'][0]],
      [edges.upper998, row.limits['0.998'][1]],
    ] as const) {
      assertClose(edge.base, expected, { relative: 1e-10, what: `${row.events} events` });
      assertClose(edge.limit, row.events / expected, { relative: 1e-10, what: `${row.events} events` });
    }
  }
});

test('funnel: dispersion is what NumPy and SciPy make of it', () => {
  assert.equal(judgements.dispersion.length, 8);
  const advice = new Map<string, number>();
  for (const row of judgements.dispersion) {
    const points = row.counts.map((count, at) => ({ count, base: row.bases[at] }));
    const made = dispersion({ statistic: row.statistic, points, multiplier: 1, baseline: row.baseline });
    assert.ok(made.done);
    assertClose(made.value.phi, row.phi, { relative: 1e-9, what: 'phi' });
    assertClose(made.value.tauSquared, row.tauSquared, { relative: 1e-9, what: 'tau squared' });
    assertClose(made.value.chiSquared, row.chiSquared, { relative: 1e-9, what: 'chi-squared' });
    const least = Math.max(row.probability, 1e-12);
    assertClose(made.value.probability, least, { relative: 1e-6, what: 'probability' });
    advice.set(made.value.advice, (advice.get(made.value.advice) ?? 0) + 1);
  }
  assert.deepEqual(Object.fromEntries(advice), { 'as-drawn': 4, adjust: 2, 'not-suitable': 2 });
});

test('chance: expected numbers and probabilities are those of SciPy’s binomial distribution', () => {
  assert.equal(judgements.chance.length, 18);
  for (const row of judgements.chance) {
    const made = expectedByChance(row);
    assert.ok(made.done);
    assertClose(made.value.expected, row.expected, { relative: 1e-12, what: JSON.stringify(row) });
    assertClose(made.value.probability, row.probability, { relative: 1e-9, what: JSON.stringify(row) });
  }
});

test('funnel: 303 upstream verdicts and 200 limits of proportions', (t) => {
  const file = elsewhere('statistics/phe/funnel_proportion_input_and_significance.csv');
  const limits = elsewhere('statistics/phe/funnel_proportion_limits.csv');
  const narrow = elsewhere('statistics/phe/funnel_proportion_limits_denominator_lt_31000.csv');
  for (const each of [file, limits, narrow]) if ('absent' in each) return t.skip(each.absent);
  assert.ok('rows' in file && 'rows' in limits && 'rows' in narrow);
  assert.equal(file.rows.length, 303);
  const points = file.rows.map((row) => ({
    count: numberIn(row, 'numerator'),
    base: numberIn(row, 'denominator'),
  }));
  assert.deepEqual(
    wordsOf('proportion', points),
    file.rows.map((row) => row['significance']),
  );
  assertProportionLimits(limits.rows, baselineOf('proportion', points, 100), 1e-6);
  const small = points.filter((point) => (point.base ?? 0) < 31_000);
  assertProportionLimits(narrow.rows, baselineOf('proportion', small, 100), 1e-6);
});

test('funnel: 300 upstream verdicts and 100 limits of ratios', (t) => {
  const file = elsewhere('statistics/phe/funnel_ratio_input_and_significance.csv');
  const limits = elsewhere('statistics/phe/funnel_ratio_limits.csv');
  if ('absent' in file) return t.skip(file.absent);
  if ('absent' in limits) return t.skip(limits.absent);
  assert.equal(file.rows.length, 300);
  const points = file.rows.map((row) => ({ count: numberIn(row, 'obs'), base: numberIn(row, 'expected') }));
  assert.deepEqual(
    wordsOf('ratio', points),
    file.rows.map((row) => row['significance']),
  );
  const events = limits.rows.map((row) => numberIn(row, 'Observed_events') ?? 0);
  const made = funnelLimitsOfEvents({ baseline: 100, events, multiplier: 100 });
  assert.ok(made.done);
  limits.rows.forEach((row, at) => {
    const edges = made.value[at];
    assert.ok(edges);
    for (const [name, edge] of [
      ['lower_2s', edges.lower95],
      ['upper_2s', edges.upper95],
      ['lower_3s', edges.lower998],
      ['upper_3s', edges.upper998],
    ] as const) {
      // upstream finds these by trial, to seven places of a fraction: at one event that is 1e-4 of the whole
      const expected = numberIn(row, `${name}_exp_events`) ?? 0;
      assertClose(edge.base, expected, { relative: 1e-4, what: `${name} of ${events[at]}` });
      assertClose(edge.limit, numberIn(row, `${name}_isr`) ?? 0, { relative: 1e-4, what: name });
    }
  });
});

const rateKinds = [
  { column: 'dsr_per_100000_with_0', statistic: 'standardised-rate', rate: 'rate_dsr', multiplier: 100_000 },
  {
    column: 'crude_per_100000_with_0',
    statistic: 'rate',
    rate: 'rate_crude_per_100000',
    multiplier: 100_000,
  },
  { column: 'crude_per_100_with_0', statistic: 'rate', rate: 'rate_crude_per_100', multiplier: 100 },
  {
    column: 'crude_per_100000_without_0',
    statistic: 'rate',
    rate: 'rate_crude_per_100000',
    multiplier: 100_000,
  },
] as const;

test('funnel: 40 upstream verdicts of rates, crude and standardised', (t) => {
  const file = elsewhere('statistics/phe/funnel_rate_input_and_significance.csv');
  if ('absent' in file) return t.skip(file.absent);
  assert.equal(file.rows.length, 40);
  for (const { column, statistic, rate, multiplier } of rateKinds) {
    const without = column.endsWith('without_0');
    const rows: readonly Row[] = file.rows.filter((row) => !without || row['count'] !== '0');
    const points = rows.map((row) => ({
      count: numberIn(row, 'count'),
      base: numberIn(row, 'pop'),
      rate: numberIn(row, rate),
    }));
    const expected = rows.map((row) => {
      const words = row[column] ?? '';
      return words.startsWith('Not applicable') ? funnelWords['not-placed'] : words;
    });
    assert.deepEqual(wordsOf(statistic, points, multiplier), expected, column);
  }
});

test('funnel: 50 upstream points of rates, at the people of one year', (t) => {
  const file = elsewhere('statistics/phe/funnel_rate_points_input_and_expected.csv');
  if ('absent' in file) return t.skip(file.absent);
  assert.equal(file.rows.length, 50);
  for (const [statistic, value, base] of [
    ['standardised-rate', 'rate_chart', 'denominator_derived'],
    ['rate', 'rate_chart_crude_with_denom', 'denominator_derived_crude_with_denom'],
  ] as const) {
    const years = statistic === 'rate' ? 5 : 3;
    // one row stands for an area of no events, whatever its count says: upstream empties it before these two
    const none = (row: Row): boolean => row['rate_chart'] === '';
    const points = file.rows.map((row) => {
      const [events, rate] = [numberIn(row, 'ev') ?? 0, numberIn(row, 'rate') ?? 0];
      if (none(row)) return { count: 0, rate, base: numberIn(row, 'pop') };
      return { count: events, rate, base: (events / rate) * 100_000 };
    });
    const made = funnel({ statistic, points, multiplier: 100_000 });
    assert.ok(made.done);
    file.rows.forEach((row, at) => {
      const place = made.value.points[at];
      assert.ok(place);
      const [expected, people] = [numberIn(row, value), numberIn(row, base)];
      if (place.verdict === 'not-placed') return assert.equal(expected, undefined, JSON.stringify(row));
      const rate = none(row) ? 0 : (expected ?? Number.NaN);
      assertClose(place.value, rate, { relative: 1e-9, what: value });
      assertClose(place.base / years, people ?? Number.NaN, { relative: 1e-8, what: JSON.stringify(row) });
    });
  }
});

test('funnel: 300 upstream limits of rates, from their baseline', (t) => {
  for (const number of [1, 2, 3]) {
    const file = elsewhere(`statistics/phe/funnel_rate_limits_${number}.csv`);
    if ('absent' in file) return t.skip(file.absent);
    const baseline = numberIn(file.rows[0] ?? {}, 'baseline') ?? 0;
    const events = file.rows.map((row) => numberIn(row, 'Events') ?? 0);
    const made = funnelLimitsOfEvents({ baseline, events, multiplier: 100_000 });
    assert.ok(made.done);
    file.rows.forEach((row, at) => {
      const edges = made.value[at];
      assert.ok(edges);
      for (const [name, edge] of [
        ['lower_2s', edges.lower95],
        ['upper_2s', edges.upper95],
        ['lower_3s', edges.lower998],
        ['upper_3s', edges.upper998],
      ] as const) {
        const what = `${name} of ${events[at]} events in file ${number}`;
        assertClose(edge.limit, numberIn(row, `${name}_limit`) ?? 0, { relative: 1e-4, what });
      }
    });
  }
});
