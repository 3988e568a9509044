import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { inequality, relativeIndex, slopeIndex } from './inequality.ts';
import type { Inequality, UnequalGroups } from './inequality.ts';
import type { InequalityGroup } from './group.ts';
import { inequalityReliability } from './reliability.ts';

const group = fc.record({
  population: fc.integer({ min: 1, max: 90_000 }),
  value: fc.double({ min: 0.05, max: 0.95, noNaN: true }),
  standardError: fc.double({ min: 0.001, max: 0.05, noNaN: true }),
});
const groups = fc.array(group, { minLength: 5, maxLength: 30 });
const plain = { kind: 'value', fit: 'values', multiplier: 1 } as const;
const five = [61, 64, 66, 70, 72].map((value) => ({ population: 200, value, standardError: 1 }));

function made(given: UnequalGroups): Inequality {
  const result = inequality(given);
  assert.ok(result.done);
  return result.value;
}

const reason = (given: Partial<UnequalGroups>): string => {
  const result = inequality({ groups: five, ...plain, ...given });
  return result.done ? 'done' : result.refusal.reason;
};
const withFirst = (changed: Partial<InequalityGroup>): readonly InequalityGroup[] => [
  { population: 200, value: 61, standardError: 1, ...changed },
  ...five.slice(1),
];

test('values on a line give back the line, whatever the sizes of the groups', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 1e6 }), { minLength: 5, maxLength: 100 }), (sizes) => {
      const all = sizes.reduce((left, right) => left + right);
      let before = 0;
      const onLine = sizes.map((population) => {
        const middle = (before + population / 2) / all;
        before += population;
        return { population, value: 40 + 25 * middle, standardError: 0 };
      });
      const { slope, relative, atMostDeprived } = made({ groups: onLine, ...plain });
      assert.ok(Math.abs(slope.value - 25) < 1e-8 && Math.abs(atMostDeprived - 40) < 1e-8);
      assert.ok(relative.done && Math.abs(relative.value.value - 65 / 40) < 1e-8);
      assert.deepEqual(slope.limits95, { lower: slope.value, upper: slope.value });
    }),
  );
});

test('turning the order of the groups round turns the slope round', () => {
  fc.assert(
    fc.property(groups, (list) => {
      const forward = made({ groups: list, ...plain });
      const backward = made({ groups: list.toReversed(), ...plain });
      assert.ok(Math.abs(forward.slope.value + backward.slope.value) < 1e-9);
      assert.ok(Math.abs(forward.slope.limits95.lower + backward.slope.limits95.upper) < 1e-9);
      assert.ok(Math.abs(forward.atMostDeprived - backward.atLeastDeprived) < 1e-9);
    }),
  );
});

test('a negative multiplier turns the slope and its limits, and turns the ratio over', () => {
  const [up, down] = [made({ groups: five, ...plain }), made({ groups: five, ...plain, multiplier: -100 })];
  assert.ok(up.relative.done && down.relative.done);
  assert.equal(down.slope.value, -100 * up.slope.value);
  assert.equal(down.slope.limits998.upper, -100 * up.slope.limits998.lower);
  assert.equal(down.relative.value.value, 1 / up.relative.value.value);
  assert.equal(down.relative.value.limits95.lower, 1 / up.relative.value.limits95.upper);
});

test('limits contain the value and are wider at 99.8%, closed and simulated', () => {
  fc.assert(
    fc.property(groups, fc.constantFrom('value', 'rate', 'proportion'), (list, kind) => {
      const simulation = kind === 'value' ? undefined : { seed: 3, repetitions: 1000 };
      const { slope } = made({ groups: list, ...plain, kind, simulation });
      assert.ok(slope.limits998.lower <= slope.limits95.lower && slope.limits95.lower <= slope.value);
      assert.ok(slope.value <= slope.limits95.upper && slope.limits95.upper <= slope.limits998.upper);
    }),
    { numRuns: 60 },
  );
});

