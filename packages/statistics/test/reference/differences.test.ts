import assert from 'node:assert/strict';
import { test } from 'node:test';
import { differenceOfProportions, differenceOfRates, ratioOfProportions, ratioOfRates } from '../../index.ts';
import type { TwoGroups } from '../../index.ts';
import { checkLimits, doneOf } from './estimates.ts';
import { methods } from './methods.ts';

const groups = (...[count, base, other, otherBase]: [number, number, number, number]): TwoGroups => ({
  first: { count, base },
  second: { count: other, base: otherBase },
  multiplier: 1,
});

test('gaps: the eight examples of Newcombe’s table II, method 10, to its four decimals', () => {
  const published: [TwoGroups, number, number][] = [
    [groups(56, 70, 48, 80), 0.0524, 0.3339],
    [groups(9, 10, 3, 10), 0.1705, 0.809],
    [groups(6, 7, 2, 7), 0.0582, 0.8062],
    [groups(5, 56, 0, 29), -0.0381, 0.1926],
    [groups(0, 10, 0, 20), -0.1611, 0.2775],
    [groups(0, 10, 0, 10), -0.2775, 0.2775],
    [groups(10, 10, 0, 20), 0.6791, 1],
    [groups(10, 10, 0, 10), 0.6075, 1],
  ];
  for (const [given, lower, upper] of published) {
    const { limits95 } = doneOf(differenceOfProportions(given));
    assert.deepEqual(
      [limits95.lower.toFixed(4), limits95.upper.toFixed(4)],
      [lower.toFixed(4), upper.toFixed(4)],
    );
  }
});

test('gaps: a published trial of 7 in 34 against 1 in 34, as difference and as ratio', () => {
  // Fagerland, Lydersen and Laake, Statistical analysis of contingency tables, chapter 4
  const difference = doneOf(differenceOfProportions(groups(7, 34, 1, 34))).limits95;
  assert.deepEqual([difference.lower.toFixed(4), difference.upper.toFixed(4)], ['0.0189', '0.3404']);
  const ratio = doneOf(ratioOfProportions(groups(7, 34, 1, 34))).limits95;
  assert.deepEqual([ratio.lower.toFixed(4), ratio.upper.toFixed(4)], ['1.1537', '41.9763']);
});

test('gaps: differences are those of statsmodels, ratios those of root-finding, on our own inputs', () => {
  assert.equal(methods.differences.length, 7);
  for (const { counts, proportions, ratio, rates, rateRatio } of methods.differences) {
    const given = groups(...counts);
    const of = { relative: 1e-9, what: counts.join(' ') };
    checkLimits(doneOf(differenceOfProportions(given)), proportions, of);
    checkLimits(doneOf(ratioOfProportions(given)), ratio, of);
    checkLimits(doneOf(differenceOfRates(given)), rates, of);
    checkLimits(doneOf(ratioOfRates(given)), rateRatio, of);
  }
});
