import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { dayOf } from '#platform/kernel/day.ts';
import {
  addTier,
  changeTier,
  changeWhole,
  keepOwner,
  keepPassage,
  keepUnanswered,
  moveTier,
  removeOrganisation,
  removeOwner,
  removeTier,
} from './edit-parts.ts';
import { addElement, changeElement, moveElement, removeElement, tieElement, untieElement } from './edit.ts';
import type { Edited, EditRefusal } from './edit.ts';
import type { FrameworkDocument } from './framework-document.ts';
import { cycles, graphOf } from './graph.ts';
import { adopt, close, successorOf } from './publishing.ts';
import { readFramework } from './read-framework.ts';
import { anyFramework } from './testing/any-framework.ts';
import { frameworkWith, inventedYaml } from './testing/invented-framework.ts';
import { writeYaml } from './write-framework.ts';

const reading = readFramework(inventedYaml);
assert.ok(reading.done);
const larkmere = reading.value;

function made(edited: Edited): FrameworkDocument {
  assert.ok(edited.done, JSON.stringify(edited));
  const again = readFramework(writeYaml(edited.value));
  assert.ok(again.done, 'what was edited cannot be read back');
  return edited.value;
}

function refusal(
  edited: { done: true; value: unknown } | { done: false; refusal: EditRefusal },
): EditRefusal {
  assert.ok(!edited.done, 'the edit was made');
  return edited.refusal;
}

function element(document: FrameworkDocument, key: string) {
  const found = document.elements.find((one) => one.key === key);
  assert.ok(found, `no ${key}`);
  return found;
}

const order = (document: FrameworkDocument, tier: string) =>
  document.elements.filter((one) => one.tier === tier).map(({ key }) => key);

test('an element is added where it is wanted, with a key of its own', () => {
  const added = addElement(larkmere, {
    tier: 'priority',
    label: 'First Words!',
    serves: ['learning'],
    place: { after: 'early-help' },
  });
  assert.ok(added.done);
  assert.equal(added.value.key, 'first-words-2');
  assert.deepEqual(order(made({ done: true, value: added.value.document }), 'priority'), [
    'early-help',
    'first-words-2',
    'first-words',
  ]);
  const first = addElement(larkmere, { tier: 'priority', label: 'Ŵyn a “chân”', place: 'first' });
  assert.ok(first.done);
  assert.deepEqual(order(first.value.document, 'priority'), ['wyn-a-chan', 'early-help', 'first-words']);
});

test('an element is not added to nowhere, to nothing, or without words', () => {
  assert.deepEqual(refusal(addElement(larkmere, { tier: 'goal', label: 'X' })), {
    reason: 'tier-missing',
    key: 'goal',
  });
  assert.deepEqual(refusal(addElement(larkmere, { tier: 'priority', label: 'X', serves: ['no'] })), {
    reason: 'element-missing',
    key: 'no',
  });
  const empty = refusal(addElement(larkmere, { tier: 'priority', label: '  ' }));
  assert.ok(empty.reason === 'not-acceptable');
  assert.equal(empty.problems[0]?.path.at(-1), 'label');
  const taken = refusal(addElement(larkmere, { tier: 'priority', label: 'X', key: 'safe' }));
  assert.ok(taken.reason === 'not-acceptable');
  assert.match(taken.problems[0]?.says ?? '', /already used/);
});

test('words are changed, emptied and left alone; too many are refused with the way to mend it', () => {
  const changed = made(
    changeElement(larkmere, { key: 'kind', words: { label: 'Kind always', statement: undefined } }),
  );
  assert.equal(element(changed, 'kind').label, 'Kind always');
  assert.equal(element(changed, 'kind').statement, undefined);
  assert.equal(element(changed, 'kind').line, 17);
  const long = refusal(changeElement(larkmere, { key: 'kind', words: { label: 'x'.repeat(201) } }));
  assert.ok(long.reason === 'not-acceptable');
  assert.match(long.problems[0]?.says ?? '', /201 characters/);
  assert.deepEqual(refusal(changeElement(larkmere, { key: 'no', words: {} })), {
    reason: 'element-missing',
    key: 'no',
  });
});

