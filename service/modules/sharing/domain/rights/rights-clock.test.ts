import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayOf } from '#platform/kernel/day.ts';
import { clockOf, dueOn, mayExtend } from './rights-clock.ts';

const day = (text: string) => {
  const [year = 0, month = 0, date = 0] = text.split('-').map(Number);
  return dayOf(year, month, date);
};

const plain = { pauses: [], extendedMonths: 0 };

test('R23: an answer is due on the same day of the next month, or on its last where it has no such day', () => {
  for (const [received, due] of [
    ['2026-09-03', '2026-10-03'],
    ['2026-01-31', '2026-02-28'],
    ['2028-01-31', '2028-02-29'],
    ['2026-03-31', '2026-04-30'],
    ['2026-12-15', '2027-01-15'],
  ] as const)
    assert.equal(dueOn({ ...plain, receivedOn: day(received) }, day(received)), due);
});

test('R23: days on which we wait for an answer to our question do not count, and the clock says that it stands still', () => {
  const receivedOn = day('2026-09-01');
  const asked = { reason: 'clarification' as const, fromOn: day('2026-09-10'), untilOn: day('2026-09-24') };
  assert.equal(dueOn({ ...plain, receivedOn, pauses: [asked] }, day('2026-09-30')), '2026-10-15');
  const open = { ...asked, untilOn: undefined };
  const clock = clockOf({ ...plain, receivedOn, pauses: [open], answeredOn: undefined }, day('2027-03-01'));
  assert.equal(clock.state, 'paused');
});

test('R23: where who asks was not known, the month begins when it is', () => {
  const receivedOn = day('2026-09-01');
  const identity = { reason: 'identity' as const, fromOn: day('2026-09-02'), untilOn: day('2026-09-20') };
  assert.equal(dueOn({ ...plain, receivedOn, pauses: [identity] }, day('2026-09-30')), '2026-10-20');
});

test('R23: two months more may be taken, only within the month itself, and late is late', () => {
  const receivedOn = day('2026-09-01');
  assert.equal(mayExtend({ ...plain, receivedOn }, day('2026-10-01')), true);
  assert.equal(mayExtend({ ...plain, receivedOn }, day('2026-10-02')), false);
  assert.equal(dueOn({ receivedOn, pauses: [], extendedMonths: 2 }, receivedOn), '2026-12-01');
  const late = clockOf({ ...plain, receivedOn, answeredOn: undefined }, day('2026-10-04'));
  assert.deepEqual(late, { state: 'late', dueOn: '2026-10-01', daysLate: 3 });
  const answered = clockOf({ ...plain, receivedOn, answeredOn: day('2026-10-01') }, day('2027-01-01'));
  assert.equal(answered.state === 'answered' && answered.inTime, true);
});
