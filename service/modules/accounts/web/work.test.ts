import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays, dayOf } from '#platform/kernel/day.ts';
import { inOrder, type Waiting } from './work.tsx';

const today = dayOf(2026, 9, 3);
const item = (title: string, days?: number): Waiting => ({
  title,
  words: '',
  link: `/${title}`,
  due: days === undefined ? undefined : addDays(today, days),
});

test('what waits stands by urgency: what is overdue first, then this week, then the rest as the rooms gave it', () => {
  const groups = inOrder(
    [item('loose'), item('later', 30), item('now', 0), item('late', -9), item('soon', 7), item('file')],
    today,
  );
  assert.deepEqual(
    groups.map(({ title, items }) => [title, items.map((one) => one.title)]),
    [
      ['Today', ['late', 'now']],
      ['This week', ['soon']],
      ['When you can', ['loose', 'file', 'later']],
    ],
  );
  assert.deepEqual(inOrder([], today), []);
});
