import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Comparison } from '../../model/model.ts';
import { Dictionary } from '../../records/dictionary.ts';
import { recordsOf } from '../../records/records-of.ts';
import { damerauLevenshtein } from '../../similarity/damerau-levenshtein.ts';
import { levenshtein } from '../../similarity/levenshtein.ts';
import { fewEdits } from './few-edits.ts';
import { Chosen } from '../pairs.ts';
import { fieldsOfModel, stagedQuestions } from '../question.ts';
import { roomForPairs } from './value-pairs.ts';

/** Texts, and what became of them by a few edits; or two texts of their own. */
function twoTexts(letters: readonly string[]): fc.Arbitrary<readonly [string, string]> {
  const text = fc.string({ unit: fc.constantFrom(...letters), maxLength: 20 });
  const put = fc.string({ unit: fc.constantFrom(...letters), maxLength: 2 });
  const edits = fc.array(fc.tuple(fc.nat(20), put, fc.nat(2)), { maxLength: 3 });
  const edited = fc
    .tuple(text, edits)
    .map(
      ([of, all]) =>
        [
          of,
          all.reduce((now, [at, letter, taken]) => now.slice(0, at) + letter + now.slice(at + taken), of),
        ] as const,
    );
  return fc.oneof(edited, fc.tuple(text, text));
}

function apart(texts: readonly [string, string], swaps: boolean): number {
  const values = Dictionary.of(texts);
  const pair = roomForPairs(1);
  pair.right[0] = 1;
  pair.count = 1;
  const close = new Float64Array(1);
  fewEdits(values, values, swaps)(pair, close);
  return -(close[0] ?? NaN);
}

test('few edits are what the distances say, to letters that look alike and to those that do not', () => {
  // letters a and q differ in nothing but their higher bits, and p has none of the lower
  for (const letters of [
    ['a', 'b', 'q'],
    ['a', 'b', 'p'],
    ['0', '1', '2', '9', '-'],
  ])
    fc.assert(
      fc.property(twoTexts(letters), (texts) => {
        const values = Dictionary.of(texts);
        const distance = levenshtein(values, values)(0, 1);
        assert.equal(apart(texts, false), Math.min(3, Math.max(1, distance)));
        const isOne = damerauLevenshtein(values, values)(0, 1) <= 1;
        assert.equal(apart(texts, true) <= 1, isOne);
      }),
      { numRuns: 4000 },
    );
});

test('few edits are told at once, of few values and of many', () => {
  const side = { left: { column: 'number' }, right: { column: 'number' } };
  const comparison: Comparison = {
    name: 'number',
    nullWhen: { is: 'missing', of: { column: 'number' } },
    levels: [
      { label: 'one edit', when: { is: 'edits', by: 'levenshtein', ...side, atMost: 1 } },
      { label: 'two edits', when: { is: 'edits', by: 'levenshtein', ...side, atMost: 2 } },
      { label: 'different', when: { is: 'else' } },
    ],
  };
  for (const count of [500, 40_000]) {
    // neighbours share all but a digit or two
    const rows = Array.from({ length: count }, (_, row) => ({
      id: String(row),
      number: String(3_000_000 + row * 7),
    }));
    const model = { idColumn: 'id', comparisons: [comparison], blockingRules: [] };
    const read = recordsOf({ rows, model });
    assert.ok(read.done);
    const records = read.value;
    const fields = fieldsOfModel(model, records);
    const [question] = stagedQuestions(model, { records, fields });
    assert.ok(question);
    const lefts = Array.from({ length: 400 }, (_, pair) => (pair * 37) % count);
    const rights = lefts.map((left, pair) => (left + 1 + (pair % 90)) % count);
    const pairs = {
      left: Int32Array.from(lefts, (left) => left * fields.stride),
      right: Int32Array.from(rights, (right) => right * fields.stride),
    };
    assert.ok(question.isQuick);
    const answers = new Int8Array(400);
    question.quick(pairs, new Chosen().first(400), answers);
    const values = records.columns.get('column:number');
    assert.ok(values);
    const distance = levenshtein(values.values, values.values);
    for (const [pair, left] of lefts.entries()) {
      const edits = distance(values.codes[left] ?? 0, values.codes[rights[pair] ?? 0] ?? 0);
      assert.equal(answers[pair], edits <= 1 ? 0 : edits <= 2 ? 1 : 2);
    }
    assert.deepEqual(new Set(answers), new Set([0, 1, 2]));
  }
});
