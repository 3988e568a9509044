import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { z } from 'zod';
import { runsAbout } from '../../control-charts/run/runs.ts';
import { runChart } from '../../control-charts/run/run-chart.ts';
import { controlChart } from '../../control-charts/shewhart/control-chart.ts';
import type { ControlChart, ToControlChart } from '../../control-charts/shewhart/control-chart.ts';
import { xmr } from '../../control-charts/xmr/xmr.ts';
import { assertClose } from './tables.ts';

const numbers = z.array(z.number());
const pairs = z.array(z.tuple([z.number(), z.number()]));

const shape = z.object({
  made: z.object({ scipy: z.string() }),
  xmr: z.array(
    z.object({
      values: numbers,
      screened: z.boolean(),
      freezeAfter: z.int().nullable(),
      centre: z.number(),
      lower: z.number(),
      upper: z.number(),
      causes: z.array(z.string()),
    }),
  ),
  runs: z.array(
    z.object({
      values: numbers,
      median: z.number(),
      useful: z.int(),
      longestRun: z.int(),
      crossings: z.int(),
      longestRunMost: z.int(),
      crossingsLeast: z.int(),
    }),
  ),
  ratios: z.array(
    z.object({
      chart: z.enum(['p', 'u', 'p-prime', 'u-prime']),
      counts: numbers,
      bases: numbers,
      centre: z.number(),
      limits: pairs,
    }),
  ),
  values: z.array(
    z.object({
      chart: z.enum(['c', 'g', 't', 'i']),
      values: numbers,
      lines: z.tuple([z.number(), z.number(), z.number()]),
    }),
  ),
  samples: z.array(
    z.object({ samples: z.array(numbers), mean: z.number(), deviation: z.number(), xbar: pairs, s: pairs }),
  ),
});

/** Made by `fixtures/make-control-charts.py` in exact fractions and with SciPy. */
const made = shape.parse(
  JSON.parse(readFileSync(new URL('../fixtures/control-charts.json', import.meta.url), 'utf8')),
);
const relative = 1e-10;

test('XmR: limits and special causes of our own series are those of exact fractions', () => {
  assert.equal(made.xmr.length, 60);
  const met = new Set<string>();
  for (const [index, one] of made.xmr.entries()) {
    const chart = xmr({
      values: one.values,
      polarity: 'high-is-good',
      screening: one.screened ? 'outliers-left-out' : 'all-kept',
      freezeAfter: one.freezeAfter ?? undefined,
    });
    assert.ok(chart.done);
    const [part] = chart.value.parts;
    assert.ok(part);
    for (const line of ['centre', 'lower', 'upper'] as const)
      assertClose(part[line], one[line], { relative, what: `series ${index} ${line}` });
    assert.deepEqual(
      chart.value.points.map(({ cause }) => cause),
      one.causes,
      `series ${index}`,
    );
    for (const cause of one.causes) met.add(cause);
  }
  assert.equal(met.size, 9, 'every special cause is met');
});

test('Charts: medians, runs and crossings of our own series are those of the other implementation', () => {
  assert.ok(made.runs.length > 50);
  for (const { values, median, ...expected } of made.runs) {
    const chart = runChart({ values });
    assert.ok(chart.done);
    assert.equal(chart.value.parts[0]?.median, median);
    const { points: _, signals, ...runs } = runsAbout(values, median);
    assert.deepEqual(runs, expected);
    const signal = runs.longestRun > runs.longestRunMost || runs.crossings < runs.crossingsLeast;
    assert.equal(signals.length > 0, signal);
  }
});

test('Charts: charts of ratios, of single values and of samples are those of the other implementation', () => {
  for (const { chart, counts, bases, centre, limits } of made.ratios)
    checkLimits(charted({ chart, counts, bases, multiplier: 1 }), limits, { centre, what: chart });
  for (const { chart, values, lines } of made.values) {
    const [centre, lower, upper] = lines;
    const expected = values.map((): [number, number] => [lower, upper]);
    checkLimits(charted({ chart, values }), expected, { centre, what: chart });
  }
  for (const { samples, mean, deviation, xbar, s } of made.samples) {
    checkLimits(charted({ chart: 'xbar', samples }), xbar, { centre: mean, what: 'xbar' });
    checkLimits(charted({ chart: 's', samples }), s, { centre: deviation, what: 's' });
  }
});

function charted(given: ToControlChart): ControlChart {
  const chart = controlChart(given);
  assert.ok(chart.done, JSON.stringify(chart));
  return chart.value;
}

function checkLimits(
  chart: ControlChart,
  limits: readonly (readonly [number, number])[],
  of: { centre: number; what: string },
): void {
  assert.equal(chart.points.length, limits.length);
  for (const [place, { lines }] of chart.points.entries()) {
    const [lower = Number.NaN, upper = Number.NaN] = limits[place] ?? [];
    const what = `${of.what}, point ${place + 1}`;
    assert.ok(lines);
    assertClose(lines.centre, of.centre, { relative, what });
    assertClose(lines.lower, lower, { relative, what });
    assertClose(lines.upper, upper, { relative, what });
  }
}
