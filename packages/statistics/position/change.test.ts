import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changeFromYearBefore } from './change.ts';

test('the change of one year is the plain difference', () => {
  assert.deepEqual(changeFromYearBefore({ year: 2025, value: 24 }, { year: 2024, value: 26 }), {
    done: true,
    value: -2,
  });
});

test('years apart, the same year, or a missing value have no change', () => {
  const now = { year: 2022, value: 65 };
  assert.deepEqual(changeFromYearBefore(now, { year: 2019, value: 72 }), {
    done: false,
    refusal: { reason: 'not-consecutive', from: 2019, to: 2022 },
  });
  assert.equal(changeFromYearBefore(now, now).done, false);
  const missing = changeFromYearBefore(now, { year: 2021, value: undefined });
  assert.ok(!missing.done && missing.refusal.reason === 'no-value');
});
