import assert from 'node:assert/strict';
import { test } from 'node:test';
import { knownGroups } from './groups.ts';
import { knownLadders, readLadders } from './ladders.ts';

test('C13 the ladders go from referral to care and from absence to exclusion, in the order in which it is decided', () => {
  assert.deepEqual(
    knownLadders().ladders.map(({ key, steps }) => [key, steps.map((step) => step.key)]),
    [
      [
        'contact-to-care',
        ['referred', 'assessed', 'in-need', 'enquiry', 'conference', 'plan', 'looked-after'],
      ],
      ['in-school', ['absent', 'suspended', 'excluded']],
    ],
  );
});

test('C13 every name of a group in a table of steps is a group that we know, of one way of telling apart', () => {
  const groups = new Map(knownGroups().groups.map((group) => [group.key, group]));
  for (const { column, items } of knownLadders().names) {
    const dimensions = new Set(Object.values(items).map((key) => groups.get(key)?.dimension));
    assert.equal(dimensions.size, 1, column);
    assert.equal(dimensions.has(undefined), false, column);
  }
});

test('a ladder whose second step has none before it, and a step that stands twice, are refused', () => {
  const counted = [{ measure: 'ees:a:b', from: 'own' }];
  const step = {
    key: 'a',
    name: 'A',
    to: 'be a',
    those: 'those a',
    measures: counted,
    published: 'Nowhere.',
  };
  const read = (steps: readonly object[]) =>
    readLadders(
      JSON.stringify({
        names: [],
        ladders: [
          {
            key: 'l',
            title: 'L',
            about: 'L',
            source: 'L',
            population: { name: 'children', measures: counted },
            steps,
          },
        ],
      }),
    );
  assert.throws(
    () =>
      read([
        { ...step, before: 'none' },
        { ...step, key: 'b', before: 'none' },
      ]),
    /not b/,
  );
  assert.throws(
    () =>
      read([
        { ...step, before: 'none' },
        { ...step, before: 'share' },
      ]),
    /a stands twice/,
  );
  assert.equal(
    read([
      { ...step, before: 'none' },
      { ...step, key: 'b', before: 'rate' },
    ]).ladders.length,
    1,
  );
});

test('C13 a step is named in a table of our own by the very words of the page', () => {
  for (const { population, steps } of knownLadders().ladders)
    for (const { name, measures } of [population, ...steps]) {
      const named = `other:steps-of-decisions:${name.toLowerCase().replaceAll(' ', '-')}`;
      assert.ok(
        measures.some(({ measure, from }) => measure === named && from === 'own'),
        named,
      );
    }
});
