import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayOf } from '#platform/kernel/day.ts';
import { months } from '../period.ts';
import type { Figure } from '../figures/figure.ts';
import type { MeasureDefinition } from '../figures/measure-definition.ts';
import { brackenshire, figure, inventedMeasure, withInterval } from '../scorecard/testing.ts';
import { nothingDecided } from '../limits/limits-decision.ts';
import { processChart } from './process-chart.ts';

/** Quarters from the first of 2023 on. */
function quarters(values: readonly (number | 'missing')[]): Figure[] {
  return values.map((value, at) => {
    const first = (at % 4) * 3 + 1;
    const period = months(2023 + Math.floor(at / 4), [first, first + 2], {
      kind: 'quarter',
      state: 'final',
      text: String(at),
    });
    return { ...figure(2025, value), period };
  });
}

function chartOf(own: readonly Figure[], definition: Partial<MeasureDefinition> = {}) {
  return processChart({
    definition: inventedMeasure(definition),
    place: brackenshire,
    own,
    latest: own.at(-1),
    written: nothingDecided,
  });
}

test('B03 a yearly series has its tested trend, however long it is, and no limits', () => {
  const years = Array.from({ length: 15 }, (_, at) => withInterval(2011 + at, 20 + at, 1));
  const made = chartOf(years);
  assert.deepEqual([made.chart, made.lines, made.words], ['trend', [], []]);
  const censuses = years.map((one, at) => {
    const day = dayOf(2011 + at, 3, 31);
    return { ...one, period: { ...one.period, kind: 'day' as const, start: day, end: day } };
  });
  assert.equal(chartOf(censuses).chart, 'trend', 'one day a year is yearly');
});

test('B03 fewer than ten quarters are drawn and not judged; ten to twelve are looked at for runs', () => {
  const few = chartOf(quarters([3, 4, 3, 5, 4, 3, 4, 5, 'missing']));
  assert.equal(few.chart, 'points');
  assert.match(few.words.join(), /With 8 figures the points alone are drawn; from 10 on/);
  const still = chartOf(quarters([3, 4, 3, 5, 4, 3, 4, 5, 3, 5]));
  assert.deepEqual(
    [still.chart, still.finding, still.lines.map(({ name }) => name)],
    ['run', undefined, ['Median']],
  );
  assert.match(still.words.join(), /Nothing but its usual wobble/);
  const moved = chartOf(quarters([1, 2, 1, 2, 1, 2, 8, 9, 8, 9, 8, 9]));
  assert.equal(moved.finding, 'It has moved by more than its usual wobble');
  assert.match(
    moved.words.join(),
    /^Something has changed: .*the median is crossed once, where chance crosses it at least/,
  );
});

test('B03 thirteen quarters have limits, and each signal is told in words with its period', () => {
  const wobble = [20, 21, 19, 20, 22, 20, 19, 21, 20, 21, 19, 20];
  const out = chartOf(quarters([...wobble, 40]));
  assert.deepEqual(
    [out.chart, out.finding, out.lines.map(({ name }) => name)],
    ['xmr', 'Getting worse (higher)', ['Mean', 'Upper limit', 'Lower limit']],
  );
  assert.match(out.words[0] ?? '', /^to Mar 2026: above the upper limit\.$/);
  const twice = chartOf(quarters([...wobble, ...wobble, 60, 60]));
  assert.match(twice.words[0] ?? '', /^Mar 20\d\d to Jun 20\d\d, 2 in a row: above the upper limit\.$/);
  const better = chartOf(quarters([...wobble, 40]), { polarity: 'high-is-good' });
  assert.equal(better.finding, 'Getting better (higher)');
  const quiet = chartOf(quarters([...wobble, 20]));
  assert.deepEqual(
    [quiet.finding, quiet.words],
    ['No change but its usual wobble', ['Every point lies within its usual wobble.']],
  );
});

test('R73 limits are never made of figures from before a change of definition', () => {
  const breaks = [{ on: '2024-01-01', words: 'Counted anew.' }];
  const own = quarters([50, 52, 51, 49, 20, 21, 19, 20, 22, 20, 19, 21, 20, 21]);
  const made = chartOf(own, { breaks });
  assert.equal(made.chart, 'run', 'ten are left');
  assert.deepEqual(made.lines[0]?.points.length, 10);
});
