import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { chanceOfRates, chanceOfShares, corrected } from './exact-test.ts';

type Row = readonly [count: number, base: number, others: number, ofOthers: number, expected: number];

// scipy.stats.fisher_exact, SciPy 1.17.1
const shares: readonly Row[] = [
  [30, 100, 120, 600, 0.034364918093020114],
  [7, 34, 1, 34, 0.054400130495065674],
  [0, 20, 5, 400, 1],
  [62, 70, 410, 480, 0.5839546721856228],
  [3, 3, 1, 9, 0.01818181818181818],
  [500, 4000, 900, 9000, 3.012377096893712e-5],
  [30, 100, 30, 100, 1],
];

// scipy.stats.binomtest(count, count + others, base / (base + ofOthers)), SciPy 1.17.1
const rates: readonly Row[] = [
  [84, 3000, 1500, 76_000, 0.0029964507907853603],
  [30, 1000, 8, 500, 0.12280271602167157],
  [0, 50, 40, 5000, 1],
  [5, 5, 5, 5, 1],
  [812, 40_000, 13_000, 800_000, 2.537118798698795e-9],
];

function near(found: number, expected: number): void {
  assert.ok(Math.abs(found - expected) <= 1e-9 * Math.max(expected, 1e-3), `${found} for ${expected}`);
}

test('C13 the exact test of two shares gives what SciPy gives', () => {
  for (const [count, base, others, ofOthers, expected] of shares)
    near(chanceOfShares({ count, base }, { count: others, base: ofOthers }), expected);
});

test('C13 the exact test of two rates gives what SciPy gives', () => {
  for (const [count, base, others, ofOthers, expected] of rates)
    near(chanceOfRates({ count, base }, { count: others, base: ofOthers }), expected);
});

test('C13 the correction for how many were looked at gives what statsmodels 0.15.0 gives', () => {
  const found = corrected([0.01, 0.04, 0.03, 0.005]);
  for (const [at, expected] of [0.03, 0.06, 0.06, 0.02].entries()) near(found[at] ?? 0, expected);
  assert.deepEqual(corrected([]), []);
});

test('a chance lies from 0 to 1, is the same from either side, and never falls by being corrected', () => {
  const group = fc
    .tuple(fc.integer({ min: 1, max: 400 }), fc.double({ min: 0, max: 1, noNaN: true }))
    .map(([base, share]) => ({ base, count: Math.round(base * share) }));
  fc.assert(
    fc.property(group, group, (first, second) => {
      for (const chance of [chanceOfShares, chanceOfRates]) {
        const found = chance(first, second);
        assert.ok(found >= 0 && found <= 1);
        assert.ok(Math.abs(found - chance(second, first)) < 1e-9);
      }
    }),
  );
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true })), (chances) => {
      assert.ok(corrected(chances).every((found, at) => found >= (chances[at] ?? 0) && found <= 1));
    }),
  );
});

test('the counts of a whole country come to an answer', () => {
  const found = chanceOfShares({ count: 200_000, base: 300_000 }, { count: 2_000_000, base: 3_000_000 });
  assert.ok(found > 0.99);
});
