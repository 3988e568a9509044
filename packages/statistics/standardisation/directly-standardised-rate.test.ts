import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { directlyStandardisedEventRate, directlyStandardisedRate } from './directly-standardised-rate.ts';
import type { Band, BandOfPeople } from './directly-standardised-rate.ts';

const band = fc.record({
  count: fc.integer({ min: 10, max: 500 }),
  base: fc.integer({ min: 600, max: 50_000 }),
  standard: fc.integer({ min: 1, max: 8000 }),
});
const reason = (bands: readonly Band[], multiplier = 1000): string => {
  const made = directlyStandardisedRate({ bands, multiplier });
  return made.done ? 'done' : made.refusal.reason;
};
const good: Band = { count: 12, base: 900, standard: 5000 };

test('the rate lies between the lowest and highest band, within its limits', () => {
  fc.assert(
    fc.property(fc.array(band, { minLength: 1, maxLength: 8 }), (bands) => {
      const made = directlyStandardisedRate({ bands, multiplier: 1000 });
      assert.ok(made.done);
      const rates = bands.map(({ count, base }) => (count / base) * 1000);
      const { value, limits95, limits998 } = made.value;
      assert.ok(Math.min(...rates) - 1e-9 <= value && value <= Math.max(...rates) + 1e-9);
      assert.ok(limits998.lower < limits95.lower && limits95.lower < value);
      assert.ok(value < limits95.upper && limits95.upper < limits998.upper);
    }),
  );
});

test('one band is its crude rate; the size of the standard does not matter, only its shares', () => {
  fc.assert(
    fc.property(fc.array(band, { minLength: 1, maxLength: 5 }), (bands) => {
      const once = directlyStandardisedRate({ bands, multiplier: 1 });
      const doubled = bands.map((each) => ({ ...each, standard: each.standard * 2 }));
      const twice = directlyStandardisedRate({ bands: doubled, multiplier: 1 });
      assert.ok(once.done && twice.done);
      assert.ok(Math.abs(once.value.limits95.upper / twice.value.limits95.upper - 1) < 1e-12);
    }),
  );
  const alone = directlyStandardisedRate({ bands: [{ count: 65, base: 100, standard: 1 }], multiplier: 100 });
  assert.ok(alone.done && Math.abs(alone.value.limits95.lower - 50.163187710459454) < 1e-10);
});

test('events that fall on the same people have wider limits than as many on different people', () => {
  const people = (times: number, number: number): BandOfPeople => ({
    base: 4000,
    standard: 5000,
    people: [{ times, people: number }],
  });
  const apart = directlyStandardisedEventRate({ bands: [people(1, 60)], multiplier: 1000 });
  const same = directlyStandardisedEventRate({ bands: [people(3, 20)], multiplier: 1000 });
  assert.ok(apart.done && same.done);
  assert.ok(Math.abs(apart.value.value - same.value.value) < 1e-12);
  const width = (made: typeof apart.value): number => made.limits95.upper - made.limits95.lower;
  // three times each: variance three times, so √3 as wide
  assert.ok(Math.abs(width(same.value) / width(apart.value) - Math.sqrt(3)) < 1e-9);
});

test('a band without a count has no events; ten in all are enough and nine are not', () => {
  const bands = [
    { ...good, count: 10 },
    { ...good, count: undefined },
  ];
  const made = directlyStandardisedRate({ bands, multiplier: 1000 });
  assert.ok(made.done);
  assert.deepEqual([made.value.count, made.value.base, made.value.method], [10, 1800, 'Dobson']);
  assert.deepEqual(directlyStandardisedRate({ bands: [{ ...good, count: 9 }], multiplier: 1000 }), {
    done: false,
    refusal: { reason: 'too-few-events', count: 9, least: 10 },
  });
});

test('what cannot be standardised is refused with its reason', () => {
  assert.equal(reason([]), 'no-bands');
  assert.equal(reason([{ ...good, base: 0 }]), 'base-not-positive');
  assert.equal(reason([good, { ...good, count: -1 }]), 'count-negative');
  assert.equal(reason([{ ...good, standard: -1 }]), 'standard-negative');
  assert.equal(reason([{ ...good, standard: 0 }]), 'no-standard');
  assert.equal(reason([{ ...good, base: Number.NaN }]), 'not-finite');
  assert.equal(reason([{ ...good, count: Number.POSITIVE_INFINITY }]), 'not-finite');
  assert.equal(reason([good], 0), 'multiplier-not-positive');
  const half = directlyStandardisedEventRate({
    bands: [{ base: 10, standard: 1, people: [{ times: 1.5, people: 8 }] }],
    multiplier: 1,
  });
  assert.ok(!half.done && half.refusal.reason === 'times-not-whole');
});
