import assert from 'node:assert/strict';
import { test } from 'node:test';
import { matchMap } from './match-map.ts';
import type { StrategyToTie } from './match-map.ts';
import { sayMap, tallyOfMap } from './map-sentences.ts';
import type { KeptMap, MatchedPlan } from './matched-map.ts';

const element = (key: string, label: string, number?: number): StrategyToTie['elements'][number] => ({
  key,
  label,
  statement: undefined,
  number,
});

const larkmere: StrategyToTie = {
  slug: 'larkmere',
  name: 'Growing up in Larkmere',
  isClosed: false,
  elements: [
    element('safe', 'Safe & loved', 1),
    { ...element('ready', 'Curious', 2), statement: 'Every child is ready for school.' },
    element('twice', 'Well', 3),
    element('twice-below', 'Well'),
    element('same-a', 'A place to play'),
    element('same-b', 'A place to play'),
  ],
  measures: [{ element: 'safe', source: 'lait', code: 'A', role: 'headline' }],
};
const closed = { ...larkmere, slug: 'old', name: 'Old', isClosed: true };
const titles = new Map(['A', 'B', 'C'].map((code) => [`lait:${code}`, `Measure ${code}`]));

type Given = Partial<KeptMap['ties'][number]>;

function tie(given: Given): KeptMap['ties'][number] {
  return {
    plan: 'growing up in Larkmere',
    outcomeNumber: 1,
    outcome: 'Safe and loved',
    role: 'headline',
    measure: { source: 'lait', code: 'B' },
    line: 2,
    ...given,
  };
}

function matched(ties: readonly Given[], more: Partial<KeptMap> = {}): MatchedPlan[] {
  const map = { ties: ties.map(tie), unanswered: [], choices: {}, ...more };
  return matchMap(map, { strategies: [larkmere, closed], titles });
}

function states(
  plans: readonly MatchedPlan[],
): (readonly [string, string | undefined, string | undefined])[] {
  return plans.flatMap(({ lines }) =>
    lines.map(
      ({ state, element: found, role }) => [state, found && `${found.key} ${found.by}`, role] as const,
    ),
  );
}

test('an outcome is the element that bears its words, in its label or its statement', () => {
  assert.deepEqual(
    states(
      matched([
        { outcome: 'SAFE AND LOVED' },
        { outcome: 'Every child is ready for school' },
        { outcome: 'Well', outcomeNumber: 7 },
        { outcome: 'A place to play', outcomeNumber: 1 },
      ]),
    ),
    [
      ['to-tie', 'safe words', 'headline'],
      ['to-tie', 'ready words', 'headline'],
      ['to-tie', 'twice words', 'headline'],
      ['no-outcome', undefined, 'headline'],
    ],
    'where an outcome and something else bear one name the outcome is meant; of two equals neither',
  );
});

test('a number counts where words fail, and only in a strategy of the very name', () => {
  const byNumber = [{ outcome: 'Quite other words' }, { outcome: '' }, { outcome: '', outcomeNumber: 9 }];
  assert.deepEqual(states(matched(byNumber)), [
    ['to-tie', 'safe number', 'headline'],
    ['stands', 'safe number', 'headline'],
    ['no-outcome', undefined, 'headline'],
  ]);
  const elsewhere = byNumber.map((given) => ({ ...given, plan: 'Elsewhere' }));
  assert.deepEqual(states(matched(elsewhere, { choices: { Elsewhere: 'larkmere' } })), [
    ['no-outcome', undefined, 'headline'],
    ['to-tie', 'safe number', 'headline'],
    ['no-outcome', undefined, 'headline'],
  ]);
  const [first] = matched(elsewhere, { choices: { Elsewhere: 'larkmere' } })[0]?.lines ?? [];
  assert.match(first?.why ?? '', /If “Safe & loved” is meant, write that in the map/);
});

test('a measure that stands, one that no catalogue knows and one whose role is no role are told apart', () => {
  const plans = matched([
    { measure: { source: 'lait', code: 'A' } },
    { measure: { source: 'lait', code: 'A' }, role: 'supporting' },
    { measure: { source: 'lait', code: 'X' } },
    { measure: { source: 'lait', code: 'C' }, role: 'decoration' },
    { measure: { source: 'lait', code: 'C' }, role: 'gap pair: target' },
    { measure: { source: 'lait', code: 'C' }, role: 'proxy (looked-after only)', note: 'unverified' },
  ]);
  assert.deepEqual(
    states(plans).map(([state, , role]) => [state, role]),
    [
      ['stands', 'headline'],
      ['to-tie', 'supporting'],
      ['no-measure', 'headline'],
      ['no-role', undefined],
      ['to-tie', 'gap-target'],
      ['to-tie', 'proxy'],
    ],
  );
  assert.equal(plans[0]?.lines[5]?.note, 'looked-after only; unverified');
  assert.equal(plans[0]?.lines[0]?.title, 'Measure A');
  assert.deepEqual(tallyOfMap(plans), {
    ...{ 'to-tie': 3, stands: 1, 'no-strategy': 0, 'no-outcome': 0, 'no-measure': 1, 'no-role': 1 },
  });
});

test('a plan that bears no name of ours, or that of a closed strategy, is left out and says why', () => {
  const plans = matched([{ plan: 'Elsewhere' }, { plan: 'Old' }, { plan: 'constructor' }]);
  assert.deepEqual(
    plans.map(({ strategy, why }) => [strategy?.slug, why.slice(0, 40)]),
    [
      [undefined, 'None of our strategies bears the name “E'],
      ['old', 'The strategy is closed, and is not chang'],
      [undefined, 'None of our strategies bears the name “c'],
    ],
  );
  assert.ok(states(plans).every(([state]) => state === 'no-strategy'));
});

test('what nothing published answers is listed, and all of it can be said in sentences', () => {
  const plans = matched([{}, { measure: { source: 'lait', code: 'X' }, line: 3 }], {
    unanswered: [{ plan: 'Growing up in Larkmere', outcomeNumber: 2, outcome: 'Curious', line: 4 }],
  });
  const [, second] = plans;
  assert.equal(plans.length, 2, 'each plan as the map writes it');
  assert.equal(second?.unanswered[0]?.element?.key, 'ready');
  assert.deepEqual(sayMap(plans, 'would'), [
    '“Growing up in Larkmere”: 1 measure would be tied.',
    'Line 3: X for “Safe and loved” is left out: measure not known in the catalogue. Bring in its figures or the publisher’s dictionary first, or tie it by its code on the page of the element.',
    '“Growing up in Larkmere”: 0 measures would be tied.',
    'Nothing published answers, in “Growing up in Larkmere”: Curious.',
  ]);
});
