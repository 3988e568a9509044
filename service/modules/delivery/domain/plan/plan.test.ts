import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayOf } from '#platform/kernel/day.ts';
import { storedId, type Id } from '#platform/kernel/id.ts';
import type { Action } from '../action.ts';
import { emptyAction } from '../new-action.ts';
import { reminderDue } from './asking-owners.ts';
import { looseOf, type Standing } from './came-loose.ts';
import { choose } from './choose-actions.ts';
import { checkImpact, meetingsOf, type ImpactWords } from './combined-impact.ts';
import { likely, likelyPairs } from './likeness.ts';
import { checkPlan, movedPriority } from './new-plan.ts';
import { totalsOf } from './plan-totals.ts';
import { circleMadeBy, heldUpBy, lateAndHeldUp } from './waits-for.ts';

const today = dayOf(2026, 9, 3);
const idOf = (number: number): Id<'action'> =>
  storedId(`01900000-0000-7000-8000-${String(number).padStart(12, '0')}`);

const actionOf = (number: number, given: Partial<Action> = {}): Action => ({
  ...emptyAction,
  id: idOf(number),
  number,
  title: `Action ${number}`,
  state: 'under-way',
  reason: '',
  doneOn: undefined,
  decisionId: undefined,
  findingId: undefined,
  carriedFrom: undefined,
  version: 1,
  ...given,
});

const wait = (number: number, before: number) => ({ actionId: idOf(number), waitsFor: idOf(before) });

test('H05 a wait that would close a circle says the way round; one that closes none is none', () => {
  const waits = [wait(2, 1), wait(3, 2)];
  assert.deepEqual(circleMadeBy(waits, wait(1, 3)), [idOf(1), idOf(3), idOf(2), idOf(1)]);
  assert.deepEqual(circleMadeBy(waits, wait(1, 1)), [idOf(1), idOf(1)]);
  assert.equal(circleMadeBy(waits, wait(4, 1)), undefined);
  assert.equal(circleMadeBy(waits, wait(3, 1)), undefined);
});

test('H05 what is late stands first, the longest overdue before, with all that it holds up and is not over', () => {
  const actions = [
    actionOf(1, { due: dayOf(2026, 8, 1) }),
    actionOf(2),
    actionOf(3, { state: 'done' }),
    actionOf(4, { due: dayOf(2026, 7, 1), state: 'not-begun' }),
    actionOf(5, { due: dayOf(2026, 7, 1), state: 'done' }),
  ];
  const waits = [wait(2, 1), wait(3, 2), wait(1, 4)];
  const numbers = lateAndHeldUp({ actions, waits, today }).map(({ late, holdsUp }) => [
    late.number,
    holdsUp.map(({ number }) => number),
  ]);
  assert.deepEqual(numbers, [
    [4, [1, 2]],
    [1, [2]],
  ]);
  assert.deepEqual(heldUpBy([wait(1, 2), wait(2, 1)], idOf(1)), [idOf(2)], 'a ring in the rows ends');
});

test('H05 two titles that share their words are shown as likely the same; an aim in common needs fewer; what is over is past', () => {
  const one = actionOf(1, { title: 'Saturday groups for young people while they wait' });
  const other = actionOf(2, { title: 'While You Wait: Saturday groups for young people' });
  const bus = actionOf(3, { title: 'A bus home on Fridays' });
  assert.deepEqual(
    likely(one, [bus, other]).map(({ action }) => action.number),
    [2],
  );
  assert.deepEqual(likely(one, [{ ...other, state: 'stopped' }]), []);
  const element = { frameworkSlug: 'brackenshire', elementKey: 'a-way-to-get-there' };
  const lift = actionOf(4, { title: 'A lift home', element });
  assert.deepEqual(likely(lift, [bus]), []);
  assert.equal(likelyPairs([lift, { ...bus, element }]).length, 1);
  assert.deepEqual(likely(actionOf(5, { title: 'The and of' }), [actionOf(6, { title: 'The and of' })]), []);
});

test('H13 the sums of a plan hold what is costed, say what is not, and leave out what was stopped', () => {
  const totals = totalsOf([
    actionOf(1, { oneOffPounds: 500 }),
    actionOf(2, { yearlyPounds: 1_000, oneOffPounds: 0 }),
    actionOf(3, { oneOffPounds: 9_999, state: 'stopped' }),
    actionOf(4),
  ]);
  assert.deepEqual([totals.oneOffPounds, totals.yearlyPounds, totals.costed], [500, 1_000, 2]);
  assert.deepEqual(
    totals.notCosted.map(({ number }) => number),
    [4],
  );
});

test('an owner who left, an organisation that closed and an element that was withdrawn are said; of what is over nothing is', () => {
  const standing: Standing = {
    elements: new Set(['brackenshire gentle-start']),
    people: new Set(['01900000-0000-7000-8000-0000000000f1']),
    organisations: new Set(['well']),
    known: new Map([['gone', { name: 'The Ark', standing: 'Charity. Closed on 1 April 2026' }]]),
  };
  const loose = actionOf(1, {
    element: { frameworkSlug: 'brackenshire', elementKey: 'old-hall' },
    owner: {
      personId: storedId('01900000-0000-7000-8000-0000000000f2'),
      name: 'Sam',
      email: '',
      organisationKey: 'gone',
    },
  });
  assert.deepEqual(looseOf(loose, standing), [
    { kind: 'element-withdrawn' },
    { kind: 'owner-left' },
    { kind: 'organisation-gone', name: 'The Ark', standing: 'Charity. Closed on 1 April 2026' },
  ]);
  assert.deepEqual(looseOf({ ...loose, state: 'done' }, standing), []);
  assert.deepEqual(looseOf(actionOf(2), standing), [{ kind: 'nobody-owns' }]);
  const kept = { ...emptyAction.owner, organisationKey: 'well' };
  const element = { frameworkSlug: 'brackenshire', elementKey: 'gentle-start' };
  assert.deepEqual(looseOf(actionOf(3, { owner: kept, element }), standing), []);
});