test('the same seed gives the same limits, another seed others, and a reliable simulation wanders little', () => {
  const given = { groups: five, kind: 'rate', fit: 'values', multiplier: 1 } as const;
  const small = given.groups.map((each) => ({ ...each, standardError: 0.02 }));
  const at = (seed: number): number =>
    made({ ...given, groups: small, simulation: { seed, repetitions: 5000 } }).slope.limits95.lower;
  assert.equal(at(5), at(5));
  assert.notEqual(at(5), at(6));
  const simulation = { seed: 5, repetitions: 5000 };
  const reliability = inequalityReliability({ ...given, groups: small, simulation });
  assert.ok(reliability.done && reliability.value.relative);
  const { slope } = made({ ...given, groups: small, simulation });
  const width = slope.limits95.upper - slope.limits95.lower;
  assert.ok(reliability.value.slope.at95 > 0 && reliability.value.slope.at95 < 0.05 * width);
  assert.ok(reliability.value.slope.at998 > reliability.value.slope.at95);
});

test('limits of a group at 95% and its standard error say the same', () => {
  const z = 1.959963984540054;
  const by = (error: number): InequalityGroup[] =>
    five.map(({ population, value }) => ({
      population,
      value,
      limits95: { lower: value * Math.exp(-z * error), upper: value * Math.exp(z * error) },
    }));
  const given = { kind: 'rate', fit: 'transformed', multiplier: 1 } as const;
  const one = relativeIndex({ ...given, groups: by(0.03) });
  const errors = five.map((each) => ({ ...each, standardError: 0.03 }));
  const other = relativeIndex({ ...given, groups: errors });
  assert.ok(one.done && other.done);
  assert.ok(Math.abs(one.value.limits998.upper - other.value.limits998.upper) < 1e-12);
});

test('a line that crosses zero has a slope and no ratio; an unsure start has no limits of a ratio', () => {
  const crossing = [-4, -2, 0, 3, 5].map((value) => ({ population: 10, value, standardError: 1 }));
  assert.ok(slopeIndex({ groups: crossing, ...plain }).done);
  const ratio = relativeIndex({ groups: crossing, ...plain });
  assert.ok(!ratio.done && ratio.refusal.reason === 'line-not-positive');
  const unsure = [1, 2, 3, 4, 5].map((value) => ({ population: 10, value, standardError: 2 }));
  const unbounded = relativeIndex({ groups: unsure, ...plain });
  assert.ok(!unbounded.done && unbounded.refusal.reason === 'limits-unbounded');
});

test('what has no index of inequality is refused with its reason', () => {
  assert.equal(reason({ groups: five.slice(1) }), 'not-5-to-100-groups');
  assert.equal(reason({ groups: [] }), 'not-5-to-100-groups');
  assert.equal(reason({ groups: withFirst({ population: 0 }) }), 'population-not-positive');
  assert.equal(reason({ groups: withFirst({ value: Number.NaN }) }), 'not-finite');
  assert.equal(reason({ groups: withFirst({ standardError: -1 }) }), 'standard-error-negative');
  assert.equal(reason({ groups: withFirst({ value: 0 }), kind: 'rate' }), 'value-at-bound');
  assert.equal(reason({ kind: 'proportion' }), 'value-at-bound');
  assert.equal(reason({ multiplier: 0 }), 'multiplier-zero');
  assert.equal(reason({ fit: 'transformed' }), 'nothing-to-transform');
  assert.equal(reason({ simulation: { seed: 1, repetitions: 10 } }), 'simulation-not-usable');
  const limits = (lower: number, upper: number): readonly InequalityGroup[] => [
    { population: 1, value: 60, limits95: { lower, upper } },
    ...five.slice(1),
  ];
  assert.equal(reason({ groups: limits(70, 50) }), 'limits-not-in-order');
  assert.equal(reason({ groups: limits(0, 70), kind: 'rate' }), 'limits-at-bound');
});
