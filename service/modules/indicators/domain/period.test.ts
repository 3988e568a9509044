import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { addDays, dayOf } from '#platform/kernel/day.ts';
import { academicYears, comparePeriods, isoWeek, revisedWins, samePeriod, yearEnding } from './period.ts';
import type { Period, PeriodRefusal } from './period.ts';
import type { Outcome } from '#platform/kernel/outcome.ts';
import { parseEesTime } from './periods/ees-time.ts';
import { parseFingertipsTime } from './periods/fingertips-time.ts';
import { parseLaitYears } from './periods/lait-years.ts';
import { sayPeriod, shortPeriod } from './say-period.ts';

/** One line for a test's table: days, kind, years, state; or the refusal's reason. */
function line(outcome: Outcome<Period, PeriodRefusal>): string {
  if (!outcome.done) return outcome.refusal.reason;
  const { start, end, kind, years, state } = outcome.value;
  return `${start} ${end} ${kind} ${years} ${state}`;
}

function known(outcome: Outcome<Period, PeriodRefusal>): Period {
  assert.ok(outcome.done);
  return outcome.value;
}

test('trap B2: LAIT years are read with the kind of year that the dictionary gives', () => {
  const table: [string, string, string][] = [
    ['2024', 'Academic Year', '2023-09-01 2024-08-31 academic 1 final'],
    ['2024', 'Financial Year', '2023-04-01 2024-03-31 financial 1 final'],
    ['2024', 'Calendar Year', '2024-01-01 2024-12-31 calendar 1 final'],
    ['2024', 'Annual', '2023-04-01 2024-03-31 financial 1 final'],
    ['2024', 'Annual - January', '2024-01-01 2024-01-31 month 1 final'],
    ['2024', 'Annual (end of Sept)', '2023-10-01 2024-09-30 year 1 final'],
    ['2015/16', 'Academic Year', '2015-09-01 2016-08-31 academic 1 final'],
    ['2015-16', 'Academic Year', '2015-09-01 2016-08-31 academic 1 final'],
    ['2016-17', 'Financial Year', '2016-04-01 2017-03-31 financial 1 final'],
    ['2016-17 (OT)', 'Financial Year', '2016-04-01 2017-03-31 financial 1 final'],
    ['2014-16', 'Calendar Year', '2014-01-01 2016-12-31 calendar 3 final'],
    ['2013/14-15/16', 'Financial Year', '2013-04-01 2016-03-31 financial 3 final'],
    ['1999/00', 'Academic Year', '1999-09-01 2000-08-31 academic 1 final'],
    ['2025 (Rev)', 'Academic Year', '2024-09-01 2025-08-31 academic 1 revised'],
    ['2025 (prov)', 'Academic Year', '2024-09-01 2025-08-31 academic 1 provisional'],
    ['2020 (Final)', 'Academic Year', '2019-09-01 2020-08-31 academic 1 final'],
    ['0', 'Academic Year', 'not-a-period'],
    ['', 'Academic Year', 'not-a-period'],
    ['2024 (draft)', 'Academic Year', 'not-a-period'],
    ['2015/17', 'Academic Year', 'years-against-type'],
    ['2014-16', 'Academic Year', 'years-against-type'],
    ['2015/16', 'Calendar Year', 'years-against-type'],
    ['2013/14-15/17', 'Financial Year', 'years-against-type'],
    ['2024', '', 'year-type-unknown'],
    ['2024/25', 'Lunar Year', 'year-type-unknown'],
  ];
  for (const [text, type, expected] of table) assert.equal(line(parseLaitYears(text, type)), expected, text);
});

