import assert from 'node:assert/strict';
import { test } from 'node:test';
import { worthShowing, type SuggestionSeen } from './agenda.ts';

function suggestion(origin: SuggestionSeen['origin'], number: number, isTaken = false): SuggestionSeen {
  return {
    origin,
    subject: { kind: 'action', id: `${number}` },
    title: `Number ${number}`,
    words: '',
    asks: 'to-talk',
    minutes: 5,
    link: '/actions/1',
    publishing: { publish: 'publish', ground: '' },
    isTaken,
  };
}

test('H04 of each kind a meeting is shown ten to choose from, and what it has taken; the rest is counted', () => {
  const late = Array.from({ length: 14 }, (_, at) => suggestion('late-action', at, at < 2));
  const found = [suggestion('finding', 1)];
  const { shown, left } = worthShowing([...late, ...found]);
  assert.equal(shown.filter(({ origin }) => origin === 'late-action').length, 12);
  assert.equal(shown.filter(({ origin }) => origin === 'finding').length, 1);
  assert.deepEqual(left, [{ origin: 'late-action', count: 2 }]);
});

test('H04 where a meeting can look through all of it nothing is left out', () => {
  const ten = Array.from({ length: 10 }, (_, at) => suggestion('decision-due', at));
  assert.deepEqual(worthShowing(ten), { shown: ten, left: [] });
});
