import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forecastToTarget } from '../../index.ts';
import { checkLimits, doneOf } from './estimates.ts';
import { methods } from './methods.ts';
import { assertClose } from './tables.ts';

const z95 = 1.959963984540054;

test('forecasts: line and prediction interval are those of statsmodels and NumPy on our own inputs', () => {
  assert.equal(methods.forecasts.length, 5);
  for (const { times, values, errors, ahead, slope, expected, ...limits } of methods.forecasts) {
    const points = times.map((time, index) => {
      const [value, error] = [values[index] ?? 0, errors?.[index]];
      const limits95 =
        error === undefined ? undefined : { lower: value - z95 * error, upper: value + z95 * error };
      return { time, value, limits95 };
    });
    const target = { time: ahead, value: 50 };
    const weights = errors ? 'by-limits' : 'equal';
    const made = doneOf(forecastToTarget({ points, target, polarity: 'high-is-good', weights }));
    const of = { relative: 1e-8, what: `${times.length} points` };
    assertClose(made.slope, slope, of);
    assertClose(made.expected, expected, of);
    checkLimits(made, limits, of);
  }
});
