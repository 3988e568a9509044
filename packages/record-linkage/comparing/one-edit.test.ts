import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Dictionary } from '../records/dictionary.ts';
import { damerauLevenshtein } from '../similarity/damerau-levenshtein.ts';
import { levenshtein } from '../similarity/levenshtein.ts';
import { oneEditApart } from './one-edit.ts';

test('at most one edit apart is what the distances say', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });
  fc.assert(
    fc.property(text, text, (one, two) => {
      const values = Dictionary.of([one, two]);
      assert.equal(oneEditApart(values, values, false)(0, 1), levenshtein(values, values)(0, 1) <= 1);
      assert.equal(oneEditApart(values, values, true)(0, 1), damerauLevenshtein(values, values)(0, 1) <= 1);
    }),
    { numRuns: 2000 },
  );
});
