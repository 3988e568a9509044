import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { countChanges, sayChange } from './change-sentences.ts';
import { compareVersions } from './compare-versions.ts';
import type { FrameworkDocument } from './framework-document.ts';
import { readFramework } from './read-framework.ts';
import { anyFramework } from './testing/any-framework.ts';
import { inventedYaml } from './testing/invented-framework.ts';

function read(text: string): FrameworkDocument {
  const outcome = readFramework(text);
  assert.ok(outcome.done, JSON.stringify(outcome));
  return outcome.value;
}

const first = read(inventedYaml);

function changesAfter(from: string, to: string): string[] {
  assert.ok(inventedYaml.includes(from), from);
  return compareVersions(first, read(inventedYaml.replace(from, to))).map(sayChange);
}

const added = '  - { key: outdoors, tier: priority, label: Out of doors, serves: [learning] }\n';

const cases: readonly { name: string; from: string; to: string; sentences: readonly string[] }[] = [
  {
    name: 'a label',
    from: 'label: Help early',
    to: 'label: Help at once',
    sentences: ['“Help early” (element): label changed from “Help early” to “Help at once”.'],
  },
  {
    name: 'an element added',
    from: '  - { key: visits',
    to: `${added}  - { key: visits`,
    sentences: ['Added an element: “Out of doors”.', '“Out of doors” now serves “Curious for life”.'],
  },
  {
    name: 'an element removed, its ties with it',
    from: inventedYaml.slice(
      inventedYaml.indexOf('  - { key: visits'),
      inventedYaml.indexOf('  - { key: repeat-plans'),
    ),
    to: '',
    sentences: ['Removed an element: “A visit to every new family”.'],
  },
  {
    name: 'another parent',
    from: 'label: Help early, serves: [safe]',
    to: 'label: Help early, serves: [learning]',
    sentences: [
      '“Help early” now serves “Curious for life”.',
      '“Help early” no longer serves “Safe at home”.',
    ],
  },
  {
    name: 'another tier',
    from: 'tier: priority, label: Help early',
    to: 'tier: action, label: Help early',
    sentences: ['“Help early” moved from Priority to Action.'],
  },
  {
    name: 'the status and the period',
    from: 'status: adopted',
    to: 'status: closed',
    sentences: ['Status changed from “adopted” to “closed”.'],
  },
  {
    name: 'a measure',
    from: 'code: Repeat plans, role: headline',
    to: 'code: Repeat plans, role: supporting',
    sentences: [
      '“Fewer repeat plans” is now answered by the measure Repeat plans (lait, supporting).',
      '“Fewer repeat plans” is no longer answered by the measure Repeat plans (lait, headline).',
    ],
  },
  {
    name: 'the way in',
    from: 'wayIn: [safe, learning]',
    to: 'wayIn: [learning]',
    sentences: ['“Safe at home” no longer stands on the first page.'],
  },
  {
    name: 'a statement taken away',
    from: 'statement: We are kind before we are quick., ',
    to: '',
    sentences: [
      '“Kind first” (element): statement was “We are kind before we are quick.” and is now empty.',
      '“Kind first” (element): whose words the statement is was “ours” and is now empty.',
    ],
  },
  {
    name: 'an owner of the whole',
    from: 'name: Early Years Group',
    to: 'name: First Years Group',
    sentences: ['“Early Years Group” (owner): name changed from “Early Years Group” to “First Years Group”.'],
  },
];

for (const { name, from, to, sentences } of cases) {
  test(`A14: what changed between two versions: ${name}`, () => {
    assert.deepEqual(changesAfter(from, to), sentences);
  });
}

test('A14: one element carried to the top of its tier is one move, not many', () => {
  const moved = read(inventedYaml);
  const ready = moved.elements.find(({ key }) => key === 'ready');
  assert.ok(ready);
  const elements = [ready, ...moved.elements.filter(({ key }) => key !== 'ready')];
  const changes = compareVersions(first, { ...moved, elements });
  assert.deepEqual(changes.map(sayChange), [
    '“More children ready for school” moved to the first place of its tier.',
  ]);
  assert.equal(countChanges(changes), '1 moved');
});

test('property: nothing changed between a framework and itself', () => {
  fc.assert(
    fc.property(anyFramework, (document) => assert.deepEqual(compareVersions(document, document), [])),
  );
});

test('property: what is added one way is removed the other way, and every change can be said', () => {
  fc.assert(
    fc.property(anyFramework, anyFramework, (one, other) => {
      const there = compareVersions(one, other);
      const back = compareVersions(other, one);
      const keys = (changes: typeof there, kind: string) =>
        changes
          .flatMap((change) =>
            change.kind === kind && 'list' in change ? [`${change.list} ${change.key}`] : [],
          )
          .toSorted();
      assert.deepEqual(keys(there, 'added'), keys(back, 'removed'));
      assert.deepEqual(keys(there, 'removed'), keys(back, 'added'));
      for (const change of there) assert.match(sayChange(change), /^[A-Z“][^]*\.$/);
    }),
    { numRuns: 60 },
  );
});

test('property: only the reported elements moved: the others kept their order', () => {
  const anyOrder = fc.shuffledSubarray(['a', 'b', 'c', 'd', 'e', 'f', 'g'], { minLength: 7 });
  const template = first.elements[0];
  assert.ok(template);
  const ordered = (keys: readonly string[]) => ({
    ...first,
    wayIn: [],
    passages: [],
    measures: [],
    elements: keys.map((key) => ({ ...template, key, label: key })),
  });
  fc.assert(
    fc.property(anyOrder, anyOrder, (before, after) => {
      const moved = new Set(
        compareVersions(ordered(before), ordered(after)).map((change) => ('key' in change ? change.key : '')),
      );
      assert.deepEqual(
        before.filter((key) => !moved.has(key)),
        after.filter((key) => !moved.has(key)),
      );
    }),
  );
});
