import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { questionsOf } from '../comparing/question.ts';
import type {
  BlockingRule,
  Comparison,
  Condition,
  Expression,
  LinkageModel,
  LinkType,
} from '../model/model.ts';
import { recordsOf } from '../records/records-of.ts';
import type { Row } from '../records/records-of.ts';
import type { Records } from '../records/records.ts';
import { chanceOf } from './chance.ts';
import { inOrderOfCloseness, medianOfPasses } from './combine.ts';
import { columnsRead } from '../records/columns-read.ts';
import { comparisonsToLeaveOut } from './leave-out.ts';
import { priorFromRules } from './prior.ts';
import { train } from './train.ts';
import { shareOfAnswers } from './shares/u-estimate.ts';
import { countEqualLevels } from './shares/u-exact.ts';
import { valueGroups } from './shares/value-groups.ts';

const equal = (column: string): Condition => ({ is: 'equal', left: { column }, right: { column } });
const missing = (column: string): Condition => ({ is: 'missing', of: { column } });
const other = { label: 'anything else', when: { is: 'else' } } as const;

const compareName: Comparison = {
  name: 'name',
  nullWhen: missing('name'),
  levels: [
    { label: 'equal', when: equal('name') },
    {
      label: 'alike',
      when: {
        is: 'similar',
        by: 'jaro-winkler',
        left: { column: 'name' },
        right: { column: 'name' },
        atLeast: 0.8,
      },
    },
    other,
  ],
};
const comparePlace: Comparison = {
  name: 'place',
  nullWhen: missing('place'),
  levels: [
    { label: 'equal', when: equal('place') },
    { label: 'one area', when: equal('area') },
    { label: 'one size', when: equal('size') },
    other,
  ],
};
const compareBoth: Comparison = {
  name: 'both',
  nullWhen: { is: 'any', of: [missing('name'), missing('size')] },
  levels: [
    { label: 'both', when: { is: 'all', of: [equal('name'), equal('size')] } },
    { label: 'size', when: equal('size') },
    other,
  ],
};

const modelOf = (comparisons: readonly Comparison[], linkType: LinkType = 'dedupe'): LinkageModel => ({
  linkType,
  idColumn: 'id',
  sourceColumn: 'source',
  prior: 0.01,
  comparisons,
  blockingRules: [],
});
const rule = (...columns: string[]): BlockingRule => ({
  name: columns.join(' and '),
  keys: columns.map((column) => ({ left: { column }, right: { column } })),
});
const read = (rows: readonly Row[], model: LinkageModel, also: readonly Expression[] = []): Records => {
  const records = recordsOf({ rows, model, also });
  assert.ok(records.done, records.done ? '' : records.refusal.words);
  return records.value;
};

const value = (...texts: string[]) => fc.option(fc.constantFrom(...texts), { nil: null, freq: 5 });
const row = fc.record({
  name: value('ann', 'anne', 'bob', 'rob', 'zoe'),
  place: value('A1 1AA', 'A1 1AB', 'B2 2BB'),
  area: value('A', 'B'),
  size: value('1', '2'),
  source: fc.constantFrom('one', 'two', 'three'),
});
const rowsOf = fc
  .array(row, { minLength: 2, maxLength: 25 })
  .map((rows) => rows.map((each, id) => ({ ...each, id: String(id) })));

const drawNone = { seed: 1, mostPairs: 0, enoughSeen: 1 };

test('u from how common values are is what asking every pair gives', () => {
  fc.assert(
    fc.property(rowsOf, fc.constantFrom('dedupe', 'link' as const), (rows, linkType) => {
      const model = modelOf([compareName, comparePlace, compareBoth], linkType);
      const records = read(rows, model);
      for (const [place, question] of questionsOf(model, records).entries()) {
        const comparison = model.comparisons[place] ?? compareName;
        const brute = { byLevel: new Float64Array(comparison.levels.length), answered: 0 };
        for (let left = 0; left < records.count; left += 1)
          for (let right = left + 1; right < records.count; right += 1) {
            if (linkType === 'link' && records.sourceOf[left] === records.sourceOf[right]) continue;
            const answer = question(left, right);
            if (answer < 0) continue;
            brute.answered += 1;
            brute.byLevel[answer] = (brute.byLevel[answer] ?? 0) + 1;
          }
        const counted = shareOfAnswers({ records, linkType, comparison }, drawNone);
        for (const [level, pairs] of brute.byLevel.entries()) {
          assert.equal(counted.levels[level]?.how, 'all-pairs');
          assert.ok(
            Math.abs((counted.levels[level]?.share ?? 0) - pairs / Math.max(1, brute.answered)) <= 1e-12,
          );
        }
        const byEqual = countEqualLevels(records, valueGroups({ records, linkType }, comparison), comparison);
        const compared = place === 0 ? 1 : comparison.levels.length;
        assert.equal(byEqual?.answered, brute.answered);
        assert.deepEqual(byEqual?.byLevel.slice(0, compared), brute.byLevel.slice(0, compared));
      }
    }),
    { numRuns: 60 },
  );
});

