import assert from 'node:assert/strict';
import { test } from 'node:test';
import { knownGroups, readGroups } from './groups.ts';
import { knownMeasures } from './measures.ts';

test('C04 every dimension that the strategies name stands here, and each says why it may not be known', () => {
  const { dimensions } = knownGroups();
  assert.deepEqual(
    dimensions.map(({ key }) => key),
    [
      ...['place', 'zone', 'rural-urban', 'ethnicity', 'sex', 'disability', 'send', 'free-school-meals'],
      ...['in-care', 'deprivation', 'age', 'language', 'religion', 'sexuality', 'gender-identity'],
      ...['youth-justice', 'teenage-parents', 'workless-households', 'attendance'],
    ],
  );
  for (const { key, unknown } of dimensions) assert.ok(unknown.length > 30, key);
});

test('C04 religion, sexuality, gender identity and disability come from surveys alone, and their words name the base', () => {
  const { dimensions, groups, subjects } = knownGroups();
  const fromSurveys = dimensions.filter(({ from }) => from === 'survey');
  assert.deepEqual(
    fromSurveys.map(({ key }) => key),
    ['disability', 'religion', 'sexuality', 'gender-identity'],
  );
  for (const { key, unknown } of fromSurveys) {
    assert.match(unknown, /older children.*whole area.*30 or more/);
    const keys = groups.filter(({ dimension }) => dimension === key).map((group) => group.key);
    // no publisher's pair of measures: only a table's own columns tell of these groups
    assert.ok(
      subjects.every(({ pairs }) => pairs.every(({ group }) => !keys.includes(group))),
      key,
    );
  }
});

test('C05 children with a plan, in care, with free school meals, who offended, are parents, miss school, or whose home has no work are groups', () => {
  const keys = new Set(knownGroups().groups.map(({ key }) => key));
  for (const key of [
    ...['send-plan', 'in-care', 'free-school-meals', 'offended', 'teenage-parent', 'workless'],
    ...['often-absent', 'disabled', 'rural', 'low-income'],
  ])
    assert.ok(keys.has(key), key);
});

test('each published gap of our measures is a pair here, its sides the same way round', () => {
  const pairs = knownGroups().subjects.flatMap((subject) => subject.pairs);
  const sides = knownMeasures().list.filter(({ gap }) => gap?.role === 'target');
  assert.ok(sides.length >= 4);
  for (const { source, code, gap } of sides) {
    const pair = pairs.find(({ of }) => of === `${source}:${code}`);
    assert.equal(pair?.beside, gap && `${gap.other.source}:${gap.other.code}`, code);
  }
});

test('every subject that has figures for all children is a measure that we wrote down', () => {
  for (const { measure } of knownGroups().subjects) {
    const [source, code] = measure.split(':');
    assert.ok(source === 'lait' || source === 'fingertips', measure);
    assert.ok(knownMeasures().find(source, code ?? ''), measure);
  }
});

test('R73 free school meals were widened in 2026, which parts the years before from those after', () => {
  const group = knownGroups().groups.find(({ key }) => key === 'free-school-meals');
  assert.equal(group?.breaks[0]?.on, '2026-09-01');
});

test('a key that stands twice, and one that is nowhere, are refused', () => {
  const empty = { dimensions: [], groups: [], breakdowns: [], neutral: [], subjects: [] };
  const read = (some: object) => readGroups(JSON.stringify({ ...empty, ...some }));
  const dimension = { key: 'sex', name: 'Sex', from: 'published', unknown: 'Not told.' };
  const group = { key: 'girls', dimension: 'sex', short: 'G', name: 'g', others: 'b', othersShort: 'B' };
  assert.throws(() => read({ dimensions: [dimension, dimension] }), /the dimension sex stands twice/);
  assert.throws(() => read({ groups: [group] }), /girls is of sex, which is no dimension/);
  assert.throws(
    () => read({ subjects: [{ measure: 'lait:A', pairs: [{ group: 'boys', of: 'lait:B' }] }] }),
    /boys is no group/,
  );
});
