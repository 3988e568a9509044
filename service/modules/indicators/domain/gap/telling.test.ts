import assert from 'node:assert/strict';
import { test } from 'node:test';
import { knownGroups } from '#reference/groups.ts';
import { breakdownOf } from '../observation.ts';
import { subjectOf, subjectsIn } from './subjects.ts';
import { recogniser } from './telling.ts';

const groups = knownGroups();
const recognise = recogniser(groups);

test('C04 the parts of the publishers’ tables are the groups that they name', () => {
  const named = (parts: Record<string, string>) => recognise(breakdownOf(parts))?.group.key;
  assert.equal(named({ Sex: 'Female' }), 'girls');
  assert.equal(named({ gender: 'Boys' }), 'boys');
  assert.equal(named({ characteristic: 'SEN provision', characteristic_type: 'EHC plan' }), 'send-plan');
  assert.equal(
    named({ social_care_group: 'CLA 12 months at 31 March', absence_terms: 'six half terms' }),
    'in-care',
  );
});

test('a part that says more than a group, or that nobody wrote down, is no group', () => {
  assert.equal(recognise(breakdownOf({ Sex: 'Female', Age: '5-9' })), undefined);
  assert.equal(recognise(breakdownOf({ Shoe: 'Left' })), undefined);
  assert.equal(recognise(''), undefined);
});

test('a group stands beside the others that the same rows name', () => {
  const found = recognise(
    breakdownOf({ social_care_group: 'CLA 12 months at 31 March', absence_terms: 'six half terms' }),
  );
  assert.deepEqual([found?.beside, found?.whole], [undefined, 'absence_terms=six half terms']);
  assert.equal(recognise('Sex=Female')?.beside, 'Sex=Male');
});

test('C01 a gap is found by the measure of all children, by either side, and by the table that tells it', () => {
  const table = 'ees:1-eyfsp-headline-measures:gld_percentage';
  const fsm = breakdownOf({
    characteristic: 'Free school meal eligibility',
    characteristic_type: 'Known to be eligible for free school meals',
  });
  const subjects = subjectsIn(groups, [
    { measure: table, breakdown: fsm },
    { measure: 'fingertips:1', breakdown: 'Sex=Female' },
  ]);
  for (const measure of ['lait:FSP_NEW_GOODDEV', 'lait:FSP_Gooddev_FSM', 'lait:FSP_Gooddev_FSM_Other', table])
    assert.equal(subjectOf(subjects, measure)?.measure, 'lait:FSP_NEW_GOODDEV', measure);
  const meals = subjects
    .find(({ measure }) => measure === 'lait:FSP_NEW_GOODDEV')
    ?.tellings.filter(({ group }) => group.key === 'free-school-meals');
  assert.equal(meals?.length, 2, 'the pair of measures, and the table');
  assert.equal(subjectOf(subjects, 'fingertips:1')?.tellings[0]?.group.key, 'girls');
  assert.equal(subjectOf(subjects, 'lait:Nothing'), undefined);
});

test('C09 each major ethnic group of the table stands beside all others, none of them as the norm', () => {
  const types = [
    'White',
    'Mixed/multiple ethnic groups',
    'Asian/Asian British',
    'Black/African/Caribbean/Black British',
    'Other ethnic group',
  ];
  const found = types.map((type) =>
    recognise(breakdownOf({ characteristic: 'Ethnic group: major', characteristic_type: type })),
  );
  assert.deepEqual(
    found.map((one) => [one?.group.key, one?.beside]),
    ['white', 'mixed', 'asian', 'black', 'other-ethnic'].map((key) => [key, undefined]),
  );
});
