import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { checkModel, faultsIn, remarksOn } from './check-model.ts';
import type { Comparison, Condition, Level, LinkageModel } from './model.ts';
import { readSplinkModel } from './splink/read-splink-model.ts';

const forename = { column: 'forename' };
const equal: Condition = { is: 'equal', left: forename, right: forename };
const close: Level = { label: 'equal', when: equal, m: 0.9, u: 0.1 };
const other: Level = { label: 'other', when: { is: 'else' }, m: 0.1, u: 0.9 };
const comparison: Comparison = {
  name: 'forename',
  nullWhen: { is: 'missing', of: forename },
  levels: [close, other],
};
const rule = { name: 'forename', keys: [{ left: forename, right: forename }] };
const model: LinkageModel = {
  linkType: 'dedupe',
  idColumn: 'id',
  prior: 0.01,
  comparisons: [comparison],
  blockingRules: [rule],
};

function near(atLeast: number): Level {
  return {
    label: `at least ${atLeast}`,
    when: { is: 'similar', by: 'jaro-winkler', left: forename, right: forename, atLeast },
  };
}

function withLevels(...levels: readonly Level[]): LinkageModel {
  return { ...model, comparisons: [{ ...comparison, levels }] };
}

const bad: Condition = { is: 'missing', of: { column: 'forename', cleanedBy: 'soap' } };

/** A model, where the first refusal points to, and what it says. */
const wrong: readonly [LinkageModel, string, RegExp][] = [
  [{ ...model, idColumn: ' ' }, 'idColumn', /empty/],
  [{ ...model, prior: 1 }, 'prior', /1 is no probability/],
  [{ ...model, comparisons: [] }, 'comparisons', /none/],
  [{ ...model, comparisons: [comparison, comparison] }, 'comparison forename', /two comparisons/],
  [{ ...model, comparisons: [{ ...comparison, nullWhen: bad }] }, 'comparison forename, nullWhen', /soap/],
  [withLevels(close), 'comparison forename', /last level/],
  [withLevels(other, close, other), 'comparison forename, level other', /hides/],
  [withLevels(near(0.8), near(0.9), other), 'comparison forename, level at least 0.9', /at least 0.8/],
  [withLevels(near(1.2), other), 'comparison forename, level at least 1.2', /likeness/],
  [withLevels({ ...close, m: 0 }, other), 'comparison forename, level equal', /m is 0/],
  [withLevels({ ...close, m: Number.NaN }, other), 'comparison forename, level equal', /m is NaN/],
  [withLevels({ ...close, label: '' }, other), 'comparison forename, level 0', /label/],
  [
    withLevels({ ...close, when: { is: 'all', of: [] } }, other),
    'comparison forename, level equal',
    /nothing/,
  ],
  [
    withLevels({ ...close, when: { is: 'pair-sql', sql: ' ' } }, other),
    'comparison forename, level equal',
    /SQL/,
  ],
  [
    withLevels({ ...close, when: { is: 'agree', by: 'magic', left: forename, right: forename } }, other),
    'comparison forename, level equal',
    /magic/,
  ],
  [
    withLevels({ ...close, termFrequency: { column: forename, weight: -1, minimum: 0 } }, other),
    'comparison forename, level equal, termFrequency',
    /weight/,
  ],
];

void test('a rule that asks nothing may look at every pair, and that is remarked on', () => {
  const everyPair = { ...model, blockingRules: [{ name: 'all', keys: [] }] };
  assert.ok(checkModel(everyPair).done);
  const [remark] = remarksOn(everyPair).filter(({ place }) => place === 'blocking rule all');
  assert.match(remark?.words ?? '', /every pair is looked at/);
});

test('what is wrong with a model is refused with its place and a way to mend it', () => {
  for (const [each, place, words] of wrong) {
    const checked = checkModel(each);
    assert.ok(!checked.done, place);
    assert.equal(checked.refusal.place, place);
    assert.match(checked.refusal.words, words);
  }
});

void test('a sound model passes, trained or not, and so does one of Splink’s', () => {
  assert.deepEqual(checkModel(model), { done: true, value: model });
  const { m: _m, u: _u, ...untrained } = close;
  assert.ok(checkModel(withLevels(untrained, other)).done);
  const file = new URL('../test/fixtures/splink/model-5.json', import.meta.url);
  const read = readSplinkModel(JSON.parse(readFileSync(file, 'utf8')));
  assert.ok(read.done);
  assert.deepEqual(faultsIn(read.value), []);
});

void test('m or u that do not add up to 1 are remarked on, not refused', () => {
  assert.deepEqual(remarksOn(model), []);
  const odd = withLevels(close, { ...other, u: 0.95 });
  assert.ok(checkModel(odd).done);
  assert.match(remarksOn(odd)[0]?.words ?? '', /u of its levels add up to 1.05/);
});
