import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { CountedAnswers } from '../model/answers.ts';
import type { Comparison, LinkageModel } from '../model/model.ts';
import { weightsOf } from '../model/weights.ts';
import { chanceOf } from '../training/chance.ts';
import { calibratedProbability, calibrationFrom } from './calibration.ts';
import type { FamilyModel } from './family-model.ts';
import { familyRatesByEm, withOwnForenames } from './family-rates.ts';
import { explainSiblings } from './sibling-words.ts';
import { ThreeClasses } from './three-classes.ts';

const comparison = (name: string, m: number, u: number): Comparison => ({
  name,
  nullWhen: { is: 'missing', of: { column: name } },
  levels: [
    { label: 'the same', when: { is: 'equal', left: { column: name }, right: { column: name } }, m, u },
    { label: 'different', when: { is: 'else' }, m: 1 - m, u: 1 - u },
  ],
});
const model: LinkageModel = {
  linkType: 'dedupe',
  idColumn: 'id',
  prior: 1e-5,
  comparisons: [
    comparison('forename', 0.9, 0.003),
    comparison('surname', 0.9, 0.001),
    comparison('postcode', 0.85, 0.0005),
    comparison('date_of_birth', 0.97, 0.0002),
  ],
  blockingRules: [],
};
const shared = [1, 2];
const truth = { same: 0.45, family: 0.5, forename: 0.01, born: 0.03 };

/** Pairs within households: one person by m, families by the truth, strangers by u. */
function household(pairs: number, { same, family }: { same: number; family: number }): CountedAnswers {
  const chance = chanceOf(4);
  const counts = new Float64Array(4);
  for (let pair = 0; pair < pairs; pair += 1) {
    const kind = chance();
    const of =
      kind < same ? [0.9, 0.97] : kind < same + family ? [truth.forename, truth.born] : [0.003, 0.0002];
    const at = (chance() < (of[0] ?? 0) ? 0 : 2) + (chance() < (of[1] ?? 0) ? 0 : 1);
    counts[at] = (counts[at] ?? 0) + 1;
  }
  return { comparisons: 4, counts, answers: Int8Array.of(0, 0, 0, 0, 0, 0, 0, 1, 1, 0, 0, 0, 1, 0, 0, 1) };
}

test('the rates of brothers and sisters are found without labels, and the likelihood never falls', () => {
  const { same, family, rates, logLikelihoods } = familyRatesByEm({
    counted: household(40_000, truth),
    model,
    shared,
    unrelated: 0.05,
  });
  assert.ok(Math.abs(same - truth.same) < 0.01 && Math.abs(family - truth.family) < 0.01);
  assert.ok(Math.abs((rates[0]?.[0] ?? 0) - truth.forename) < 0.005, `${rates[0]?.[0]}`);
  assert.ok(Math.abs((rates[3]?.[0] ?? 0) - truth.born) < 0.006, `${rates[3]?.[0]}`);
  assert.deepEqual(rates[1], [0.9, 1 - 0.9]);
  for (let round = 1; round < logLikelihoods.length; round += 1)
    assert.ok((logLikelihoods[round] ?? 0) >= (logLikelihoods[round - 1] ?? 0) - 1e-6);
});

test('where there are no families, what is left looks like one person, by which it is known and left out', () => {
  const counted = household(40_000, { same: 0.95, family: 0 });
  const { family, rates } = familyRatesByEm({ counted, model, shared, unrelated: 0.05 });
  assert.ok(family < 0.02 || (rates[0]?.[0] ?? 0) > 0.5, `${family} ${rates[0]?.[0]}`);
});

test('pairs of one child among those that few families taught do not make brothers bear one name, nor take like names from them', () => {
  const forename: Comparison = {
    name: 'forename',
    nullWhen: { is: 'missing', of: { column: 'forename' } },
    levels: [
      {
        label: 'the same',
        when: { is: 'equal', left: { column: 'forename' }, right: { column: 'forename' } },
        m: 0.9,
        u: 0.003,
      },
      { label: 'like', when: { is: 'else' }, m: 0.05, u: 0.002 },
      { label: 'different', when: { is: 'else' }, m: 0.05, u: 0.995 },
    ],
  };
  const birth = comparison('date_of_birth', 0.97, 0.0002);
  const [names = [], births] = withOwnForenames(
    [
      [0.04, 0, 0.96],
      [0.03, 0.97],
    ],
    { comparisons: [forename, birth] },
  );
  const [same = NaN, like = NaN, different = NaN] = names;
  assert.ok(same < 0.00301 && like > 0.00199, `${same} ${like}`);
  assert.ok(Math.abs(same + like + different - 1) < 1e-12);
  assert.deepEqual(births, [0.03, 0.97]);
});

