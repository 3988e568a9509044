import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { breakdownOf, partsOf, refusedRow, sayBreakdown } from './observation.ts';

test('a breakdown has one name whatever the order of the columns', () => {
  const first = breakdownOf({ Sex: 'Female', 'Deprivation decile': '1' });
  const second = breakdownOf({ 'Deprivation decile': '1', Sex: 'Female' });
  assert.equal(first, 'Deprivation decile=1|Sex=Female');
  assert.equal(second, first);
  assert.equal(breakdownOf({}), '');
});

test('a breakdown gives back its parts, even where they hold its own signs', () => {
  fc.assert(
    fc.property(
      fc.dictionary(
        fc.string({ minLength: 1, unit: fc.constantFrom('a', '=', '|', '\\', 'é') }),
        fc.string(),
      ),
      (dictionary) => {
        const parts = Object.entries(dictionary).map(([name, value]) => ({ name, value }));
        const inOrder = parts.toSorted((a, b) => (a.name < b.name ? -1 : 1));
        assert.deepEqual(partsOf(breakdownOf(dictionary)), inOrder);
      },
    ),
  );
});

test('a breakdown is said for people', () => {
  assert.equal(sayBreakdown('Deprivation decile=1|Sex=Female'), 'Deprivation decile: 1, Sex: Female');
  assert.equal(sayBreakdown(''), 'All');
});

test('a refused cell is cut to what can be shown', () => {
  const refusal = {
    about: 'cell',
    line: 3,
    text: 'x'.repeat(5000),
    reason: 'r',
    words: 'w.',
    mend: 'm.',
  } as const;
  assert.equal(refusedRow(refusal).text.length, 80);
  assert.equal(refusedRow({ ...refusal, text: 'short' }).text, 'short');
});
