import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Dictionary } from '../records/dictionary.ts';
import { damerauLevenshtein } from '../similarity/damerau-levenshtein.ts';
import { jaccardSimilarity } from '../similarity/jaccard.ts';
import { jaroSimilarity, jaroWinklerSimilarity } from '../similarity/jaro-winkler.ts';
import { levenshtein } from '../similarity/levenshtein.ts';
import { lettersOf, plainDistance, plainSimilarity } from '../similarity/plain.ts';
import { holds, type Values } from './ask.ts';
import type { Condition } from './model.ts';

const anyText = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd', 'é', '李'), maxLength: 70 });

void test('the fast similarities give bit for bit what the plain ones give, on texts of any length', () => {
  fc.assert(
    fc.property(anyText, anyText, (l, r) => {
      const [left, right] = [Dictionary.of([l]), Dictionary.of([r])];
      const [one, other] = [lettersOf(l, 'letters'), lettersOf(r, 'letters')];
      assert.equal(jaroSimilarity(left, right)(0, 0), plainSimilarity('jaro', one, other));
      assert.equal(jaroWinklerSimilarity(left, right)(0, 0), plainSimilarity('jaro-winkler', one, other));
      assert.equal(jaccardSimilarity(left, right)(0, 0), plainSimilarity('jaccard', one, other));
      assert.equal(levenshtein(left, right)(0, 0), plainDistance('levenshtein', one, other));
      assert.equal(damerauLevenshtein(left, right)(0, 0), plainDistance('damerau-levenshtein', one, other));
    }),
    { numRuns: 300 },
  );
});

const a = { column: 'a' };
const equal: Condition = { is: 'equal', left: a, right: a };
const none: Values = { a: null };

void test('a condition on a missing value is neither true nor false, as in SQL', () => {
  const ask = (when: Condition, left: Values, right: Values) =>
    holds(when, { left, right, counts: 'letters' });
  assert.equal(ask(equal, none, { a: 'x' }), undefined);
  assert.equal(ask({ is: 'not', of: equal }, none, { a: 'x' }), undefined);
  assert.equal(ask({ is: 'any', of: [equal, { is: 'else' }] }, none, {}), true);
  assert.equal(ask({ is: 'all', of: [equal, { is: 'not', of: { is: 'else' } }] }, none, {}), false);
  assert.equal(ask({ is: 'missing', of: a }, none, { a: 'x' }), true);
  assert.equal(ask({ is: 'value', side: 'both', of: a, text: 'x' }, { a: 'x' }, { a: 'y' }), false);
  assert.equal(ask({ is: 'value', side: 'left', of: a, text: 'x' }, { a: 'x' }, none), true);
});

void test('each question of two values says what it should', () => {
  const cases: readonly [Condition, string, string, boolean | undefined][] = [
    [{ is: 'similar', by: 'jaro-winkler', left: a, right: a, atLeast: 0.96 }, 'MARTHA', 'MARHTA', true],
    [{ is: 'edits', by: 'damerau-levenshtein', left: a, right: a, atMost: 1 }, 'MARTHA', 'MARHTA', true],
    [{ is: 'edits', by: 'levenshtein', left: a, right: a, atMost: 1 }, 'MARTHA', 'MARHTA', false],
    [{ is: 'days-apart', left: a, right: a, atMost: 86_400 }, '2012-02-29', '2012-03-01', true],
    [{ is: 'days-apart', left: a, right: a, atMost: 86_400 }, '2012-02-29', 'soon', undefined],
    [{ is: 'numbers-apart', left: a, right: a, atMost: 1 }, '1.5', '2.5', true],
    [{ is: 'shared', left: a, right: a, atLeast: 1 }, 'smith jones', 'jones', true],
    [{ is: 'shared', left: a, right: a, atLeast: 2 }, 'jones jones', 'jones jones', false],
    [{ is: 'agree', by: 'nicknames', left: a, right: a }, 'Beth', 'Elizabeth', true],
  ];
  for (const [when, left, right, expected] of cases)
    assert.equal(
      holds(when, { left: { a: left }, right: { a: right }, counts: 'letters' }),
      expected,
      `${when.is} of ${left} and ${right}`,
    );
});