const families: FamilyModel = {
  prior: 2e-5,
  rates: [
    [truth.forename, 1 - truth.forename],
    [0.9, 0.1],
    [0.85, 0.15],
    [truth.born, 1 - truth.born],
  ],
  shared,
  sharedByTwins: [3],
};
const classes = new ThreeClasses(model, families);

function weightOf(answers: Int8Array): number {
  const weights = weightsOf(model);
  return weights.comparisons.reduce(
    (sum, { byAnswer }, place) => sum + (byAnswer[answers[place] ?? -1] ?? 0),
    weights.prior,
  );
}

test('the score is log2 of M over F and U, worked out from the three likelihoods themselves', () => {
  const answer = fc.integer({ min: -1, max: 1 });
  fc.assert(
    fc.property(fc.array(answer, { minLength: 4, maxLength: 4 }), (drawn) => {
      const answers = Int8Array.from(drawn);
      const likelihood = (of: (place: number, level: number) => number): number =>
        drawn.reduce((product, level, place) => (level < 0 ? product : product * of(place, level)), 1);
      const same =
        model.prior * likelihood((place, level) => model.comparisons[place]?.levels[level]?.m ?? 0);
      const family = families.prior * likelihood((place, level) => families.rates[place]?.[level] ?? 0);
      const none =
        (1 - model.prior - families.prior) *
        likelihood((place, level) => model.comparisons[place]?.levels[level]?.u ?? 0);
      const expected = Math.log2(same / (family + none));
      const weight = weightOf(answers);
      assert.ok(Math.abs(classes.score(weight, answers) - expected) < 1e-9 * Math.max(1, Math.abs(expected)));
      const told = classes.probabilities(weight, answers);
      assert.ok(Math.abs(told.same - same / (same + family + none)) < 1e-9);
      assert.ok(Math.abs(told.same + told.family + told.unrelated - 1) < 1e-12);
    }),
  );
});

test('brothers, sisters and twins are never joined without a person; one child is', () => {
  const verdict = (...answers: number[]) =>
    classes.verdict(weightOf(Int8Array.from(answers)), Int8Array.from(answers));
  assert.equal(verdict(0, 0, 0, 0), 'join');
  assert.equal(verdict(1, 0, 0, 1), 'same-family');
  assert.equal(verdict(1, 0, 0, 0), 'ask-a-person'); // twins, or one child with another forename
  assert.equal(verdict(-1, 0, 0, 0), 'ask-a-person');
  assert.notEqual(verdict(0, 0, 0, -1), 'join'); // two brothers called Muhammad, one without a birthday
  assert.equal(verdict(1, 1, 1, 1), 'unrelated');
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -1, max: 1 }), { minLength: 4, maxLength: 4 }),
      fc.double({ min: -5, max: 60, noNaN: true }),
      (answers, more) => {
        // however rare the names: without the forename nothing joins by itself
        const own = Int8Array.from(answers);
        if (answers[0] !== 0) assert.notEqual(classes.verdict(weightOf(own) + more, own), 'join');
      },
    ),
  );
});

test('why two records are a brother and a sister is said in words, the strongest reason first', () => {
  const answers = Int8Array.of(1, 0, 0, 1);
  const { headline, reasons } = explainSiblings({ model, classes, weight: weightOf(answers), answers });
  assert.match(headline, /brother or sister, not the same child/);
  assert.equal(reasons[0]?.comparison, 'date_of_birth');
  assert.match(reasons[0]?.words ?? '', /times likelier for brothers and sisters/);
  assert.match(reasons.at(-1)?.words ?? '', /as likely for brothers and sisters/);
});

test('scores are calibrated by judged pairs, and too few judgements are refused', () => {
  const chance = chanceOf(2);
  const scores = Float64Array.from({ length: 4000 }, () => (chance() - 0.5) * 20);
  const same = Uint8Array.from(scores, (score) => (chance() < 1 / (1 + 2 ** -(0.5 * score - 1)) ? 1 : 0));
  const found = calibrationFrom(scores, same);
  assert.ok(found.done);
  assert.ok(Math.abs(found.value.slope - 0.5) < 0.06 && Math.abs(found.value.intercept + 1) < 0.25);
  assert.ok(Math.abs(calibratedProbability(found.value, 2) - 0.5) < 0.06);
  assert.ok(!calibrationFrom(scores.subarray(0, 5), same.subarray(0, 5)).done);
});
