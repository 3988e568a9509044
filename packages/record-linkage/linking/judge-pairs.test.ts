import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FamilyModel } from '../families/family-model.ts';
import type { Comparison, Level, LinkageModel } from '../model/model.ts';
import { weightsOf } from '../model/weights.ts';
import { Dictionary } from '../records/dictionary.ts';
import type { Column, Records } from '../records/records.ts';
import { judgePairs, pairClasses, type PairClass } from './judge-pairs.ts';

type Rates = { readonly m: readonly number[]; readonly u: readonly number[] };

/** Compares one column: the same, alike where there are three rates, different. */
function compare(name: string, { m, u }: Rates, cleanedBy?: string): Comparison {
  const of = cleanedBy === undefined ? { column: name } : { column: name, cleanedBy };
  const sides = { left: of, right: of };
  const levels: Omit<Level, 'm' | 'u'>[] = [
    { label: 'the same', when: { is: 'equal', ...sides } },
    ...(m.length === 3
      ? [{ label: 'alike', when: { is: 'similar', by: 'jaro-winkler', ...sides, atLeast: 0.85 } } as const]
      : []),
    { label: 'different', when: { is: 'else' } },
  ];
  return {
    name,
    nullWhen: { is: 'missing', of },
    levels: levels.map((level, place) => ({ ...level, m: m[place] ?? 0, u: u[place] ?? 0 })),
  };
}

const model: LinkageModel = {
  linkType: 'dedupe',
  idColumn: 'id',
  prior: 2e-5,
  blockingRules: [],
  comparisons: [
    compare('forename', { m: [0.8, 0.18, 0.02], u: [0.003, 0.02, 0.977] }),
    compare('surname', { m: [0.9, 0.1], u: [0.001, 0.999] }),
    compare('postcode', { m: [0.8, 0.2], u: [0.0001, 0.9999] }),
    compare('born', { m: [0.97, 0.03], u: [0.0002, 0.9998] }),
    compare('number', { m: [0.98, 0.02], u: [1e-6, 1 - 1e-6] }, 'nhs-number'),
  ],
};
const families: FamilyModel = {
  prior: 2e-5,
  rates: [
    [0.01, 0.05, 0.94],
    [0.9, 0.1],
    [0.8, 0.2],
    [0.03, 0.97],
    [1e-6, 1 - 1e-6],
  ],
  shared: [1, 2],
  sharedByTwins: [3],
};

/** Fifty children each are called Harri, Harry and Elsie, and fifty families Hoque; nobody else bears a name of these. */
const others: readonly string[] = Array.from({ length: 50 }, (_, child) => [
  `harri house-${child}`,
  `harry house-${child}`,
  'elsie hoque',
]).flat();

/** Records of two sources with these names (forename, surname), after them those of all others. */
function recordsNamed(names: readonly string[]): Pick<Records, 'sources' | 'columns'> {
  const all = [...names, ...others];
  const columnOf = (place: 0 | 1): Column => {
    const texts = all.map((each) => each.split(' ')[place] ?? '');
    const values = [...new Set(texts)];
    return {
      codes: Int32Array.from(texts, (text) => values.indexOf(text)),
      values: Dictionary.of(values),
    };
  };
  const columns = new Map([
    ['column:forename', columnOf(0)],
    ['column:surname', columnOf(1)],
  ]);
  return { sources: ['health', 'school'], columns };
}

/** What becomes of one pair of two sources; answers to forename, surname, postcode, birthday and number. */
function judged(...answers: readonly number[]): PairClass | undefined {
  return judgedNamed(['ada okafor', 'ada okafor'], answers);
}

/** The same of two records with these names. */
function judgedNamed(names: readonly string[], answers: readonly number[]): PairClass | undefined {
  const weights = weightsOf(model);
  const weight = weights.comparisons.reduce(
    (sum, { byAnswer }, place) => sum + (byAnswer[answers[place] ?? -1] ?? 0),
    weights.prior,
  );
  const pairs = {
    left: Int32Array.of(0),
    right: Int32Array.of(1),
    weight: Float64Array.of(weight),
    answers: Int8Array.from(answers),
  };
  const { classOf } = judgePairs(pairs, { model, families, records: recordsNamed(names) });
  return pairClasses[classOf[0] ?? -1];
}

test('of two who share home, surname and birthday, the forename or a number says whether they are one child', () => {
  assert.equal(judged(0, 0, 0, 0, -1), 'sure');
  assert.equal(judged(1, 0, 0, 0, -1), 'likely');
  assert.equal(judged(2, 0, 0, 0, -1), 'ask');
  assert.equal(judged(-1, 0, 0, 0, -1), 'likely');
  assert.equal(judged(-1, 0, 0, 0, 0), 'sure');
  assert.equal(judged(0, 0, 0, 0, 1), 'ask');
});

test('where birthdays differ or one is missing, only a number joins: brothers can bear one name', () => {
  assert.equal(judged(0, 0, 0, 1, -1), 'ask');
  assert.equal(judged(0, 0, 0, -1, -1), 'ask');
  assert.equal(judged(0, 0, 0, -1, 0), 'sure');
  assert.equal(judged(2, 0, 0, 1, -1), 'same-family');
});

test('two names of their own are doubted, for twins have them; a slip of the pen is not', () => {
  const alike = [1, 0, 0, 0, -1];
  assert.equal(judgedNamed(['harri okafor', 'harry okafor'], alike), 'doubted');
  assert.equal(judgedNamed(['harri okafor', 'harrri okafor'], alike), 'likely');
  // a number says more than names do
  assert.equal(judgedNamed(['harri okafor', 'harry okafor'], [1, 0, 0, 0, 0]), 'sure');
});

test('without a forename, surname or home must be the same', () => {
  const names = [' okafor', 'ada okafro'];
  assert.equal(judgedNamed(names, [-1, 0, 1, 0, -1]), 'likely');
  assert.equal(judgedNamed(names, [-1, 1, 0, 0, -1]), 'likely');
  assert.notEqual(judgedNamed(names, [-1, 1, 1, 0, -1]), 'likely');
});

test('where the surname stands in the forename’s place, twins have it both: what stands in the surname’s is the forename', () => {
  const answers = [0, 1, 0, 0, -1];
  assert.equal(judgedNamed(['hoque aisha', 'hoque sumaiya'], answers), 'doubted');
  // one child under two surnames
  assert.equal(judgedNamed(['ada okafor', 'ada smith'], answers), 'sure');
});
