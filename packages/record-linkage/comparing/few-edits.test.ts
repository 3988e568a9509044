import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Dictionary } from '../records/dictionary.ts';
import { damerauLevenshtein } from '../similarity/damerau-levenshtein.ts';
import { levenshtein } from '../similarity/levenshtein.ts';
import { oneEditApart } from './one-edit.ts';
import { twoEditsApart } from './two-edits.ts';

test('at most one edit apart, and at most two, are what the distances say', () => {
  // letters a and q differ in nothing but their higher bits
  const text = fc.string({ unit: fc.constantFrom('a', 'b', 'q'), maxLength: 20 });
  const edit = fc.tuple(fc.nat(20), fc.constantFrom('', 'a', 'b', 'ba', 'ab'), fc.nat(2));
  const edited = fc.tuple(text, fc.array(edit, { maxLength: 3 })).map(([of, edits]) => {
    const other = edits.reduce((now, [at, put, taken]) => now.slice(0, at) + put + now.slice(at + taken), of);
    return [of, other] as const;
  });
  const either = fc.oneof(edited, fc.tuple(text, text));
  fc.assert(
    fc.property(either, ([one, two]) => {
      const values = Dictionary.of([one, two]);
      const distance = levenshtein(values, values)(0, 1);
      assert.equal(oneEditApart(values, values, false)(0, 1), distance <= 1);
      assert.equal(twoEditsApart(values, values)(0, 1), distance <= 2);
      assert.equal(oneEditApart(values, values, true)(0, 1), damerauLevenshtein(values, values)(0, 1) <= 1);
    }),
    { numRuns: 4000 },
  );
});
