import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pairClasses, recordsOf, type LinkageModel } from '#packages/record-linkage';
import { questionRows } from './outputs.ts';

const sides = { left: { column: 'forename' }, right: { column: 'forename' } };
const model: LinkageModel = {
  linkType: 'dedupe',
  idColumn: 'id',
  prior: 0.001,
  blockingRules: [],
  comparisons: [
    {
      name: 'forename',
      nullWhen: { is: 'missing', of: { column: 'forename' } },
      levels: [
        { label: 'the same', when: { is: 'equal', ...sides }, m: 0.9, u: 0.01 },
        { label: 'different', when: { is: 'else' }, m: 0.1, u: 0.99 },
      ],
    },
  ],
};

test('a question that looks like one child says why it is asked', () => {
  const read = recordsOf({
    rows: ['Harri', 'Harry', 'Ada'].map((forename, at) => ({ id: `record ${at}`, forename })),
    model,
  });
  assert.ok(read.done);
  const [, first, second] = [
    ...questionRows({
      records: read.value,
      model,
      families: undefined,
      pairs: {
        left: Int32Array.of(0, 0),
        right: Int32Array.of(1, 2),
        weight: Float64Array.of(9, 1),
        answers: Int8Array.of(1, 1),
      },
      judged: {
        score: Float64Array.of(9, 1),
        classOf: Uint8Array.of(pairClasses.indexOf('doubted'), pairClasses.indexOf('ask')),
      },
      people: {
        personOf: Int32Array.of(0, 1, 2),
        people: 3,
        questions: Int32Array.of(0, 1),
        siblings: new Int32Array(0),
      },
    }),
  ];
  assert.match(first ?? '', /record 0,.*record 1,.*Asked because of the names: children of one birth/);
  assert.match(second ?? '', /record 2/);
  assert.doesNotMatch(second ?? '', /Asked because/);
});
