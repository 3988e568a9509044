import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { settled, type Edited } from '../edit.ts';
import type { FrameworkDocument } from '../framework-document.ts';
import { draftFromMarks, guessedMarks } from '../pasting/draft-from-marks.ts';
import { pastedLines } from '../pasting/pasted-text.ts';
import { frameworkWith } from '../testing/invented-framework.ts';
import { assignElement } from './assign-element.ts';
import { bringInContent } from './bring-in.ts';
import { rearrangeElement } from './rearrange-element.ts';
import { shapeKeys, shapeOf, shapes } from './shapes.ts';

const document = frameworkWith({
  owners: [{ key: 'board', name: 'The Board', kind: 'board' }],
  organisations: [{ key: 'council', name: 'Council' }],
  elements: [
    { key: 'vision', tier: 'vision', label: 'Vision' },
    { key: 'a', tier: 'outcome', label: 'A', serves: ['vision'] },
    { key: 'b', tier: 'outcome', label: 'B', serves: ['vision'], owners: ['board'] },
    { key: 'c', tier: 'outcome', label: 'C', serves: ['vision'] },
    { key: 'p', tier: 'priority', label: 'P', serves: ['a'] },
    { key: 'x', tier: 'action', label: 'X', servesTiers: ['priority'] },
  ],
});

function made(edited: Edited): FrameworkDocument {
  assert.ok(edited.done, JSON.stringify(edited));
  return edited.value;
}

function reasonOf(edited: Edited): string {
  return edited.done ? 'done' : edited.refusal.reason;
}

const inTier = (of: FrameworkDocument, tier: string) =>
  of.elements.filter((element) => element.tier === tier).map(({ key }) => key);

test('an element is put first, last, after another, and in another tier', () => {
  const put = (place: 'first' | 'last' | { after: string } | undefined, tier = 'outcome') =>
    made(rearrangeElement(document, { key: 'b', tier, place, serves: ['vision'], servesTiers: [] }));
  assert.deepEqual(inTier(put('first'), 'outcome'), ['b', 'a', 'c']);
  assert.deepEqual(inTier(put('last'), 'outcome'), ['a', 'c', 'b']);
  assert.deepEqual(inTier(put({ after: 'c' }), 'outcome'), ['a', 'c', 'b']);
  assert.deepEqual(inTier(put(undefined), 'outcome'), ['a', 'b', 'c']);
  assert.deepEqual(inTier(put(undefined, 'priority'), 'priority'), ['p', 'b']);
});

test('old ties go before new ones come, so that two elements can change places in one step', () => {
  const turned = rearrangeElement(document, {
    key: 'p',
    tier: 'priority',
    serves: ['b', 'c'],
    servesTiers: [],
  });
  assert.deepEqual(made(turned).elements.find(({ key }) => key === 'p')?.serves, ['b', 'c']);
  const ring = rearrangeElement(document, { key: 'a', tier: 'outcome', serves: ['p'], servesTiers: [] });
  assert.ok(!ring.done && ring.refusal.reason === 'would-ring');
  assert.deepEqual(ring.refusal.labels, ['A', 'P', 'A']);
  for (const [serves, servesTiers, reason] of [
    [['nobody'], [], 'element-missing'],
    [[], ['nobody'], 'tier-missing'],
  ] as const)
    assert.equal(
      reasonOf(rearrangeElement(document, { key: 'a', tier: 'outcome', serves, servesTiers })),
      reason,
    );
  assert.equal(
    reasonOf(rearrangeElement(document, { key: 'nobody', tier: 'outcome', serves: [], servesTiers: [] })),
    'element-missing',
  );
});

test('however an element is rearranged, nothing is lost and the document can be read back', () => {
  const key = fc.constantFrom('a', 'b', 'c', 'p', 'x');
  const arrangement = fc.record({
    key,
    tier: fc.constantFrom('outcome', 'priority', 'action', 'indicator'),
    place: fc.oneof(
      fc.constantFrom('first' as const, 'last' as const, undefined),
      key.map((after) => ({ after })),
    ),
    serves: fc.uniqueArray(fc.constantFrom('vision', 'a', 'b', 'c', 'p', 'x')),
    servesTiers: fc.uniqueArray(fc.constantFrom('outcome', 'priority')),
  });
  fc.assert(
    fc.property(fc.array(arrangement, { maxLength: 6 }), (moves) => {
      let now = document;
      for (const move of moves) {
        const edited = rearrangeElement(now, move);
        if (edited.done) now = edited.value;
      }
      assert.deepEqual(now.elements.map((element) => element.key).toSorted(), [
        'a',
        'b',
        'c',
        'p',
        'vision',
        'x',
      ]);
      assert.ok(settled(now).done);
    }),
  );
});

test('owners and organisations are given, taken and added by name, whatever its case', () => {
  const assigned = made(
    assignElement(document, {
      key: 'b',
      owners: [],
      organisations: ['council'],
      newOwner: ' the board ',
      newOrganisation: 'Harbour Homes',
    }),
  );
  const element = assigned.elements.find(({ key }) => key === 'b');
  assert.deepEqual([element?.owners, element?.organisations], [['board'], ['council', 'harbour-homes']]);
  assert.deepEqual(assigned.owners, document.owners);
  assert.deepEqual(assigned.organisations.at(-1), { key: 'harbour-homes', name: 'Harbour Homes' });
  const given = { key: 'b', owners: [], organisations: [] };
  assert.equal(reasonOf(assignElement(document, { ...given, key: 'nobody' })), 'element-missing');
  assert.equal(reasonOf(assignElement(document, { ...given, owners: ['nobody'] })), 'owner-missing');
  assert.equal(
    reasonOf(assignElement(document, { ...given, organisations: ['nobody'] })),
    'organisation-missing',
  );
  assert.equal(reasonOf(assignElement(document, { ...given, newOwner: '\uFFFD' })), 'not-acceptable');
});

test('A03 A04 A05 A06: every shape makes a strategy that can be read, with a vision at its top', () => {
  assert.deepEqual(
    shapes.map(({ key }) => key),
    [...shapeKeys],
  );
  for (const { key, tiers } of shapes) {
    const begun = frameworkWith({ tiers: [...tiers], elements: [] });
    assert.ok(settled(begun).done, key);
    assert.equal(shapeOf(key).tiers[0]?.role, 'vision');
    assert.ok(
      tiers.some(({ role }) => role === 'outcome'),
      key,
    );
  }
});

test('what is on its way in is read back just as it was kept', () => {
  const lines = pastedLines('Our vision\nEvery child shines.\nOur outcomes\n1. Safe');
  assert.ok(lines.done);
  const tiers = [...shapeOf('outcomes').tiers];
  const marks = [
    ...guessedMarks(lines.value, tiers),
    { line: 2, as: 'element' as const, tier: 'vision', parent: 'nothing' as const },
  ];
  const about = { slug: 'a', name: 'A', partnership: 'B' };
  const drafted = draftFromMarks({ lines: lines.value, marks, tiers, about });
  assert.ok(drafted.done);
  const pasted = {
    kind: 'pasted',
    about: { name: 'A', partnership: 'B' },
    tiers,
    lines: [...lines.value],
    marks,
    document: drafted.value,
  };
  const file = { kind: 'file', fileName: 'a.yaml', document, lost: ['A picture.'] };
  for (const content of [pasted, file])
    assert.deepEqual(bringInContent.parse(JSON.parse(JSON.stringify(content))), content);
});
