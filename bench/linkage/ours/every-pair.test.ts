import assert from 'node:assert/strict';
import { test } from 'node:test';
import { questionsOf, recordsOf, type LinkageModel } from '#packages/record-linkage';
import { makeFamilies } from '../families/make-families.ts';
import { askEveryPair } from './every-pair.ts';
import { got } from './got.ts';

const name = { column: 'surname' };
const model: LinkageModel = {
  linkType: 'dedupe',
  idColumn: 'id',
  prior: 0.01,
  blockingRules: [],
  comparisons: [
    {
      name: 'surname',
      nullWhen: { is: 'missing', of: name },
      levels: [
        { label: 'equal', when: { is: 'equal', left: name, right: name } },
        {
          label: 'one edit',
          when: { is: 'edits', by: 'levenshtein', left: name, right: name, atMost: 1 },
        },
        { label: 'else', when: { is: 'else' } },
      ],
    },
  ],
};

test('asking each two values once counts what asking each two records counts', () => {
  const made = [...makeFamilies({ records: 300, seed: 8 })].flat();
  const rows = made.map(({ id, surname, person }) => ({
    id,
    surname: surname === '' ? null : surname,
    person,
  }));
  const records = got(recordsOf({ rows, model, also: [{ column: 'person' }] }));
  const person = records.columns.get('column:person')?.codes ?? new Int32Array();
  const [asked] = askEveryPair(records, model, { columns: ['surname'], person });
  const all = new Float64Array(3);
  const different = new Float64Array(3);
  const [question = () => -1] = questionsOf(model, records);
  for (let left = 0; left < records.count; left += 1)
    for (let right = left + 1; right < records.count; right += 1) {
      const answer = question(left, right);
      if (answer < 0) continue;
      all[answer] = (all[answer] ?? 0) + 1;
      if (person[left] !== person[right]) different[answer] = (different[answer] ?? 0) + 1;
    }
  assert.ok((all[0] ?? 0) > 100 && (all[1] ?? 0) > 0);
  assert.deepEqual(asked, { all, different });
});