test('an element is moved to another place, another tier, another parent', () => {
  assert.deepEqual(order(made(moveElement(larkmere, { key: 'first-words', place: 'first' })), 'priority'), [
    'first-words',
    'early-help',
  ]);
  const tier = made(moveElement(larkmere, { key: 'early-help', tier: 'action', place: { after: 'visits' } }));
  assert.deepEqual(order(tier, 'action'), ['visits', 'early-help']);
  const parent = made(moveElement(larkmere, { key: 'early-help', parent: { from: 'safe', to: 'learning' } }));
  assert.deepEqual(element(parent, 'early-help').serves, ['learning']);
  assert.deepEqual(
    order(parent, 'priority'),
    ['early-help', 'first-words'],
    'a new parent leaves the place alone',
  );
  assert.equal(
    refusal(moveElement(larkmere, { key: 'early-help', parent: { from: 'learning', to: 'safe' } })).reason,
    'not-tied',
  );
});

test('a tie that would close a ring is refused, with the way round in words', () => {
  assert.deepEqual(
    refusal(tieElement(larkmere, { key: 'vision', tie: { to: 'element', key: 'early-help' } })),
    {
      reason: 'would-ring',
      labels: [
        'Every child finds a way to shine',
        'Help early',
        'Safe at home',
        'Every child finds a way to shine',
      ],
    },
  );
  assert.equal(
    refusal(tieElement(larkmere, { key: 'safe', tie: { to: 'element', key: 'safe' } })).reason,
    'would-ring',
  );
});

test('ties of every kind are made once and untied', () => {
  const ties = [
    { to: 'element', key: 'learning' },
    { to: 'tier', key: 'outcome' },
    { to: 'owner', key: 'board' },
    { to: 'organisation', key: 'council' },
    { to: 'measure', source: 'lait', code: 'x', role: 'headline' },
  ] as const;
  for (const tie of ties) {
    const tied = made(tieElement(larkmere, { key: 'early-help', tie }));
    assert.equal(refusal(tieElement(tied, { key: 'early-help', tie })).reason, 'already-tied');
    assert.deepEqual(made(untieElement(tied, { key: 'early-help', from: tie })), larkmere);
    assert.equal(refusal(untieElement(larkmere, { key: 'early-help', from: tie })).reason, 'not-tied');
  }
  assert.deepEqual(refusal(tieElement(larkmere, { key: 'safe', tie: { to: 'owner', key: 'no' } })), {
    reason: 'owner-missing',
    key: 'no',
  });
});

test('a measure tied to an element ends its being unanswered', () => {
  const said = made(
    keepUnanswered(larkmere, { element: 'safe', why: 'Nobody asks.', wouldAnswer: 'A survey.' }),
  );
  assert.equal(said.unanswered.length, 1);
  const tied = made(
    tieElement(said, {
      key: 'safe',
      tie: { to: 'measure', source: 'local', code: 'survey', role: 'headline' },
    }),
  );
  assert.deepEqual(tied.unanswered, []);
});

test('an element that others serve is not removed until they have a new home', () => {
  assert.deepEqual(refusal(removeElement(larkmere, { key: 'safe' })), {
    reason: 'others-serve-it',
    labels: ['Help early', 'Fewer repeat plans'],
  });
  const upwards = made(removeElement(larkmere, { key: 'safe', rehome: 'to-its-parents' }));
  assert.deepEqual(element(upwards, 'early-help').serves, ['vision']);
  assert.deepEqual(upwards.wayIn, ['learning']);
  const across = made(removeElement(larkmere, { key: 'safe', rehome: { to: 'learning' } }));
  assert.deepEqual(element(across, 'repeat-plans').serves, ['learning']);
  assert.equal(
    refusal(removeElement(larkmere, { key: 'safe', rehome: { to: 'safe' } })).reason,
    'element-missing',
  );
  assert.equal(
    refusal(removeElement(larkmere, { key: 'vision', rehome: { to: 'early-help' } })).reason,
    'would-ring',
  );
});

test('an element that nothing serves goes with all its ties', () => {
  const without = made(removeElement(larkmere, { key: 'first-words' }));
  assert.deepEqual(without.passages[0]?.about, ['early-help']);
  const unmeasured = made(removeElement(larkmere, { key: 'ready' }));
  assert.deepEqual(
    unmeasured.measures.map((tie) => tie.element),
    ['repeat-plans'],
  );
});

test('tiers are added, changed, moved, and removed only when empty', () => {
  const tier = { key: 'aim', name: 'Aim', plural: 'Aims', role: 'priority' as const };
  const added = made(addTier(larkmere, { tier, after: 'vision' }));
  assert.deepEqual(added.tiers.map(({ key }) => key).slice(0, 3), ['vision', 'aim', 'outcome']);
  assert.equal(
    made(changeTier(added, { key: 'aim', words: { plural: 'Our aims' } })).tiers[1]?.plural,
    'Our aims',
  );
  assert.equal(made(moveTier(added, { key: 'aim' })).tiers[0]?.key, 'aim');
  assert.deepEqual(made(removeTier(added, 'aim')), larkmere);
  assert.deepEqual(refusal(removeTier(larkmere, 'priority')), { reason: 'tier-in-use', count: 2 });
});

