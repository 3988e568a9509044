import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayOf } from '#platform/kernel/day.ts';
import { storedId } from '#platform/kernel/id.ts';
import { isLate, type Action } from './action.ts';
import { emptyAction } from './new-action.ts';
import { afterSaying, type Said } from './progress.ts';

const today = dayOf(2026, 9, 3);

const action: Action = {
  ...emptyAction,
  id: storedId('01900000-0000-7000-8000-0000000000c1'),
  number: 7,
  title: 'Ring every family',
  due: dayOf(2026, 12, 1),
  state: 'under-way',
  reason: '',
  doneOn: undefined,
  decisionId: undefined,
  findingId: undefined,
  carriedFrom: undefined,
  version: 3,
};

const say = (given: Partial<Said>, before: Partial<Action> = {}) =>
  afterSaying({ ...action, ...before }, { state: 'under-way', words: '', due: undefined, ...given }, today);

test('H05 done is done today, and the version goes on', () => {
  const after = say({ state: 'done' });
  assert.ok(after.done);
  assert.deepEqual([after.value.state, after.value.doneOn, after.value.version], ['done', today, 4]);
});

test('H05 late, paused and stopped need a reason, which stands until the state changes', () => {
  for (const state of ['late', 'paused', 'stopped'] as const) {
    const bare = say({ state, words: '  ' });
    assert.deepEqual(!bare.done && bare.refusal, { reason: 'reason-missing', state });
    const said = say({ state, words: ' The worker left. ' });
    assert.ok(said.done);
    assert.equal(said.value.reason, 'The worker left.');
    const onward = afterSaying(
      said.value,
      { state: 'under-way', words: 'She is back.', due: undefined },
      today,
    );
    assert.ok(onward.done);
    assert.equal(onward.value.reason, '');
  }
});

test('H05 saying done twice changes nothing and says since when; beginning again needs words', () => {
  const over = { state: 'done', doneOn: dayOf(2026, 9, 1) } as const;
  const twice = say({ state: 'done' }, over);
  assert.deepEqual(!twice.done && twice.refusal, {
    reason: 'already-so',
    state: 'done',
    since: dayOf(2026, 9, 1),
  });
  assert.equal(say({ state: 'under-way' }, over).done, false);
  const again = say({ state: 'under-way', words: 'It came back.' }, over);
  assert.ok(again.done);
  assert.equal(again.value.doneOn, undefined);
});

test('H05 nothing said is refused, a moved day is something, and a day that is past is none', () => {
  assert.deepEqual(!say({}).done, true);
  const moved = say({ due: dayOf(2027, 1, 31) });
  assert.ok(moved.done);
  assert.equal(moved.value.due, dayOf(2027, 1, 31));
  const past = say({ due: dayOf(2026, 9, 2) });
  assert.equal(!past.done && past.refusal.reason, 'day-past');
});

test('H05 late is what its day has passed or what is said to be late, never what is over or paused', () => {
  const due = dayOf(2026, 9, 2);
  assert.equal(isLate({ state: 'under-way', due }, today), true);
  assert.equal(isLate({ state: 'under-way', due: today }, today), false);
  assert.equal(isLate({ state: 'late', due: undefined }, today), true);
  for (const state of ['done', 'stopped', 'paused'] as const)
    assert.equal(isLate({ state, due }, today), false);
});
