import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isOverdue, letterIsDue, lettersToWrite, mostLetters } from './supplier.ts';

const first = new Date('2026-10-01T06:00:00Z');
const after = (days: number) => new Date(first.getTime() + days * 86_400_000);

test('B20: a letter, a reminder after one week and one after two, then it is overdue; each day of the quarter', () => {
  let ask: { state: 'asked'; letters: number; lastLetterAt: Date | undefined } = {
    state: 'asked',
    letters: 0,
    lastLetterAt: undefined,
  };
  const sentOn: number[] = [];
  let overdueFrom: number | undefined;
  for (let day = 0; day < 90; day += 1) {
    if (letterIsDue(ask, after(day))) {
      sentOn.push(day);
      ask = { state: 'asked', letters: ask.letters + 1, lastLetterAt: after(day) };
    }
    if (overdueFrom === undefined && isOverdue(ask, after(day))) overdueFrom = day;
  }
  assert.deepEqual(sentOn, [0, 7, 14]);
  assert.equal(sentOn.length, mostLetters);
  assert.equal(overdueFrom, 21);
});

test('B20: what was answered is never reminded of and never overdue', () => {
  for (const state of ['given', 'taken', 'put-aside'] as const) {
    assert.equal(letterIsDue({ state, letters: 1, lastLetterAt: first }, after(30)), false);
    assert.equal(isOverdue({ state, letters: 3, lastLetterAt: first }, after(30)), false);
  }
});

test('B20: an address that owes several gets one letter, and at most one in a week', () => {
  const ask = (email: string, letters: number, lastLetterAt: Date | undefined) => ({
    email,
    state: 'asked' as const,
    letters,
    lastLetterAt,
  });
  const found = lettersToWrite(
    [
      ask('a@x.example', 0, undefined),
      ask('a@x.example', 1, after(0)),
      ask('b@x.example', 0, undefined),
      ask('b@x.example', 1, after(5)),
      ask('c@x.example', 3, after(0)),
    ],
    after(8),
  );
  assert.deepEqual(
    found.map(({ email, asks }) => [email, asks.length]),
    [['a@x.example', 2]],
    'b had a letter three days ago, c had three',
  );
});
