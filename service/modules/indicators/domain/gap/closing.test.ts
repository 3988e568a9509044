import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayOf } from '#platform/kernel/day.ts';
import { closingOf, couldBeChance, maskingOf, type Closing } from './closing.ts';
import { namesOf, sayCause, sayClosing, sayMasking } from './say-gap.ts';
import { testMeasure, testSeries, type TestFigure } from './testing.ts';

type Years = { of: readonly TestFigure[]; beside: readonly TestFigure[]; all?: readonly TestFigure[] };

function told(
  given: Years,
  definition = testMeasure(),
): { closing: Closing; said: string; cause: string | undefined } {
  const series = testSeries({ ...given, definition });
  const closing = closingOf(series.points, series.definition);
  assert.ok(typeof closing === 'object');
  const names = namesOf(series.telling);
  return {
    closing,
    said: sayClosing(closing, names, definition),
    cause: sayCause(closing, names, definition),
  };
}

test('C06 the gap narrowed, by how much, and which side moved', () => {
  const { said, cause } = told({
    of: [
      [2022, 40],
      [2025, 41],
    ],
    beside: [
      [2022, 65],
      [2025, 63],
    ],
  });
  assert.equal(
    said,
    'The gap narrowed by 3.0 points from 2021/22 to 2024/25: children with free school meals rose by 1.0 points, and children without free school meals fell by 2.0 points.',
  );
  assert.equal(cause, 'It narrowed because the bottom rose, and because the top fell.');
});

test('C06 a side that moved by less than one whole moved, and one that did not stayed the same', () => {
  const { said } = told({
    of: [
      [2022, 40],
      [2025, 40.5],
    ],
    beside: [
      [2022, 65],
      [2025, 65],
    ],
  });
  assert.match(said, /with free school meals rose by 0\.5 points, and .* stayed the same\.$/);
});

test('C06 because the bottom rose, because the top fell, or because both did, each way', () => {
  const cases = [
    [[40, 45], [65, 65], 'It narrowed because the bottom rose.'],
    [
      [40, 40],
      [65, 60],
      'It narrowed because the top fell, not because children with free school meals did better.',
    ],
    [
      [40, 38],
      [65, 60],
      'It narrowed because the top fell, not because children with free school meals did better.',
    ],
    [[40, 38], [65, 65], 'It widened because the bottom fell.'],
    [[40, 41], [65, 70], 'It widened because the top rose and the bottom did not keep up.'],
    [[40, 38], [65, 70], 'It widened because the bottom fell while the top rose.'],
    [[40, 42], [65, 67], undefined],
  ] as const;
  for (const [[a, b], [c, d], words] of cases)
    assert.equal(
      told({
        of: [
          [2022, a],
          [2025, b],
        ],
        beside: [
          [2022, c],
          [2025, d],
        ],
      }).cause,
      words,
    );
});

test('C06 where low is good, nobody rises: they do better or worse', () => {
  const low = testMeasure({ polarity: 'low-is-good' });
  const { cause } = told(
    {
      of: [
        [2022, 30],
        [2025, 25],
      ],
      beside: [
        [2022, 10],
        [2025, 10],
      ],
    },
    low,
  );
  assert.equal(cause, 'It narrowed because children with free school meals did better.');
});

test('C06 the change has an interval where the counts are known, and says whether chance could have made it', () => {
  const small = told({
    of: [
      [2022, [40, 100]],
      [2025, [42, 100]],
    ],
    beside: [
      [2022, [65, 100]],
      [2025, [64, 100]],
    ],
  });
  assert.equal(couldBeChance(small.closing), true);
  const large = told({
    of: [
      [2022, [4000, 10_000]],
      [2025, [5000, 10_000]],
    ],
    beside: [
      [2022, [6500, 10_000]],
      [2025, [6500, 10_000]],
    ],
  });
  assert.equal(couldBeChance(large.closing), false);
  assert.ok(large.closing.sure.known);
  const { lower, upper } = large.closing.sure.limits;
  assert.ok(lower > 7 && upper < 13 && lower < 10 && upper > 10, `${lower} to ${upper}`);
  const unknown = told({
    of: [
      [2022, 40],
      [2025, 41],
    ],
    beside: [
      [2022, 65],
      [2025, 63],
    ],
  });
  assert.equal(couldBeChance(unknown.closing), undefined);
});

test('R73 no change is told across a break in the definition, in the group, or in the area', () => {
  const given = {
    of: [
      [2019, 40],
      [2022, 41],
      [2025, 42],
    ],
    beside: [
      [2019, 60],
      [2022, 60],
      [2025, 60],
    ],
  } as const;
  const definition = testMeasure({ breaks: [{ on: '2021-09-01', words: 'Counted anew.' }] });
  const series = testSeries({ ...given, definition });
  const closing = closingOf(series.points, series.definition);
  assert.ok(typeof closing === 'object');
  assert.equal(closing.from.period.end, '2022-08-31');
  assert.equal(closingOf(series.points, series.definition, dayOf(2024, 4, 1)), 'break');
  const widened = testSeries({
    of: [
      [2026, 40],
      [2027, 41],
    ],
    beside: [
      [2026, 60],
      [2027, 60],
    ],
  });
  assert.equal(closingOf(widened.points, widened.definition), 'break', 'free school meals were widened');
});

test('one period, and none, are said as what they are', () => {
  const one = testSeries({ of: [[2025, 40]], beside: [[2025, 60]] });
  assert.equal(closingOf(one.points, one.definition), 'one-period');
  const none = testSeries({ of: [[2025, null]], beside: [[2025, 60]] });
  assert.equal(closingOf(none.points, none.definition), 'no-number');
});

test('a gap that turned round is neither narrowed nor widened', () => {
  const { closing } = told({
    of: [
      [2022, 40],
      [2025, 70],
    ],
    beside: [
      [2022, 60],
      [2025, 60],
    ],
  });
  assert.equal(closing.verdict, 'turned-round');
});

test('C03 an average that got better while the gap widened, or the group fell, is warned of', () => {
  const warned = (
    of: readonly [number, number],
    beside: readonly [number, number],
    all: readonly [number, number],
  ) => {
    const given = {
      of: [
        [2022, of[0]],
        [2025, of[1]],
      ],
      beside: [
        [2022, beside[0]],
        [2025, beside[1]],
      ],
      all: [
        [2022, all[0]],
        [2025, all[1]],
      ],
    } as const;
    const { closing } = told(given);
    const masking = maskingOf(closing, testMeasure());
    return masking && sayMasking(masking, { group: 'they', others: 'others' }, testMeasure());
  };
  assert.equal(
    warned([40, 41], [65, 70], [60, 63]),
    'For all children together it got better, from 60.0% to 63.0%. In the same time the gap widened: the average hides it.',
  );
  assert.match(warned([40, 38], [65, 70], [60, 63]) ?? '', /it got worse for they and the gap widened/);
  assert.equal(warned([40, 45], [65, 66], [60, 63]), undefined, 'the gap narrowed and the group rose');
  assert.equal(warned([40, 38], [65, 70], [60, 59]), undefined, 'the average did not get better');
});
