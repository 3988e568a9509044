import assert from 'node:assert/strict';
import test from 'node:test';
import { dayOf } from '#platform/kernel/day.ts';
import { calendarYears, months, yearEnding } from '../../../period.ts';
import { samePeriod } from '../../../period.ts';
import { parseEesTime } from '../../../periods/ees-time.ts';
import { eesTimeOf, sayTable, yearsEnd } from './ees-time.ts';

const plain = { state: 'final', text: '' } as const;

const identifiers: readonly [period: string, identifier: string][] = [
  ['2024', 'Calendar year'],
  ['202425', 'Academic year'],
  ['199900', 'Academic year'],
  ['202425', 'Financial year'],
  ['202425', 'Tax year'],
  ['202425', 'Financial year Q1'],
  ['202425', 'Financial year Q4'],
  ['202425', 'Part 1 (April to September)'],
  ['202425', 'Part 2 (October to March)'],
  ['202425', 'Autumn term'],
  ['202425', 'Spring term'],
  ['202425', 'Summer term'],
  ['202425', 'Autumn and spring term'],
  ['2024', 'January'],
  ['2024', 'December'],
  ['2025', 'Week 1'],
  ['2024', 'Week 52'],
];

for (const [period, identifier] of identifiers)
  test(`${period} ${identifier} is read and written back as it was`, () => {
    const read = parseEesTime(period, identifier);
    assert.ok(read.done);
    const written = eesTimeOf(read.value);
    assert.ok(written.done);
    assert.deepEqual([written.value.period, written.value.identifier], [period, identifier]);
  });

test('a year that ends on a day of its own is a reporting year, in a table of that day', () => {
  const period = yearEnding(dayOf(2025, 9, 30), { kind: 'year', ...plain });
  const written = eesTimeOf(period);
  assert.ok(written.done);
  assert.deepEqual(written.value, { table: 'years-to-09-30', period: '2025', identifier: 'Reporting year' });
  assert.equal(sayTable(written.value.table), 'Years to 30 September');
  const ends = yearsEnd(written.value.table);
  assert.ok(ends);
  const read = parseEesTime('2025', 'Reporting year', { reportingYearEnds: ends });
  assert.ok(read.done && samePeriod(read.value, period));
});

test('a quarter of a calendar year is the financial year’s quarter of the same days', () => {
  const written = eesTimeOf(months(2025, [1, 3], { kind: 'quarter', ...plain }));
  assert.ok(written.done);
  assert.deepEqual([written.value.period, written.value.identifier], ['202425', 'Financial year Q4']);
});

test('what the format has no word for is refused, and never written as something near it', () => {
  const refused = [
    calendarYears(2014, 2016, plain),
    { start: dayOf(2025, 3, 31), end: dayOf(2025, 3, 31), kind: 'day' as const, years: 1, ...plain },
    months(2025, [9, 11], { kind: 'quarter', ...plain }),
    months(2025, [2, 7], { kind: 'half', ...plain }),
  ].map((period) => eesTimeOf(period));
  assert.deepEqual(
    refused.map((each) => !each.done && each.refusal.reason),
    ['years-together', 'a-day', 'days-not-known', 'days-not-known'],
  );
  const last = parseEesTime('2020', 'Week 53');
  assert.ok(last.done);
  const week = eesTimeOf(last.value);
  assert.ok(!week.done && week.refusal.reason === 'past-the-last-week');
});
