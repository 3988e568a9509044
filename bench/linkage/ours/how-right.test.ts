import assert from 'node:assert/strict';
import { test } from 'node:test';
import { howRight, wronglyTogether } from './how-right.ts';

// people 0 (records 0, 1, 2) and 1 (records 3, 4): four true pairs
const person = Int32Array.of(0, 0, 0, 1, 1);

test('the best cut-off is found, and false pairs are counted where enough true ones are found', () => {
  const edges = {
    left: Int32Array.of(0, 0, 2, 3, 1),
    right: Int32Array.of(1, 2, 3, 4, 4),
    weight: Float64Array.of(9, 8, 7, 6, 5),
  };
  const { bestF1, bestFrom, falseAtRecall } = howRight(edges, person, { real: 4, recall: 0.75 });
  assert.equal(bestF1, 0.75); // three of four taken are true, three of four true are taken
  assert.equal(bestFrom, 6);
  assert.equal(falseAtRecall, 1);
  assert.equal(howRight(edges, person, { real: 4, recall: 1 }).falseAtRecall, undefined);
});

test('pairs of one weight are taken together, in whatever order they stand', () => {
  const edges = {
    left: Int32Array.of(2, 0),
    right: Int32Array.of(3, 1),
    weight: Float64Array.of(3, 3),
  };
  assert.deepEqual(howRight(edges, person, { real: 4, recall: 0.25 }), {
    bestF1: 2 / 6,
    bestFrom: 3,
    falseAtRecall: 1,
  });
});

test('people put together wrongly are twins, siblings or others', () => {
  const truth = {
    person: Int32Array.of(0, 1, 2, 3),
    family: Int32Array.of(7, 7, 7, 8),
    birth: Int32Array.of(5, 5, 6, 5),
  };
  const together = wronglyTogether(Int32Array.of(0, 0, 0, 0), truth);
  assert.deepEqual(together, { twins: 1, siblings: 2, others: 3 });
  assert.deepEqual(wronglyTogether(Int32Array.of(0, 1, 2, 3), truth), { twins: 0, siblings: 0, others: 0 });
});
