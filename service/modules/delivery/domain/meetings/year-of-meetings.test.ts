import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { dayOf, dayFrom } from '#platform/kernel/day.ts';
import { dayInMonth, weekdayOf } from './meeting-days.ts';
import { meetingsOfYear, type YearRule } from './year-of-meetings.ts';

const none = { frameworkSlug: '', elementKey: '' };
const meeting = (month: number, kind: 'oversight' | 'workshop') => ({
  ...{ month, kind, title: kind, theme: '', element: none },
});
const rule: YearRule = {
  from: dayOf(2026, 9, 1),
  pattern: { way: 'weekday', nth: 2, weekday: 1 },
  ...{ at: '14:00', minutes: 120, place: 'Hall', joining: '', schoolHolidays: [] },
  meetings: [
    ...[9, 1].map((month) => meeting(month, 'oversight')),
    ...[11, 3, 5, 7].map((month) => meeting(month, 'workshop')),
  ],
};
const none2027 = { days: [], knownUntil: dayOf(2027, 12, 31) };

test('H03 H04 oversight in January and September with four workshops between are six second Mondays', () => {
  const made = meetingsOfYear(rule, none2027);
  assert.deepEqual(made.done && made.value.map(({ on, kind }) => [on, kind]), [
    ['2026-09-14', 'oversight'],
    ['2026-11-09', 'workshop'],
    ['2027-01-11', 'oversight'],
    ['2027-03-08', 'workshop'],
    ['2027-05-10', 'workshop'],
    ['2027-07-12', 'workshop'],
  ]);
});

test('H03 a meeting avoids bank holidays and school holidays, stays on its weekday, and says why', () => {
  const first: YearRule = {
    ...rule,
    pattern: { way: 'weekday', nth: 1, weekday: 1 },
    meetings: [meeting(5, 'workshop')],
  };
  const may = dayOf(2027, 5, 3);
  const schoolHolidays = [{ from: dayOf(2027, 5, 10), to: dayOf(2027, 5, 14) }];
  const days = [{ from: may, to: may, because: 'the early May bank holiday' }];
  const made = meetingsOfYear({ ...first, schoolHolidays }, { ...none2027, days });
  assert.deepEqual(made.done && made.value.map(({ on, instead }) => [on, instead]), [
    ['2027-05-17', { of: '2027-05-03', because: 'the early May bank holiday' }],
  ]);
});

test('H03 a year that the table of bank holidays does not reach is refused, and so is one without a month', () => {
  const far = meetingsOfYear({ ...rule, from: dayOf(2027, 9, 1) }, none2027);
  assert.equal(!far.done && far.refusal.reason, 'holidays-not-known');
  const empty = meetingsOfYear({ ...rule, meetings: [] }, none2027);
  assert.equal(!empty.done && empty.refusal.reason, 'no-month-chosen');
});

test('H03 the nth weekday of any month is that weekday, in that month, and the nth of it', () => {
  fc.assert(
    fc.property(
      fc.record({
        year: fc.integer({ min: 2000, max: 2100 }),
        month: fc.integer({ min: 1, max: 12 }),
        weekday: fc.integer({ min: 1, max: 7 }),
        nth: fc.constantFrom(...([1, 2, 3, 4, 'last'] as const)),
      }),
      ({ year, month, weekday, nth }) => {
        const day = dayInMonth({ way: 'weekday', nth, weekday }, year, month);
        assert.equal(weekdayOf(day), weekday);
        assert.equal(day.slice(0, 7), `${year}-${String(month).padStart(2, '0')}`);
        const number = Number(day.slice(8));
        if (nth !== 'last') assert.equal(Math.ceil(number / 7), nth);
        else assert.equal(dayFrom(`${day.slice(0, 8)}${String(number + 7)}`), undefined);
      },
    ),
  );
});
