import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { xmr } from './xmr.ts';
import type { ToChart, Xmr } from './xmr.ts';

function charted(given: ToChart): Xmr {
  const made = xmr(given);
  assert.ok(made.done, made.done ? '' : made.refusal.reason);
  return made.value;
}

const causes = (chart: Xmr) => chart.points.map(({ cause }) => cause);
const types = (chart: Xmr) => chart.points.map(({ type }) => type);
const wobble = [5, 6, 5, 6, 5, 6];
const high = 'high-is-good';
const whole = (count: number) => Array.from({ length: count }, (_, place) => place);
const decided = { on: '2026-04-01', reason: 'a new way of counting', by: 'Data lead' };

test('XmR: limits are mean ∓ 2.66 mean moving ranges, near limits at two thirds', () => {
  const [part] = charted({ values: [4, 6, 5, 7, 5], polarity: high }).parts;
  assert.ok(part);
  // ranges 2, 1, 2, 2: mean 1.75; 2.66 × 1.75 = 4.655
  assert.ok(Math.abs(part.centre - 5.4) < 1e-12);
  assert.ok(Math.abs(part.lower - 0.745) < 1e-12 && Math.abs(part.upper - 10.055) < 1e-12);
  assert.ok(Math.abs(part.upperNear - (5.4 + (2 * 4.655) / 3)) < 1e-12);
});

test('XmR: an outlier among the moving ranges is left out once, unless all are kept', () => {
  const values = [1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1];
  const screened = charted({ values, polarity: high });
  const kept = charted({ values, polarity: high, screening: 'all-kept' });
  assert.deepEqual(screened.parts[0]?.movingRange, { mean: 1, ranges: 15, screenedOut: 2 });
  assert.equal(kept.parts[0]?.movingRange.screenedOut, 0);
  assert.ok((kept.parts[0]?.upper ?? 0) > (screened.parts[0]?.upper ?? 0));
});

test('XmR: seven rising, seven falling; equal neighbours break a trend', () => {
  const rising = charted({ values: [...wobble, 1, 2, 3, 4, 5, 6, 7, 9, ...wobble], polarity: high });
  assert.deepEqual(causes(rising).slice(6, 14), [
    'below-limit',
    ...Array<string>(6).fill('rising'),
    'above-limit',
  ]);
  const falling = charted({
    values: [...wobble, 8, 7, 6, 5, 4, 3, 2, 1, ...wobble],
    polarity: 'low-is-good',
  });
  assert.deepEqual(types(falling).slice(6, 9), ['concern-high', 'improvement-low', 'improvement-low']);
  const stopped = charted({ values: [...wobble, 3, 4, 5, 5, 6, 7, 8, ...wobble], polarity: high });
  assert.ok(!causes(stopped).includes('rising'));
});

test('XmR: where a rise turns into a fall, the point at the top belongs to the fall', () => {
  const values = [...whole(7), ...whole(6).toReversed(), ...wobble].map((value) => value * 0.1 + 5);
  const chart = charted({ values, polarity: high });
  const both = [chart.points[6]?.cause, ...(chart.points[6]?.alsoShown ?? [])];
  assert.ok(both.includes('falling') && !both.includes('rising'));
});

test('XmR: two of three count on one side only, and an outlier beside them is not one of them', () => {
  const zigzag = Array.from({ length: 14 }, (_, place) => (place % 2 === 0 ? 1 : -1));
  const opposite = charted({ values: [...zigzag, 5.5, -5.5], polarity: high });
  assert.ok(causes(opposite).every((cause) => cause === 'common-cause'));
  const same = charted({ values: [...zigzag, ...zigzag, 4.5, 1, 4.5, -1], polarity: high, freezeAfter: 14 });
  assert.deepEqual(causes(same).slice(28), [
    'two-of-three-above',
    'common-cause',
    'two-of-three-above',
    'common-cause',
  ]);
  const beyond = charted({ values: [...zigzag, 1, 9, 4.5, -1], polarity: high, freezeAfter: 14 });
  assert.deepEqual(causes(beyond).slice(14), ['common-cause', 'above-limit', 'common-cause', 'common-cause']);
});

test('XmR: seven on one side are a shift, and a point on the mean breaks it', () => {
  const low = [10, 12, 11, 9, 13, 10, 12, 11, 10, 12, 11, 11];
  const shifted = charted({ values: [...low, 12, 13, 12, 13, 12, 13, 12], polarity: high, freezeAfter: 12 });
  assert.deepEqual(causes(shifted).slice(12), Array<string>(7).fill('seven-above'));
  const broken = charted({ values: [...low, 12, 13, 12, 11, 12, 13, 12], polarity: high, freezeAfter: 12 });
  assert.ok(causes(broken).every((cause) => cause === 'common-cause'));
});

test('XmR: a point may show an improvement and a concern at once: the first rule is its type, the other is told', () => {
  const values = [...wobble, ...wobble, 6, 12, 11, 10, 9, 8, 7, 6];
  const point = charted({ values, polarity: high, freezeAfter: 12 }).points[13];
  assert.deepEqual([point?.cause, point?.type], ['above-limit', 'improvement-high']);
  assert.ok(point?.alsoShown.includes('falling'));
});

