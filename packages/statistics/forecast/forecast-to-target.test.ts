import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { forecastToTarget, forecastWords } from './forecast-to-target.ts';
import type { Forecast, SeriesPoint, ToForecast } from './forecast-to-target.ts';

const series = (values: readonly (number | undefined)[]): SeriesPoint[] =>
  values.map((value, index) => ({ time: 2015 + index, value }));
const rising: ToForecast = {
  points: series([60, 61.5, 62, 64.1, 65]),
  target: { time: 2022, value: 70 },
  polarity: 'high-is-good',
  weights: 'equal',
};

function made(changed: Partial<ToForecast>): Forecast {
  const result = forecastToTarget({ ...rising, ...changed });
  assert.ok(result.done, result.done ? '' : result.refusal.reason);
  return result.value;
}

const reason = (changed: Partial<ToForecast>): string => {
  const result = forecastToTarget({ ...rising, ...changed });
  return result.done ? 'done' : result.refusal.reason;
};
const to = (value: number, time = 2022): Pick<ToForecast, 'target'> => ({ target: { time, value } });

test('on course, may be met and not on course, by where the target lies against the whole interval', () => {
  assert.equal(made(to(62)).verdict, 'on-course');
  assert.equal(made(to(70)).verdict, 'may-be-met');
  assert.equal(made(to(90)).verdict, 'not-on-course');
  assert.deepEqual([made(to(62)).targetInside, made(to(70)).targetInside], [false, true]);
  const low = { polarity: 'low-is-good' } as const;
  assert.equal(made({ ...to(62), ...low }).verdict, 'not-on-course');
  assert.equal(made({ ...to(90), ...low }).verdict, 'on-course');
  assert.deepEqual(Object.values(forecastWords), ['on course', 'may be met', 'not on course']);
});

test('when the line meets the target: at a time, already, or never', () => {
  const { met } = made(to(90));
  assert.ok(met.when === 'at' && met.time > 2034 && met.time < 2048);
  assert.equal(made(to(60)).met.when, 'already');
  assert.equal(made({ ...to(50), polarity: 'low-is-good' }).met.when, 'never');
});

test('the further ahead, the wider; the fewer the years, the wider', () => {
  const width = ({ limits95 }: Forecast): number => limits95.upper - limits95.lower;
  assert.ok(width(made(to(70, 2020))) < width(made(to(70, 2030))));
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 6, maxLength: 20 }),
      (values) => {
        fc.pre(new Set(values).size > 3);
        const result = forecastToTarget({ ...rising, points: series(values), ...to(50, 2040) });
        fc.pre(result.done);
        const { expected, limits95, limits998 } = result.value;
        assert.ok(limits998.lower < limits95.lower && limits95.lower < expected);
        assert.ok(expected < limits95.upper && limits95.upper < limits998.upper);
      },
    ),
  );
});

test('weighted points lean to the surest, and the interval is never narrower than their own limits', () => {
  const exact = series([60, 60, 60, 60, 60]).map((point) => ({
    ...point,
    limits95: { lower: 58, upper: 62 },
  }));
  const { limits95, method } = made({ points: exact, weights: 'by-limits', ...to(60) });
  assert.equal(method, 'weighted least squares');
  assert.ok(limits95.lower < 58 && limits95.upper > 62);
});

test('bounds keep a percentage a percentage', () => {
  const { limits998, expected } = made({ ...to(99, 2045), bounds: { lower: 0, upper: 100 } });
  assert.ok(limits998.upper === 100 && expected <= 100);
});

test('missing values are passed over, and five are needed', () => {
  assert.equal(made({ points: series([60, undefined, 61.5, 62, 64.1, 65]) }).points, 5);
  assert.equal(reason({ points: series([60, undefined, 62, 64.1, 65]) }), 'too-few-points');
  assert.equal(reason({ points: [] }), 'too-few-points');
});

test('what cannot be forecast is refused with its reason', () => {
  assert.equal(reason({ points: series([60, 60, 60, 60, 60]) }), 'no-scatter');
  assert.equal(reason({ points: series([60, 61, 62, 63, 64]) }), 'no-scatter');
  assert.equal(reason(to(70, 2019)), 'target-not-ahead');
  assert.equal(reason(to(Number.NaN)), 'not-finite');
  assert.equal(reason({ points: series([60, Number.POSITIVE_INFINITY, 62, 63, 60]) }), 'not-finite');
  assert.equal(reason({ polarity: 'no-judgement' }), 'no-judgement');
  assert.equal(reason({ weights: 'by-limits' }), 'limits-not-usable');
  assert.equal(reason({ bounds: { lower: 1, upper: 0 } }), 'bounds-not-in-order');
  const twice = [...rising.points, { time: 2015, value: 61 }];
  assert.equal(reason({ points: twice }), 'times-not-apart');
});
