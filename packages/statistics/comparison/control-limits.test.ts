import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { compareWithControlLimits } from './control-limits.ts';
import type { ToControl } from './control-limits.ts';
import { comparatorMethodOfNumber } from './comparator-method.ts';
import { polarityOfNumber } from './polarity.ts';
import { notControlledWords } from './words.ts';

const given: ToControl = {
  statistic: 'proportion',
  polarity: 'low-is-good',
  value: 10,
  benchmark: 12,
  base: 1000,
  multiplier: 100,
  level: 0.95,
};

test('what cannot be held against control limits says why, and every reason has words', () => {
  const reason = (changed: Partial<ToControl>) => {
    const made = compareWithControlLimits({ ...given, ...changed });
    return made.verdict === 'not-compared' ? made.reason : made.verdict;
  };
  assert.equal(reason({ polarity: 'not-applicable' }), 'not-applicable');
  assert.equal(reason({ value: undefined }), 'no-value');
  assert.equal(reason({ benchmark: Number.NaN }), 'no-benchmark');
  assert.equal(reason({ base: 0 }), 'no-base');
  assert.equal(reason({ base: undefined }), 'no-base');
  assert.equal(reason({ multiplier: 0 }), 'multiplier-not-positive');
  assert.equal(reason({ value: 101 }), 'out-of-range');
  assert.equal(reason({ benchmark: 100.5 }), 'out-of-range');
  assert.equal(reason({ value: -1, statistic: 'standardised-rate' }), 'out-of-range');
  assert.equal(new Set(Object.values(notControlledWords)).size, 6);
});

test('none or all at the benchmark still leaves room for chance on one side', () => {
  const none = compareWithControlLimits({ ...given, benchmark: 0, value: 0 });
  assert.ok(none.verdict === 'similar' && none.limits.lower === 0 && none.limits.upper > 0);
  const all = compareWithControlLimits({ ...given, benchmark: 100, value: 100 });
  assert.ok(all.verdict === 'similar' && all.limits.upper === 100 && all.limits.lower < 100);
  const rare = compareWithControlLimits({ ...given, statistic: 'standardised-rate', benchmark: 0, value: 0 });
  assert.ok(rare.verdict === 'similar' && rare.limits.lower === 0);
});

test('a rate that was made of whole events is taken back to them, past floating-point noise', () => {
  for (let events = 1; events < 60; events += 1) {
    const base = 61_628.2 + events * 7;
    const benchmark = (events / base) * 100_000;
    const made = compareWithControlLimits({
      ...given,
      statistic: 'standardised-rate',
      value: benchmark,
      benchmark,
      base,
      multiplier: 100_000,
    });
    const one = compareWithControlLimits({
      ...given,
      statistic: 'standardised-rate',
      value: events,
      benchmark: events,
      base: 1,
      multiplier: 1,
    });
    assert.ok(made.verdict === 'similar' && one.verdict === 'similar');
    assert.ok(Math.abs((made.limits.lower / 100_000) * base - one.limits.lower) < 1e-9 * one.limits.lower);
  }
});

test('a benchmark a hair below the whole is similar to itself', () => {
  const benchmark = 99.999_999_999_999_99;
  const made = compareWithControlLimits({ ...given, value: benchmark, benchmark, base: 524_287 });
  assert.equal(made.verdict, 'similar');
});

test('the benchmark itself is always similar; more people draw the limits nearer; polarity turns the verdict', () => {
  const shares = fc.double({ min: 0, max: 100, noNaN: true });
  fc.assert(
    fc.property(shares, shares, fc.integer({ min: 1, max: 1e7 }), (value, benchmark, base) => {
      const at = (changed: Partial<ToControl>) => {
        const made = compareWithControlLimits({ ...given, value, benchmark, base, ...changed });
        assert.ok(made.verdict !== 'not-compared');
        return made;
      };
      assert.equal(at({ value: benchmark }).verdict, 'similar');
      const [few, many] = [at({}), at({ base: base * 4 })];
      assert.ok(many.limits.upper - many.limits.lower <= few.limits.upper - few.limits.lower + 1e-9);
      const opposite = new Map([
        ['better', 'worse'],
        ['worse', 'better'],
      ]);
      const turned = at({ polarity: 'high-is-good' }).verdict;
      assert.equal(turned, opposite.get(few.verdict) ?? few.verdict);
    }),
  );
});

test('the numbers of methods and polarities are told by name, and others are not known', () => {
  assert.deepEqual([1, 5, 6, 12, 15, 16, 17, 18, -1].map(comparatorMethodOfNumber), [
    'single-overlap',
    'control-limits-proportion',
    'control-limits-standardised-rate',
    'double-overlap',
    'quintiles',
    'quartiles',
    'two-level',
    'single-overlap-998',
    'none',
  ]);
  assert.equal(comparatorMethodOfNumber(14), undefined);
  assert.deepEqual([0, 1, 99, -1, 7].map(polarityOfNumber), [
    'low-is-good',
    'high-is-good',
    'no-judgement',
    'not-applicable',
    undefined,
  ]);
});