test('trap B3: every time identifier of Explore Education Statistics has its days', () => {
  const table: [string, string, string][] = [
    ['202425', 'Academic year', '2024-09-01 2025-08-31 academic 1 final'],
    ['201213', 'Academic Year', '2012-09-01 2013-08-31 academic 1 final'],
    ['202425', 'Financial year', '2024-04-01 2025-03-31 financial 1 final'],
    ['202425', 'Tax year', '2024-04-06 2025-04-05 financial 1 final'],
    ['2025', 'Reporting year', '2024-04-01 2025-03-31 financial 1 final'],
    ['2025', 'Calendar year', '2025-01-01 2025-12-31 calendar 1 final'],
    ['202425', 'Autumn term', '2024-09-01 2024-12-31 term 1 final'],
    ['202425', 'Spring term', '2025-01-01 2025-03-31 term 1 final'],
    ['202425', 'Summer term', '2025-04-01 2025-08-31 term 1 final'],
    ['202425', 'Autumn and spring term', '2024-09-01 2025-03-31 term 1 final'],
    ['202425', 'Financial year Q1', '2024-04-01 2024-06-30 quarter 1 final'],
    ['202425', 'Financial year Q4', '2025-01-01 2025-03-31 quarter 1 final'],
    ['202425', 'Academic year Q2', '2024-12-01 2025-02-28 quarter 1 final'],
    ['2024', 'Calendar year Q3', '2024-07-01 2024-09-30 quarter 1 final'],
    ['202425', 'Part 1 (April to September)', '2024-04-01 2024-09-30 half 1 final'],
    ['202425', 'Part 2 (October to March)', '2024-10-01 2025-03-31 half 1 final'],
    ['2024', 'February', '2024-02-01 2024-02-29 month 1 final'],
    ['2025', 'Week 1', '2024-12-30 2025-01-05 week 1 final'],
    ['2025', 'Week 30', '2025-07-21 2025-07-27 week 1 final'],
    ['2025', 'Week 53', 'not-a-period'],
    ['202426', 'Academic year', 'years-not-consecutive'],
    ['199900', 'Academic year', '1999-09-01 2000-08-31 academic 1 final'],
    ['2024', 'Academic year', 'years-against-type'],
    ['202425', 'Week 30', 'years-against-type'],
    ['2024', 'Fortnight', 'not-a-period'],
    ['2024', '', 'not-a-period'],
    ['24/25', 'Academic year', 'not-a-period'],
  ];
  for (const [period, identifier, expected] of table)
    assert.equal(line(parseEesTime(period, identifier)), expected, `${period} ${identifier}`);
  assert.equal(
    line(parseEesTime('2024', 'Reporting year', { reportingYearEnds: '06-30', state: 'provisional' })),
    '2023-07-01 2024-06-30 year 1 provisional',
  );
  assert.equal(
    line(parseEesTime('2024', 'Reporting year', { reportingYearEnds: '13-99' })),
    'year-type-unknown',
  );
});

test('trap B1: Fingertips periods agree with their sortable form and their range, or are refused', () => {
  const table: [string, string, string, string][] = [
    ['2023/24', '20230000', '1y', '2023-04-01 2024-03-31 financial 1 final'],
    ['2023', '20230000', '1y', '2023-01-01 2023-12-31 calendar 1 final'],
    ['2021 - 23', '20210000', '3y', '2021-01-01 2023-12-31 calendar 3 final'],
    ['2018/19 - 20/21', '20180000', '3y', '2018-04-01 2021-03-31 financial 3 final'],
    ['2018/19 - 2020/21', '20180000', '', '2018-04-01 2021-03-31 financial 3 final'],
    ['2023/24 Q4', '20230400', '1q', '2024-01-01 2024-03-31 quarter 1 final'],
    ['2023 Q1', '20230100', '', '2023-01-01 2023-03-31 quarter 1 final'],
    ['Jan 2024', '20240001', '1m', '2024-01-01 2024-01-31 month 1 final'],
    ['2023/24', '20220000', '1y', 'years-against-type'],
    ['2021 - 23', '20210000', '1y', 'years-against-type'],
    ['2023/25', '20230000', '1y', 'not-a-period'],
    ['lately', '20230000', '1y', 'not-a-period'],
  ];
  for (const [text, sortable, range, expected] of table)
    assert.equal(line(parseFingertipsTime({ text, sortable, range })), expected, text);
  const academic = parseFingertipsTime(
    { text: '2023/24', sortable: '', range: '' },
    { strokeYear: 'academic' },
  );
  assert.equal(line(academic), '2023-09-01 2024-08-31 academic 1 final');
});