test('H05 what is chosen of a plan: late holds what its day has passed, whatever its owner last said', () => {
  const actions = [
    actionOf(1, { due: dayOf(2026, 8, 1) }),
    actionOf(2, { state: 'late' }),
    actionOf(3, { state: 'done' }),
  ];
  const numbers = (state: 'late' | 'open' | 'done' | '') =>
    choose(actions, { owner: '', organisation: '', state }, today).map(({ number }) => number);
  assert.deepEqual(numbers('late'), [1, 2]);
  assert.deepEqual(numbers('open'), [1, 2]);
  assert.deepEqual(numbers('done'), [3]);
  assert.deepEqual(numbers(''), [1, 2, 3]);
});

test('H05 a plan needs a title, an address and an end after its beginning; a priority moves one place and no further', () => {
  const words = {
    key: '2026-27',
    title: 'A year',
    frameworkSlug: 'brackenshire',
    from: dayOf(2026, 4, 1),
    until: dayOf(2027, 3, 31),
    state: 'draft' as const,
    agreedOn: undefined,
  };
  assert.equal(checkPlan(words).done, true);
  const reasons = [{ title: ' ' }, { key: 'new' }, { key: 'a b' }, { until: words.from }].map((wrong) => {
    const checked = checkPlan({ ...words, ...wrong });
    return checked.done ? 'kept' : checked.refusal.reason;
  });
  assert.deepEqual(reasons, ['title-missing', 'key-wrong', 'key-wrong', 'ends-before-it-begins']);
  const priorities = [1, 2, 3].map((place) => ({
    id: storedId<'priority'>(`p${place}`),
    planId: storedId<'plan'>('plan'),
    elementKey: '',
    title: `${place}`,
    why: '',
    place,
    carriedFrom: undefined,
    version: 1,
  }));
  const moved = movedPriority(priorities, storedId('p2'), 'up');
  assert.deepEqual(
    moved?.map(({ title, place }) => [title, place]),
    [
      ['2', 1],
      ['1', 2],
      ['3', 3],
    ],
  );
  assert.equal(movedPriority(priorities, storedId('p3'), 'down'), undefined);
});

test('C11 a combined impact speaks of somebody, of two changes at least, and answers where it harms', () => {
  const change = (words: string) => ({
    actionId: undefined,
    organisationKey: 'well',
    words,
    from: undefined,
  });
  const words: ImpactWords = {
    families: 'Families on low pay',
    concerns: ['low-income'],
    whatHappens: '',
    direction: 'harms',
    whatWeDo: 'We ring them.',
    ownerName: '',
    review: undefined,
    changes: [change('Rent rises'), change('The bus ends'), change('  ')],
  };
  const kept = checkImpact(words);
  assert.equal(kept.done && kept.value.changes.length, 2, 'a line left empty is no change');
  const reasons = [{ families: '' }, { changes: [change('Rent rises')] }, { whatWeDo: ' ' }].map((wrong) => {
    const checked = checkImpact({ ...words, ...wrong });
    return checked.done ? 'kept' : checked.refusal.reason;
  });
  assert.deepEqual(reasons, ['families-missing', 'too-few-changes', 'answer-missing']);
});

test('C11 two organisations that name one group at one time are suggested, until somebody has written it down', () => {
  const plan = { from: dayOf(2026, 4, 1), until: dayOf(2027, 3, 31) };
  const of = (number: number, organisationKey: string, given: Partial<Action> = {}) =>
    actionOf(number, {
      expectedFor: 'Families on low pay',
      owner: { ...emptyAction.owner, organisationKey },
      ...given,
    });
  const actions = [of(1, 'bus'), of(2, 'school'), of(3, 'bus', { expectedFor: 'Somebody else' })];
  const found = meetingsOf(actions, { plan, impacts: [] });
  assert.deepEqual(
    found.map((one) => one.actions.map(({ number }) => number)),
    [[1, 2]],
  );
  assert.deepEqual(meetingsOf([of(1, 'bus'), of(2, 'bus')], { plan, impacts: [] }), [], 'one organisation');
  const later = of(2, 'school', { start: dayOf(2026, 12, 1) });
  const sooner = of(1, 'bus', { due: dayOf(2026, 11, 1) });
  assert.deepEqual(meetingsOf([sooner, later], { plan, impacts: [] }), [], 'one after the other');
});

test('a letter is reminded of after one week and after three, and never once it was answered', () => {
  const madeAt = new Date('2026-09-01T08:00:00Z');
  const after = (days: number) => new Date(madeAt.getTime() + days * 86_400_000);
  assert.equal(reminderDue({ madeAt, ended: undefined }, after(6)), undefined);
  assert.equal(reminderDue({ madeAt, ended: undefined }, after(7)), 1);
  assert.equal(reminderDue({ madeAt, ended: undefined }, after(22)), 2);
  assert.equal(reminderDue({ madeAt, ended: {} }, after(22)), undefined);
});
