import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { inHours, minutesInHours, nextOpening, type Hours } from './hours.ts';

const hours: Hours = { opens: '08:30', closes: '17:30', isClosed: (day) => day === '2026-12-25' };
const at = (text: string) => new Date(text);

test('readers are at work on working days in the hours of the partnership, by the clock in England', () => {
  assert.equal(inHours(at('2026-11-23T08:30:00Z'), hours), true);
  assert.equal(inHours(at('2026-11-23T08:29:59Z'), hours), false);
  assert.equal(inHours(at('2026-11-23T17:30:00Z'), hours), false);
  assert.equal(inHours(at('2026-11-22T10:00:00Z'), hours), false, 'a Sunday');
  assert.equal(inHours(at('2026-12-25T10:00:00Z'), hours), false, 'a bank holiday');
  assert.equal(inHours(at('2026-07-06T07:45:00Z'), hours), true, 'a quarter to nine in summer');
});

test('minutes count in hours only: Friday evening to Monday morning is none', () => {
  assert.equal(minutesInHours(at('2026-11-20T18:00:00Z'), at('2026-11-23T08:30:00Z'), hours), 0);
  assert.equal(minutesInHours(at('2026-11-20T18:00:00Z'), at('2026-11-23T09:00:00Z'), hours), 30);
  assert.equal(minutesInHours(at('2026-11-20T17:20:00Z'), at('2026-11-23T08:50:00Z'), hours), 30);
  assert.equal(minutesInHours(at('2026-11-23T09:00:00Z'), at('2026-11-23T09:29:00Z'), hours), 29);
  assert.equal(minutesInHours(at('2026-12-24T17:00:00Z'), at('2026-12-28T08:30:00Z'), hours), 30);
});

test('minutes never run backwards and never leave hours', () => {
  const moment = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 0, 1) });
  fc.assert(
    fc.property(
      moment,
      fc.integer({ min: 0, max: 10 * 86_400_000 }),
      fc.nat(86_400_000),
      (from, lasts, more) => {
        const first = minutesInHours(new Date(from), new Date(from + lasts), hours);
        const later = minutesInHours(new Date(from), new Date(from + lasts + more), hours);
        return first >= 0 && later >= first && later <= 11 * 540;
      },
    ),
    { numRuns: 300 },
  );
});

test('out of hours the next opening is named, past weekends and bank holidays', () => {
  assert.deepEqual(nextOpening(at('2026-11-20T18:00:00Z'), hours), { day: '2026-11-23', time: '08:30' });
  assert.deepEqual(nextOpening(at('2026-11-23T07:00:00Z'), hours), { day: '2026-11-23', time: '08:30' });
  assert.deepEqual(nextOpening(at('2026-12-24T19:00:00Z'), hours), { day: '2026-12-28', time: '08:30' });
  assert.equal(nextOpening(at('2026-11-20T18:00:00Z'), { ...hours, isClosed: () => true }), undefined);
});
