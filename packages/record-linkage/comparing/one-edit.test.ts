import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Dictionary } from '../records/dictionary.ts';
import { damerauLevenshtein } from '../similarity/damerau-levenshtein.ts';
import { levenshtein } from '../similarity/levenshtein.ts';
import { oneEditApart } from './one-edit.ts';

test('at most one edit apart is what the distances say', () => {
  // letters a and q differ in nothing but their higher bits
  const text = fc.string({ unit: fc.constantFrom('a', 'b', 'q'), maxLength: 20 });
  const edited = fc
    .tuple(text, fc.nat(20), fc.constantFrom('', 'a', 'b', 'ba', 'ab'), fc.nat(2))
    .map(([of, at, put, taken]) => [of, of.slice(0, at) + put + of.slice(at + taken)] as const);
  const either = fc.oneof(edited, fc.tuple(text, text));
  fc.assert(
    fc.property(either, ([one, two]) => {
      const values = Dictionary.of([one, two]);
      assert.equal(oneEditApart(values, values, false)(0, 1), levenshtein(values, values)(0, 1) <= 1);
      assert.equal(oneEditApart(values, values, true)(0, 1), damerauLevenshtein(values, values)(0, 1) <= 1);
    }),
    { numRuns: 2000 },
  );
});
