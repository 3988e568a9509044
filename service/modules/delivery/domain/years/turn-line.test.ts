import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayOf } from '#platform/kernel/day.ts';
import { storedId } from '#platform/kernel/id.ts';
import type { Action } from '../action.ts';
import { emptyAction } from '../new-action.ts';
import type { Plan, Priority } from '../plan.ts';
import { nextPlanOf } from './next-plan.ts';
import { checkClose, checkTurn, linesOf, type Turn } from './turn-line.ts';

const plan: Plan = {
  id: storedId('01900000-0000-7000-8000-000000000001'),
  key: '2025-26',
  title: 'Our plan',
  frameworkSlug: 'brackenshire',
  from: dayOf(2025, 4, 1),
  until: dayOf(2026, 3, 31),
  state: 'agreed',
  follows: undefined,
  agreedOn: undefined,
  agreedBy: undefined,
  version: 1,
};
const priority: Priority = {
  id: storedId('01900000-0000-7000-8000-000000000002'),
  planId: plan.id,
  elementKey: 'gentle-start',
  title: 'A gentle start',
  why: '',
  place: 1,
  carriedFrom: undefined,
  version: 1,
};

function action(number: number, state: Action['state'], under?: Priority): Action {
  return {
    ...emptyAction,
    id: storedId(`01900000-0000-7000-8000-0000000001${String(number).padStart(2, '0')}`),
    number,
    priorityId: under?.id,
    state,
    reason: '',
    doneOn: undefined,
    decisionId: undefined,
    findingId: undefined,
    carriedFrom: undefined,
    version: 1,
  };
}

const turn: Turn = {
  id: storedId('01900000-0000-7000-8000-000000000009'),
  kind: 'priority',
  subjectId: priority.id,
  became: 'done',
  reason: '',
  intoId: undefined,
  saidAt: new Date(0),
  saidByName: 'Ada',
};

test('H05 each priority stands before its actions; what ended in the year needs no turning', () => {
  const lines = linesOf({
    priorities: [priority],
    actions: [action(1, 'under-way'), action(2, 'done', priority), action(3, 'late', priority)],
    turns: [turn],
    turnedBack: [],
  });
  assert.deepEqual(
    lines.map(({ subject, standing }) => [
      subject.kind === 'action' ? subject.action.number : subject.kind,
      standing,
    ]),
    [
      ['priority', 'turned'],
      [2, 'over'],
      [3, 'open'],
      [1, 'open'],
    ],
  );
});

test('H05 a line turns once, a stop says why, and only a plan that is agreed turns', () => {
  const [open, over] = linesOf({
    priorities: [],
    actions: [action(1, 'late'), action(2, 'done')],
    turns: [],
    turnedBack: [],
  });
  const check = (given: Partial<Parameters<typeof checkTurn>[0]>) => {
    const checked = checkTurn({ plan, line: open, became: 'carried', reason: ' ', ...given });
    return checked.done ? 'done' : checked.refusal.reason;
  };
  assert.equal(check({}), 'done');
  assert.equal(check({ became: 'stopped' }), 'reason-missing');
  assert.equal(check({ became: 'stopped', reason: 'No money.' }), 'done');
  assert.equal(check({ line: over }), 'over-already');
  assert.equal(check({ line: undefined }), 'line-missing');
  assert.equal(check({ line: open && { ...open, turn, standing: 'turned' } }), 'turned-already');
  assert.equal(check({ plan: { state: 'draft' } }), 'plan-not-agreed');
  assert.equal(check({ plan: { state: 'closed' } }), 'plan-closed');
});

test('H05 a year does not close while a line is open, and says how many are', () => {
  const lines = linesOf({ priorities: [priority], actions: [action(1, 'late')], turns: [], turnedBack: [] });
  const refused = checkClose(plan, lines);
  assert.deepEqual(!refused.done && refused.refusal, { reason: 'lines-open', priorities: 1, actions: 1 });
  assert.ok(
    checkClose(plan, linesOf({ priorities: [priority], actions: [], turns: [turn], turnedBack: [] })).done,
  );
});

test('H05 the next plan is a draft of the year after, leap years too', () => {
  const next = nextPlanOf(plan);
  assert.deepEqual(
    [next.key, next.from, next.until, next.state, next.follows],
    ['2026-27', '2026-04-01', '2027-03-31', 'draft', plan.id],
  );
  const leap = nextPlanOf({ ...plan, from: dayOf(2027, 2, 28), until: dayOf(2028, 2, 28) });
  assert.deepEqual([leap.from, leap.until], ['2028-02-29', '2029-02-27']);
});