test('u from random pairs lies within its standard errors of the truth, and the same seed draws the same', () => {
  const model = modelOf([compareName]);
  const chance = chanceOf(5);
  const letter = (): string => 'abcdefghijklmnoprstuvw'[Math.floor(chance() ** 3 * 22)] ?? 'a';
  const rows = Array.from({ length: 1000 }, (_, id) => ({
    id: String(id),
    source: 'one',
    name: `${letter()}${letter()}${letter()}${letter()}`,
  }));
  const records = read(rows, model);
  const question = questionsOf(model, records)[0];
  const counts = [0, 0, 0];
  for (let left = 0; left < records.count; left += 1)
    for (let right = left + 1; right < records.count; right += 1) {
      const answer = question?.(left, right) ?? -1;
      counts[answer] = (counts[answer] ?? 0) + 1;
    }
  // no value counts as common, some do, many do
  for (const mostAsked of [0, 200, 20_000]) {
    const drawing = { seed: 9, mostPairs: 200_000, enoughSeen: 1200, mostAsked };
    const asked = { records, linkType: model.linkType, comparison: compareName };
    const drawn = shareOfAnswers(asked, drawing);
    assert.deepEqual(shareOfAnswers(asked, drawing), drawn);
    assert.ok(drawn.randomPairs > 0);
    for (const [level, { share = 0, standardError, how }] of drawn.levels.entries()) {
      const truth = (counts[level] ?? 0) / ((1000 * 999) / 2);
      assert.equal(how, level === 0 ? 'all-pairs' : 'random-pairs');
      const most = level === 0 ? 1e-12 : 4 * standardError;
      assert.ok(Math.abs(share - truth) <= most, `${mostAsked}, ${level}: ${share} of ${truth}`);
    }
  }
});

test('a rule leaves out what reads its column, by name, in SQL, and where one column decides the other', () => {
  const sql: BlockingRule = {
    name: 'three letters',
    keys: [{ left: { sql: 'left("Name", 3)' }, right: { sql: 'left("Name", 3)' } }],
  };
  assert.deepEqual(columnsRead({ sql: `upper(left(name, 3)) || 'size'` }), ['name']);
  const rows = Array.from({ length: 400 }, (_, id) => ({
    id: String(id), source: 'one', name: `n${id % 37}`, place: `p${(id * 7) % 90}`, area: 'ABC'[(id * 7) % 90 % 3] ?? 'A', size: String(id % 4),
  })); // prettier-ignore
  const model = modelOf([
    compareName,
    { ...comparePlace, levels: [comparePlace.levels[0] ?? other, other] },
    compareBoth,
  ]);
  const records = read(rows, model, [{ column: 'area' }]);
  const reasons = (of: BlockingRule) =>
    comparisonsToLeaveOut(of, model, records).map(({ comparison, reason }) => [comparison, reason]);
  assert.deepEqual(reasons(sql), [
    [0, 'same-column'],
    [2, 'same-column'],
  ]);
  assert.deepEqual(reasons(rule('area')), [[1, 'derived-column']]);
  assert.deepEqual(reasons(rule('size')), [[2, 'same-column']]);
  assert.match(comparisonsToLeaveOut(rule('area'), model, records)[0]?.words ?? '', /too sure/);
});

test('the prior counts a pair once however many rules find it, and refuses a recall that cannot be', () => {
  const rows = ['ann', 'ann', 'bob', 'bob', 'cat'].map((name, id) => ({
    id: String(id),
    source: 'one',
    name,
    size: name,
  }));
  const model = modelOf([compareName]);
  const records = read(rows, model, [{ column: 'size' }]);
  const rules = [rule('name'), rule('size')];
  const prior = priorFromRules({ records, linkType: 'dedupe', rules, recall: 0.8 });
  assert.ok(prior.done);
  assert.deepEqual(prior.value, { prior: 2 / 0.8 / 10, found: 2, possible: 10 });
  const refused = priorFromRules({ records, linkType: 'dedupe', rules, recall: 0.1 });
  assert.ok(!refused.done && refused.refusal.reason === 'too-many-pairs');
});

test('levels are put in the order of closeness, with what they hold together kept', () => {
  const { m, changed } = inOrderOfCloseness(
    [
      [0.5, 0.1, 0.4],
      [0.9, 0.1],
    ],
    [
      [0.1, 0.01, 0.89],
      [0.1, 0.9],
    ],
    () => false,
  );
  assert.deepEqual(changed, [0]);
  const [levels = []] = m;
  assert.ok(Math.abs(levels.reduce((sum: number, each) => sum + (each ?? 0), 0) - 1) < 1e-12);
  assert.ok((levels[0] ?? 0) / 0.1 >= (levels[1] ?? 0) / 0.01 - 1e-9);
  assert.deepEqual(
    medianOfPasses(
      [
        { m: [[0.6, 0.4]], active: [true] },
        { m: [[0.8, 0.2]], active: [true] },
        { m: [[0, 1]], active: [false] },
      ],
      [[1, 1]],
    )[0]?.map((each) => each?.toFixed(6)),
    ['0.700000', '0.300000'],
  );
});

