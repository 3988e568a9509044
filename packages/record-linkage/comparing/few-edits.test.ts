import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Comparison } from '../model/model.ts';
import { Dictionary } from '../records/dictionary.ts';
import { recordsOf } from '../records/records-of.ts';
import { damerauLevenshtein } from '../similarity/damerau-levenshtein.ts';
import { levenshtein } from '../similarity/levenshtein.ts';
import { oneEditApart } from './one-edit.ts';
import { Chosen } from './pairs.ts';
import { fieldsOfModel, stagedQuestions } from './question.ts';
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

test('of few values and of many, codes alone never say more than letters do', () => {
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
    const quick = new Int8Array(400);
    const whole = new Int8Array(400);
    question.quick(pairs, new Chosen().first(400), quick);
    question.answer(pairs, new Chosen().first(400), whole);
    const values = records.columns.get('column:number');
    assert.ok(values);
    const distance = levenshtein(values.values, values.values);
    for (const [pair, left] of lefts.entries()) {
      const edits = distance(values.codes[left] ?? 0, values.codes[rights[pair] ?? 0] ?? 0);
      const expected = edits <= 1 ? 0 : edits <= 2 ? 1 : 2;
      assert.equal(whole[pair], expected);
      const said = quick[pair] ?? 0;
      assert.ok(said >= 0 ? said === expected : expected >= -2 - said, `${said} of ${expected}`);
    }
    assert.equal(
      quick.some((said) => said < -1),
      count > 32_768,
    );
    assert.deepEqual(new Set(whole), new Set([0, 1, 2]));
  }
});
