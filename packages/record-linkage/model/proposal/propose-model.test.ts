import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkModel } from '../check-model.ts';
import { proposeModel, type SampledColumn } from './propose-model.ts';

function column(name: string, ...values: readonly (string | null)[]): SampledColumn {
  return { name, values };
}

const children: readonly SampledColumn[] = [
  column('id', '1', '2', '3'),
  column('source', 'school', 'health', 'health'),
  column('NHS_Number', '943 476 5919', null, '4010232137'),
  column('upn', 'H801200001001', null, ''),
  column('Forename', 'Aoife', 'Baby Girl', 'Leo'),
  column('surname', "O'Neill", 'Khan', 'Smith-Jones'),
  column('date_of_birth', '04/03/2012', '2012-03-04', 'unknown'),
  column('Sex', 'M', 'F', 'U'),
  column('postcode', 'SY3 7AB', 'sy37ab', null),
  column('address', '1 High Street', '2 Low Road', null),
  column('recorded_on', '2020-01-01', '2021-01-01', '2022-01-01'),
  column('person', '1', '1', '2'),
];

void test('a model for children is proposed from names and values, is sound, and says why', () => {
  const proposed = proposeModel({ columns: children });
  assert.ok(proposed.done);
  const { model, taken, leftOut, words } = proposed.value;
  assert.ok(checkModel(model).done);
  assert.deepEqual([model.idColumn, model.sourceColumn, model.linkType], ['id', 'source', 'link-and-dedupe']);
  assert.deepEqual(
    taken.map(({ column, kind }) => `${column}: ${kind}`),
    [
      'NHS_Number: nhs-number',
      'upn: upn',
      'Forename: forename',
      'surname: surname',
      'date_of_birth: birth',
      'Sex: sex',
      'postcode: postcode',
    ],
  );
  assert.deepEqual(
    leftOut.map(({ column }) => column),
    ['address', 'recorded_on', 'person'],
  );
  assert.ok(model.blockingRules.some(({ name }) => name === 'surname and date of birth'));
  assert.ok(!model.blockingRules.some(({ name }) => name === 'surname'));
  assert.match(words.join('\n'), /person is not compared: it looks like an answer/);
});

void test('few records allow wider rules, and very few that every pair is looked at', () => {
  const rulesOf = (records: number) => {
    const proposed = proposeModel({ columns: children, records });
    assert.ok(proposed.done);
    return proposed.value.model.blockingRules.map(({ name }) => name);
  };
  assert.ok(rulesOf(10_000).includes('surname'));
  assert.ok(!rulesOf(1_000_000).includes('surname'));
  assert.deepEqual(rulesOf(1000), ['every pair']);
});

void test('other people’s columns are used as far as they are understood', () => {
  const proposed = proposeModel({
    columns: [
      column('unique_id', '0', '1'),
      column('first_name', 'Robert', 'Robert'),
      column('surname', 'Alan', 'Allen'),
      column('dob', '1971-06-24', '1971-05-24'),
      column('city', null, 'London'),
      column('email', 'robert255@smith.net', null),
      column('cluster', '0', '0'),
    ],
    leaveOut: ['cluster'],
  });
  assert.ok(proposed.done);
  assert.deepEqual(
    proposed.value.model.comparisons.map(({ name }) => name),
    ['first_name', 'surname', 'dob', 'city', 'email'],
  );
});

void test('values alone say what an NHS number or a postcode is; a name alone does not make one', () => {
  const numbers = ['9434765919', '4010232137', '943 476 5919', '401 023 2137', '9434765919'];
  const byValue = proposeModel({ columns: [column('id', '1'), column('reference', ...numbers)] });
  assert.ok(byValue.done);
  assert.equal(byValue.value.taken[0]?.kind, 'nhs-number');
  const byName = proposeModel({ columns: [column('id', '1'), column('nhs_number', 'yes', 'no')] });
  assert.ok(!byName.done);
});

void test('a file that says nothing of anybody is refused, and so is one without ids', () => {
  const nobody = proposeModel({ columns: [column('id', '1', '2'), column('colour', 'red', 'blue')] });
  assert.ok(!nobody.done);
  assert.equal(nobody.refusal.place, 'columns');
  const nameless = proposeModel({ columns: [column('forename', 'Leo', 'Leo')] });
  assert.ok(!nameless.done);
  assert.equal(nameless.refusal.place, 'idColumn');
});