/** People with records in which each field is another with a known probability. */
function population(people: number, slips: { name: number; size: number; place: number }): Row[] {
  const chance = chanceOf(3);
  const text = (kinds: number): string => `v${Math.floor(chance() * kinds)}x`;
  return Array.from({ length: people }, () => ({
    name: text(300),
    size: text(40),
    place: text(500),
    area: text(60),
  })).flatMap((truth, person) =>
    [0, 1].map((copy) => ({
      id: `${person}-${copy}`,
      source: 'one',
      name: chance() < slips.name ? text(300) : truth.name,
      size: chance() < slips.size ? text(40) : truth.size,
      place: chance() < slips.place ? text(500) : truth.place,
      area: chance() < 0.2 ? text(60) : truth.area,
    })),
  );
}

const plain = (column: string): Comparison => ({
  name: column,
  nullWhen: missing(column),
  levels: [{ label: 'equal', when: equal(column) }, other],
});

test('training without labels finds the m that records were made with, and says what it cannot learn', async () => {
  const model = modelOf([plain('name'), plain('size'), plain('place'), plain('area')]);
  const records = read(population(3000, { name: 0.06, size: 0.03, place: 0.1 }), model);
  const trained = await train(records, model, {
    trainingRules: [rule('name', 'size'), rule('place', 'size'), rule('name', 'place')],
    priorRules: [rule('name', 'size', 'place')],
    recall: 0.66,
  });
  assert.ok(trained.done, trained.done ? '' : trained.refusal.words);
  const m = trained.value.model.comparisons.map(({ levels }) => levels[0]?.m ?? 0);
  // both copies may slip: (1 - s)^2, and a slip hits the truth now and then
  for (const [place, expected] of [0.94 ** 2, 0.97 ** 2, 0.9 ** 2, 0.8 ** 2 + 0.006].entries())
    assert.ok(Math.abs((m[place] ?? 0) - expected) < 0.03, `m ${place}: ${m[place]} of ${expected}`);
  const u = trained.value.model.comparisons.map(({ levels }) => levels[0]?.u ?? 0);
  for (const [place, expected] of [1 / 300, 1 / 40, 1 / 500, 1 / 60].entries())
    assert.ok(Math.abs((u[place] ?? 0) / expected - 1) < 0.03, `u ${place}: ${u[place]} of ${expected}`);
  assert.equal(trained.value.passes.length, 3);
  assert.ok(Math.abs(trained.value.model.prior - 3000 / 17_997_000) < 2e-5, `${trained.value.model.prior}`);
  const one = await train(records, model, { trainingRules: [rule('name', 'size')] });
  assert.ok(
    one.done && one.value.warnings.some((words) => words.includes('"name"') && words.includes('free')),
  );
  const none = await train(records, model, { trainingRules: [rule('name', 'size', 'place')] }); // leaves one comparison free: not enough
  assert.ok(!none.done && none.refusal.reason === 'nothing-to-learn');
});

test('with several threads training comes to what it comes to with one, and a refusal ends them all', async () => {
  const model = modelOf([compareName, plain('size'), plain('place'), plain('area')]);
  const records = read(population(2000, { name: 0.06, size: 0.03, place: 0.1 }), model);
  const options = { trainingRules: [rule('size')], randomPairs: 50_000 };
  const one = await train(records, model, { ...options, threads: 1 });
  const three = await train(records, model, { ...options, threads: 3 });
  assert.ok(one.done, one.done ? '' : one.refusal.words);
  assert.deepEqual(three, one);
  const again = await train(records, model, { ...options, odds: one.value.odds });
  assert.deepEqual(again, one);
  const none = await train(records, model, { trainingRules: [], threads: 3 });
  assert.equal(!none.done && none.refusal.reason, 'no-rules');
});

test('labels teach where rules cannot', async () => {
  const plain = (column: string): Comparison => ({
    name: column,
    nullWhen: missing(column),
    levels: [{ label: 'equal', when: equal(column) }, other],
  });
  const model = modelOf([plain('name')]);
  const rows = ['ann', 'ann', 'bob', 'rob', 'cat', 'cat', 'dan', 'dan'].map((name, id) => ({
    id: String(id),
    source: 'one',
    name,
  }));
  const records = read(rows, model);
  const labels = [
    [0, 1],
    [2, 3],
    [4, 5],
    [6, 7],
  ].map(([left = 0, right = 0]) => ({ left, right, same: true }));
  const trained = await train(records, model, { trainingRules: [], labels });
  assert.ok(trained.done, trained.done ? '' : trained.refusal.words);
  assert.ok(Math.abs((trained.value.model.comparisons[0]?.levels[0]?.m ?? 0) - 0.75) < 1e-9);
});
