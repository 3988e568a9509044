import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pairClasses, type PairClass } from './judge-pairs.ts';
import { peopleOf } from './people.ts';

/** People of records that each come from a source of their own; pairs by their records, what they are judged and how sure. */
function peopleFrom(count: number, judged: readonly (readonly [number, number, PairClass, number])[]) {
  const score = Float64Array.from(judged, ([, , , each]) => each);
  const people = peopleOf({
    records: {
      count,
      sources: Array.from({ length: count }, (_, source) => `source ${source}`),
      sourceOf: Uint8Array.from({ length: count }, (_, record) => record),
    },
    pairs: {
      left: Int32Array.from(judged, ([left]) => left),
      right: Int32Array.from(judged, ([, right]) => right),
      weight: score,
    },
    judged: { score, classOf: Uint8Array.from(judged, ([, , is]) => pairClasses.indexOf(is)) },
  });
  assert.ok(people.done);
  return { personOf: [...people.value.personOf], questions: [...people.value.questions] };
}

test('a record that may as well be either of two twins is a question; of one child under two names it is not', () => {
  // 0 has no forename; 1 and 2 are of one twin, 3 is the other's
  const twins = [
    [0, 1, 'likely', 6],
    [0, 2, 'likely', 5],
    [0, 3, 'likely', 6.5],
    [1, 2, 'sure', 15],
    [1, 3, 'same-family', -4],
    [2, 3, 'same-family', -4],
  ] as const;
  const { personOf, questions } = peopleFrom(4, twins);
  assert.deepEqual(personOf, [0, 1, 1, 3]);
  assert.deepEqual(questions, [2, 0]);
  // one child, whom one source calls by a nickname
  const oneChild = twins.map(([left, right, is, score]) =>
    is === 'same-family' ? ([left, right, 'likely', 8] as const) : ([left, right, is, score] as const),
  );
  assert.deepEqual(peopleFrom(4, oneChild), { personOf: [0, 0, 0, 0], questions: [] });
});

test('likely pairs join where there is nobody else to be', () => {
  const pairs = [
    [0, 1, 'likely', 6],
    [2, 3, 'likely', 6],
    [1, 2, 'ask', -1],
  ] as const;
  assert.deepEqual(peopleFrom(4, pairs).personOf, [0, 0, 2, 2]);
});

test('who is doubted to be one may still be the other of two: nobody joins either', () => {
  // 0 may be 1 or 2, who are not one another; that it is 2 is doubted
  const { personOf, questions } = peopleFrom(3, [
    [0, 1, 'likely', 6],
    [0, 2, 'doubted', 5],
    [1, 2, 'same-family', -4],
  ]);
  assert.deepEqual(personOf, [0, 1, 2]);
  assert.deepEqual(questions, [0, 1]);
});

test('a record without a forename joins nobody whose other record bears another name', () => {
  // 1 and 2 are one infant, first without a name; 0 has a name, and 2 another
  for (const apart of ['ask', 'same-family'] as const) {
    const { personOf, questions } = peopleFrom(3, [
      [0, 1, 'likely', 6],
      [0, 2, apart, -2],
      [1, 2, 'sure', 20],
    ]);
    assert.deepEqual(personOf, [0, 1, 1]);
    assert.deepEqual(questions, [0]);
  }
});
