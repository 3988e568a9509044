import assert from 'node:assert/strict';
import { test } from 'node:test';
import { combineYears } from './combine-years.ts';
import type { PeriodCount } from './combine-years.ts';

const year = (starts: number, changed: Partial<PeriodCount> = {}): PeriodCount => ({
  from: `${starts}-04-01`,
  to: `${starts + 1}-03-31`,
  count: 4,
  base: 300,
  definition: 'one',
  ...changed,
});
const reason = (...periods: PeriodCount[]): string => {
  const made = combineYears(periods);
  return made.done ? 'done' : made.refusal.reason;
};

test('years that follow one another are summed, in whatever order they come, leap days too', () => {
  assert.deepEqual(combineYears([year(2024), year(2022, { count: 0 }), year(2023)]), {
    done: true,
    value: { count: 8, base: 900, from: '2022-04-01', to: '2025-03-31', periods: 3 },
  });
  const feb = year(2023, { from: '2024-02-01', to: '2024-02-29' });
  assert.equal(reason(feb, year(2024, { from: '2024-03-01' })), 'done');
  assert.equal(reason(year(2023)), 'done');
});

test('years that overlap, leave days out or cross a break are not put together', () => {
  assert.equal(reason(year(2022), year(2023, { from: '2023-03-31' })), 'overlap');
  assert.equal(reason(year(2022), year(2022)), 'overlap');
  assert.equal(reason(year(2022), year(2024)), 'gap');
  assert.equal(reason(year(2022), year(2023, { from: '2023-04-02' })), 'gap');
  assert.deepEqual(combineYears([year(2022), year(2023, { definition: 'two' })]), {
    done: false,
    refusal: { reason: 'break', period: '2023-04-01' },
  });
});

test('a suppressed count is missing and makes the whole missing', () => {
  assert.equal(reason(year(2022), year(2023, { count: undefined })), 'part-missing');
  assert.equal(reason(year(2022, { base: undefined })), 'part-missing');
});

test('what is no period or no number is refused with its reason', () => {
  assert.equal(reason(), 'no-periods');
  assert.equal(reason(year(2022, { to: '2021-03-31' })), 'period-not-valid');
  assert.equal(reason(year(2022, { to: '2023-02-30' })), 'period-not-valid');
  assert.equal(reason(year(2022, { from: '01/04/2022' })), 'period-not-valid');
  assert.equal(reason(year(2022, { count: -1 })), 'number-not-usable');
  assert.equal(reason(year(2022, { base: Number.NaN })), 'number-not-usable');
});