test('an academic year is the same period whichever publisher wrote it', () => {
  const lait = known(parseLaitYears('2025 (Rev)', 'Academic Year'));
  const ees = known(parseEesTime('202425', 'Academic year'));
  assert.ok(samePeriod(lait, ees));
  assert.ok(!samePeriod(ees, known(parseEesTime('202425', 'Financial year'))));
});

test('revised and final take the place of provisional, and never the other way', () => {
  const states = ['provisional', 'revised', 'final'] as const;
  const wins = states.map((a) => states.map((b) => revisedWins({ state: a }, { state: b })));
  assert.deepEqual(wins, [
    [true, false, false],
    [true, true, false],
    [true, true, true],
  ]);
});

test('a series runs by the day its periods end', () => {
  const texts = ['2016-18', '2014-16', '2015-17'].map((text) => known(parseLaitYears(text, 'Calendar Year')));
  assert.deepEqual(
    texts.toSorted(comparePeriods).map(({ text }) => text),
    ['2014-16', '2015-17', '2016-18'],
  );
});

test('weeks of a year follow one another without a gap and none belongs to two years', () => {
  const shape = { state: 'final', text: '' } as const;
  fc.assert(
    fc.property(fc.integer({ min: 2000, max: 2099 }), fc.integer({ min: 1, max: 51 }), (year, week) => {
      const [here, next] = [isoWeek(year, week, shape), isoWeek(year, week + 1, shape)];
      assert.ok(here && next);
      assert.equal(addDays(here.end, 1), next.start);
      assert.equal(new Date(`${here.start}T00:00:00Z`).getUTCDay(), 1);
    }),
  );
  assert.equal(isoWeek(2020, 53, shape)?.end, '2021-01-03');
  assert.equal(isoWeek(2021, 53, shape), undefined);
});

test('twelve months that end on a day begin on the day after, a year before', () => {
  const shape = { kind: 'year', state: 'final', text: '' } as const;
  assert.equal(yearEnding(dayOf(2024, 12, 31), shape).start, '2024-01-01');
  assert.equal(yearEnding(dayOf(2024, 2, 29), shape).start, '2023-03-01');
  assert.equal(yearEnding(dayOf(2024, 9, 30), { ...shape, years: 3 }).start, '2021-10-01');
});

test('a period is said for people, long and short', () => {
  const said = (period: Period) => `${sayPeriod(period)} | ${shortPeriod(period)}`;
  assert.equal(said(known(parseLaitYears('2024', 'Academic Year'))), 'academic year 2023 to 2024 | 2023/24');
  assert.equal(said(known(parseEesTime('2025', 'Reporting year'))), 'April 2024 to March 2025 | 2024/25');
  assert.equal(
    said(known(parseLaitYears('2014-16', 'Calendar Year'))),
    '2014 to 2016 (3 years together) | 2014–16',
  );
  assert.equal(
    said(known(parseLaitYears('2013/14-15/16', 'Financial Year'))),
    'April 2013 to March 2016 (3 years together) | 2013/14–15/16',
  );
  assert.equal(said(known(parseEesTime('2025', 'Week 30'))), '21 July 2025 to 27 July 2025 | 27 Jul 2025');
  assert.equal(said(known(parseEesTime('2025', 'January'))), 'January 2025 | Jan 2025');
  assert.equal(
    said(known(parseLaitYears('2025', 'Annual (end of Sept)'))),
    'October 2024 to September 2025 | to Sept 2025',
  );
  assert.equal(
    sayPeriod(academicYears(2024, 2025, { state: 'provisional', text: '' })),
    'academic year 2024 to 2025 (provisional)',
  );
});