test('owners, organisations, passages and the whole are changed, and leave nothing hanging', () => {
  const owned = made(keepOwner(larkmere, { key: 'chair', name: 'The chair', kind: 'role', partOf: 'board' }));
  assert.equal(owned.owners.length, 3);
  const without = made(removeOwner(larkmere, 'board'));
  assert.equal(without.owners[0]?.partOf, undefined);
  assert.deepEqual(element(without, 'safe').owners, []);
  assert.deepEqual(element(made(removeOrganisation(larkmere, 'otters')), 'safe').organisations, ['council']);
  const foreword = {
    key: 'foreword',
    kind: 'foreword' as const,
    title: 'Welcome',
    text: 'Hello.',
    wording: 'published' as const,
    about: [],
  };
  assert.equal(made(keepPassage(larkmere, foreword)).passages.length, 2);
  assert.equal(made(changeWhole(larkmere, { wayIn: ['learning'] })).wayIn.length, 1);
  assert.equal(refusal(changeWhole(larkmere, { wayIn: ['no'] })).reason, 'not-acceptable');
});

test('A14: a draft is adopted and then closed, and a closed strategy is changed no more', () => {
  const today = dayOf(2026, 11, 22);
  const draft = { ...larkmere, status: 'draft' as const };
  const adopted = adopt(draft, today);
  assert.ok(adopted.done);
  assert.equal(adopted.value.status, 'adopted');
  assert.deepEqual(adopt(adopted.value, today), { done: false, refusal: { reason: 'already-adopted' } });
  assert.deepEqual(close(draft), { done: false, refusal: { reason: 'still-a-draft' } });
  const closed = close(adopted.value);
  assert.ok(closed.done);
  assert.equal(closed.value.status, 'closed');
  assert.equal(
    refusal(changeElement(closed.value, { key: 'kind', words: { label: 'X' } })).reason,
    'framework-closed',
  );
  assert.deepEqual(adopt(closed.value, today), { done: false, refusal: { reason: 'framework-closed' } });
});

test('A14: a draft with nothing in it, or whose period is over, is not adopted', () => {
  const today = dayOf(2029, 9, 1);
  assert.deepEqual(adopt({ ...larkmere, status: 'draft' }, today), {
    done: false,
    refusal: { reason: 'period-over', endedOn: '2029-08-31' },
  });
  assert.deepEqual(adopt({ ...frameworkWith({ status: 'draft' }), elements: [] }, today), {
    done: false,
    refusal: { reason: 'nothing-in-it' },
  });
});

test('A15: the successor of a strategy is a draft with its thread, and without its dates and lines', () => {
  const next = successorOf(larkmere, {
    slug: 'larkmere-2029',
    name: 'Larkmere 2029',
    period: { start: '2029-09-01' },
  });
  const again = readFramework(writeYaml(next));
  assert.ok(again.done, JSON.stringify(again));
  assert.equal(again.value.status, 'draft');
  assert.equal(again.value.elements.length, 9);
  assert.ok(again.value.elements.every(({ line }) => line === undefined));
});

test('property: whatever is tied, moved and removed, what results can be read back and holds no ring of ties', () => {
  const anyStep = fc.record({
    act: fc.constantFrom('tie', 'untie', 'remove', 'move'),
    one: fc.nat({ max: 12 }),
    other: fc.nat({ max: 12 }),
  });
  fc.assert(
    fc.property(anyFramework, fc.array(anyStep, { maxLength: 8 }), (start, steps) => {
      let document: FrameworkDocument = {
        ...start,
        status: 'draft',
        elements: start.elements.map((one) => ({ ...one, servesTiers: [] })),
      };
      for (const { act, one, other } of steps) {
        const key = `element-${one}`;
        const tie = { to: 'element', key: `element-${other}` } as const;
        const edited =
          act === 'tie'
            ? tieElement(document, { key, tie })
            : act === 'untie'
              ? untieElement(document, { key, from: tie })
              : act === 'remove'
                ? removeElement(document, { key, rehome: 'to-its-parents' })
                : moveElement(document, { key, place: 'first' });
        if (edited.done) document = edited.value;
      }
      assert.deepEqual(cycles(graphOf(document)), []);
      assert.ok(readFramework(writeYaml(document)).done);
    }),
    { numRuns: 60 },
  );
});
