import assert from 'node:assert/strict';
import { test } from 'node:test';
import { frameworkWith } from '../testing/invented-framework.ts';
import { tieMany } from './tie-many.ts';

const standing = { element: 'outcome', source: 'lait', code: 'A', role: 'headline', note: 'ours' } as const;
const elements = [
  { key: 'vision', tier: 'vision', label: 'Vision' },
  { key: 'outcome', tier: 'outcome', label: 'Outcome', serves: ['vision'] },
];
const document = frameworkWith({ elements, measures: [standing] });

test('many measures are tied at one stroke; what stands is left as it is, and of two alike the first is taken', () => {
  const tied = tieMany(document, [
    { ...standing, note: 'theirs' },
    { element: 'outcome', source: 'lait', code: 'A', role: 'proxy' },
    { element: 'vision', source: 'local', code: 'B', role: 'headline', note: 'first' },
    { element: 'vision', source: 'local', code: 'B', role: 'headline', note: 'second' },
  ]);
  assert.ok(tied.done);
  assert.equal(tied.value.added, 2);
  assert.deepEqual(
    tied.value.document.measures.map(({ element, code, role, note }) => [element, code, role, note]),
    [
      ['outcome', 'A', 'headline', 'ours'],
      ['outcome', 'A', 'proxy', undefined],
      ['vision', 'B', 'headline', 'first'],
    ],
  );
  const again = tieMany(tied.value.document, [standing]);
  assert.deepEqual(again, { done: true, value: { document: tied.value.document, added: 0 } });
});

test('an element of which it was said that nothing answers it is answered from then on', () => {
  const unanswered = frameworkWith({
    elements,
    unanswered: [{ element: 'outcome', why: 'nobody publishes it', wouldAnswer: 'a survey' }],
  });
  const tied = tieMany(unanswered, [standing]);
  assert.ok(tied.done);
  assert.deepEqual(tied.value.document.unanswered, []);
});

test('an element that is not there, and a strategy that is closed, stop all of it', () => {
  const missing = tieMany(document, [{ ...standing, element: 'nowhere' }]);
  assert.deepEqual(missing, { done: false, refusal: { reason: 'element-missing', key: 'nowhere' } });
  const closed = tieMany({ ...document, status: 'closed' }, [{ ...standing, code: 'B' }]);
  assert.deepEqual(closed, { done: false, refusal: { reason: 'framework-closed' } });
});
