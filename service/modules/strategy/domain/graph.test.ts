import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  childrenByTier,
  cycles,
  graphOf,
  lineUp,
  parentsByTier,
  summits,
  unreachable,
  walkDown,
  walkUp,
} from './graph.ts';
import { readFramework } from './read-framework.ts';
import { frameworkWith, inventedYaml } from './testing/invented-framework.ts';

function invented() {
  const outcome = readFramework(inventedYaml);
  assert.ok(outcome.done);
  return graphOf(outcome.value);
}

const keysOf = (steps: readonly { element: { key: string } }[]) => steps.map(({ element }) => element.key);

test('A10: from an action the thread walks up to the vision, nearest first', () => {
  const steps = walkUp(invented(), 'visits');
  assert.deepEqual(keysOf(steps), ['early-help', 'first-words', 'safe', 'learning', 'vision']);
  assert.deepEqual(
    steps.map((step) => step.steps),
    [1, 1, 2, 2, 3],
  );
  assert.equal(steps[0]?.through, 'tier');
  assert.deepEqual(steps.at(-1)?.from, ['safe', 'learning']);
});

test('A10: from the vision the thread walks down to everything but what stands by itself', () => {
  assert.deepEqual(keysOf(walkDown(invented(), 'vision')).toSorted(), [
    'early-help',
    'first-words',
    'learning',
    'ready',
    'repeat-plans',
    'safe',
    'visits',
  ]);
  assert.deepEqual(
    unreachable(invented()).map(({ key }) => key),
    ['kind'],
  );
});

test('A03: an action shared by a whole tier serves every element of it', () => {
  const groups = parentsByTier(invented(), 'visits');
  assert.deepEqual(
    groups.map(({ tier, elements }) => [tier.key, elements.map(({ key }) => key)]),
    [['priority', ['early-help', 'first-words']]],
  );
  assert.deepEqual(
    childrenByTier(invented(), 'safe').map(({ tier }) => tier.key),
    ['priority', 'indicator'],
  );
});

test('a breadcrumb is one way up, the vision first', () => {
  assert.deepEqual(
    lineUp(invented(), 'first-words').map(({ key }) => key),
    ['vision', 'learning', 'first-words'],
  );
  assert.deepEqual(lineUp(invented(), 'nothing'), []);
});

test('A05: where a framework has no vision, its first tier is where the thread begins', () => {
  const letters = frameworkWith({
    tiers: [{ key: 'letter', name: 'Letter', plural: 'Letters', role: 'heading' }],
    elements: [
      { key: 'f', tier: 'letter', label: 'Family' },
      { key: 'l', tier: 'letter', label: 'Learning' },
    ],
  });
  assert.deepEqual(
    summits(graphOf(letters)).map(({ key }) => key),
    ['f', 'l'],
  );
});

test('a walk ends in a ring, and the ring is named once', () => {
  const ring = graphOf(
    frameworkWith({
      elements: [
        { key: 'vision', tier: 'vision', label: 'Vision' },
        { key: 'a', tier: 'outcome', label: 'A', serves: ['b'] },
        { key: 'b', tier: 'outcome', label: 'B', serves: ['c'] },
        { key: 'c', tier: 'outcome', label: 'C', serves: ['a'] },
      ],
    }),
  );
  assert.deepEqual(cycles(ring), [['a', 'b', 'c', 'a']]);
  assert.deepEqual(keysOf(walkUp(ring, 'a')), ['b', 'c']);
  assert.deepEqual(
    unreachable(ring).map(({ key }) => key),
    ['a', 'b', 'c'],
  );
});

/** Any ties at all among up to twelve elements, rings and unknown keys among them. */
const anyTies = fc.array(fc.array(fc.nat({ max: 13 }), { maxLength: 4 }), { minLength: 1, maxLength: 12 });

function tied(ties: readonly (readonly number[])[]) {
  return graphOf(
    frameworkWith({
      elements: ties.map((serves, index) => ({
        key: `e${index}`,
        tier: index % 2 === 0 ? 'outcome' : 'priority',
        label: `E${index}`,
        serves: serves.map((other) => `e${other}`),
        servesTiers: serves.length === 3 ? ['priority'] : [],
      })),
    }),
  );
}

test('property: b is on the way up from a exactly when a is on the way down from b', () => {
  fc.assert(
    fc.property(anyTies, (ties) => {
      const graph = tied(ties);
      const up = new Set<string>();
      const down = new Set<string>();
      for (const key of graph.elements.keys()) {
        for (const step of walkUp(graph, key)) up.add(`${key} ${step.element.key}`);
        for (const step of walkDown(graph, key)) down.add(`${step.element.key} ${key}`);
      }
      assert.deepEqual([...up].toSorted(), [...down].toSorted());
    }),
  );
});

test('property: a ring is found exactly where an element can be reached from itself', () => {
  fc.assert(
    fc.property(anyTies, (ties) => {
      const graph = tied(ties);
      const inRing = new Set(cycles(graph).flat());
      const reachesItself = [...graph.elements.keys()].filter((key) =>
        (graph.above.get(key) ?? []).some(
          (tie) => tie.key === key || walkUp(graph, tie.key).some((step) => step.element.key === key),
        ),
      );
      assert.equal(inRing.size > 0, reachesItself.length > 0);
      for (const key of inRing) assert.ok(reachesItself.includes(key));
    }),
  );
});