test('XmR: a rebase makes new limits, carries its reason, and the target is held against the last of them', () => {
  const values = [
    10, 12, 11, 9, 13, 10, 12, 11, 10, 12, 11, 9, 13, 25, 26, 24, 27, 25, 24, 26, 25, 27, 24, 26, 25, 26,
  ];
  const asked = { values, polarity: high, target: 20 } as const;
  assert.equal(charted(asked).parts.length, 1);
  const rebased = charted({ ...asked, rebases: [{ at: 13, ...decided }] });
  assert.deepEqual(
    rebased.parts.map(({ from, to, rebase }) => [from, to, rebase?.reason]),
    [
      [0, 13, undefined],
      [13, 26, 'a new way of counting'],
    ],
  );
  assert.equal(rebased.assurance, 'met');
  assert.equal(charted({ ...asked, target: 32, rebases: [{ at: 13, ...decided }] }).assurance, 'not-met');
  assert.ok(
    causes(rebased).every((cause) => cause === 'common-cause'),
    'no rule crosses a rebase',
  );
  assert.deepEqual(rebased.warnings, []);
});

test('XmR: rebase and freeze together: each part stands still after its own first points', () => {
  const values = [
    ...wobble,
    ...wobble,
    50,
    ...wobble.map((value) => value + 20),
    ...wobble.map((value) => value + 20),
    90,
  ];
  const both = charted({ values, polarity: high, freezeAfter: 12, rebases: [{ at: 13, ...decided }] });
  assert.deepEqual(
    both.parts.map(({ centre }) => centre),
    [5.5, 25.5],
  );
  assert.deepEqual([both.points[12]?.cause, both.points[25]?.cause], ['above-limit', 'above-limit']);
});

test('XmR: the variation is that of the last point, and the target says nothing where no way is good', () => {
  const values = [...wobble, ...wobble, 9];
  assert.equal(charted({ values, polarity: high, freezeAfter: 12 }).variation, 'improvement-high');
  assert.equal(charted({ values, polarity: 'low-is-good', freezeAfter: 12 }).variation, 'concern-high');
  const neutral = charted({ values, polarity: 'no-judgement', freezeAfter: 12, target: 100 });
  assert.deepEqual([neutral.variation, neutral.assurance], ['neutral-high', undefined]);
  const upper = charted({ values: [4, 6, 5, 7, 5], polarity: high }).parts[0]?.upper;
  assert.equal(charted({ values: [4, 6, 5, 7, 5], polarity: high, target: upper }).assurance, 'hit-and-miss');
});

test('XmR: under thirteen points there is a warning; without two neighbours a refusal', () => {
  assert.deepEqual(charted({ values: [4, 6, 5, 7, 5], polarity: high }).warnings, [
    { reason: 'few-points', part: 0, points: 5, wanted: 13 },
  ]);
  const reason = (given: ToChart) => {
    const made = xmr(given);
    return made.done ? 'done' : made.refusal.reason;
  };
  assert.equal(reason({ values: [], polarity: high }), 'part-too-short');
  assert.equal(reason({ values: [3, undefined, 4], polarity: high }), 'part-too-short');
  assert.equal(reason({ values: [1, Number.NaN, 2], polarity: high }), 'not-finite');
  assert.equal(reason({ values: [-1e308, 1e308, -1e308], polarity: high }), 'too-large');
  assert.equal(reason({ values: wobble, polarity: high, freezeAfter: 11 }), 'frozen-too-early');
  assert.equal(
    reason({ values: wobble, polarity: high, rebases: [{ at: 0, ...decided }] }),
    'rebase-misplaced',
  );
  assert.equal(
    reason({ values: wobble, polarity: high, rebases: [{ at: 3, ...decided, reason: ' ' }] }),
    'rebase-unexplained',
  );
});

test('XmR: a constant series has limits on its mean and no special cause, whatever its decimals', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -1e6, max: 1e6, noNaN: true }),
      fc.integer({ min: 2, max: 60 }),
      (value, points) => {
        const chart = charted({ values: Array<number>(points).fill(value), polarity: high });
        assert.ok(causes(chart).every((cause) => cause === 'common-cause'));
      },
    ),
  );
});

test('XmR: no rule reaches across a missing point', () => {
  const values = [...wobble, ...wobble, 6, 6.1, 6, undefined, 6.1, 6, 6.1, 6];
  const chart = charted({ values, polarity: high, freezeAfter: 12 });
  assert.ok(causes(chart).every((cause) => cause === 'common-cause'));
  assert.equal(chart.parts[0]?.points, 19);
});

test('XmR: turning a series upside down turns every type round', () => {
  const opposite = { 'improvement-high': 'improvement-low', 'concern-high': 'concern-low' } as const;
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -40, max: 40 }), { minLength: 13, maxLength: 40 }), (values) => {
      const up = types(charted({ values, polarity: high }));
      const down = types(charted({ values: values.map((value) => -value), polarity: 'low-is-good' }));
      const turned = new Map<string, string>([
        ...Object.entries(opposite),
        ...Object.entries(opposite).map(([key, value]) => [value, key] as const),
      ]);
      assert.deepEqual(
        down,
        up.map((type) => turned.get(type) ?? type),
      );
    }),
  );
});
