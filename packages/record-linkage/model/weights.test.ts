import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Level, LinkageModel } from './model.ts';
import { probabilityOf, termFrequencyWeight, weightOfProbability, weightsOf } from './weights.ts';

const forename = { column: 'forename' };
const equal = { is: 'equal', left: forename, right: forename } as const;

function modelOf(levels: readonly Level[]): LinkageModel {
  const comparison = { name: 'forename', nullWhen: { is: 'missing', of: forename }, levels } as const;
  return { linkType: 'dedupe', idColumn: 'id', prior: 0.2, comparisons: [comparison], blockingRules: [] };
}

void test('weights are log2 of m over u, 1e-6 where one was never observed, never below 1e-300', () => {
  const { prior, comparisons } = weightsOf(
    modelOf([
      { label: 'a', when: equal, m: 0.8, u: 0.1 },
      { label: 'b', when: equal, u: 0.5 },
      { label: 'c', when: equal, m: 0, u: 0.25 },
      { label: 'd', when: { is: 'else' } },
    ]),
  );
  assert.equal(prior, -2);
  assert.deepEqual(
    [...(comparisons[0]?.byAnswer ?? [])],
    [Math.log2(8), Math.log2(1e-6 / 0.5), Math.log2(1e-300 / 0.25), 0],
  );
});

void test('the rarity of a value is held against the u of the level where the column is equal', () => {
  const termFrequency = { column: forename, weight: 0.5, minimum: 0.001 };
  const similar = {
    is: 'similar',
    by: 'jaro',
    left: forename,
    right: forename,
    atLeast: 0.9,
  } as const;
  const { comparisons } = weightsOf(
    modelOf([
      { label: 'equal', when: equal, m: 0.7, u: 1 / 64, termFrequency },
      { label: 'near', when: similar, m: 0.1, u: 1 / 8, termFrequency },
      { label: 'near', when: similar, u: 1 / 8, termFrequency: { ...termFrequency, against: 'own-level' } },
      { label: 'other', when: { is: 'else' }, m: 0.1, u: 0.8, termFrequency },
    ]),
  );
  const rules = comparisons[0]?.termFrequencies ?? [];
  assert.deepEqual(
    rules.map((rule) => rule?.logU),
    [-6, -6, -3, undefined],
  );
  const rule = { column: forename, weight: 0.5, minimum: 0.001, logU: -6 };
  assert.equal(termFrequencyWeight(rule, 1 / 256, 1 / 128), 0.5);
  assert.equal(termFrequencyWeight(rule, undefined, 1 / 256), 1);
  assert.equal(termFrequencyWeight(rule, 1 / 256, undefined), 1);
  assert.equal(termFrequencyWeight(rule, undefined, undefined), 0);
  assert.equal(termFrequencyWeight(rule, 1e-9, 1e-9), 0.5 * (-6 - Math.log2(0.001)));
});

void test('weights and probabilities are each other’s inverse and never overflow', () => {
  assert.deepEqual([0, 2, -5000, 5000].map(probabilityOf), [0.5, 0.8, 0, 1]);
  assert.ok(Number.isFinite(weightOfProbability(0)) && Number.isFinite(weightOfProbability(1)));
  fc.assert(
    fc.property(fc.double({ min: -40, max: 40, noNaN: true }), (weight) => {
      assert.ok(Math.abs(weightOfProbability(probabilityOf(weight)) - weight) < 1e-3);
    }),
  );
});
