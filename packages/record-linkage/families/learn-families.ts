import type { CountedAnswers } from '../model/answers.ts';
import type { BlockingRule, LinkageModel } from '../model/model.ts';
import { expressionsOf } from '../records/expressions-of.ts';
import type { Records } from '../records/records.ts';
import { done, refuse } from '../result.ts';
import type { Result } from '../result.ts';
import { fieldsOfModel } from '../comparing/question.ts';
import { countRule } from '../training/count-pairs.ts';
import { columnsRead } from '../records/columns-read.ts';
import { comparisonsToLeaveOut } from '../training/leave-out.ts';
import { possiblePairs } from '../training/prior.ts';
import { familyRatesByEm, withOwnForenames } from './family-rates.ts';
import type { FamilyRates } from './family-rates.ts';
import type { FamilyModel } from './family-model.ts';

/** What the family class is learnt from. */
export type ForFamilies = {
  readonly records: Records;
  /** a trained model: its m, u and prior are held */
  readonly model: LinkageModel;
  /** what a family shares: surname and postcode, say */
  readonly household: BlockingRule;
  /** comparisons by name that twins share; those that read a date of birth unless said otherwise */
  readonly sharedByTwins?: readonly string[];
  readonly pairs?: number;
  readonly seed?: number;
};

/** The family class, and what it was learnt from. */
export type LearntFamilies = {
  /** undefined where the records hold no families that could be learnt */
  readonly families: FamilyModel | undefined;
  readonly shares: Pick<FamilyRates, 'same' | 'family' | 'unrelated'>;
  readonly pairs: number;
  readonly words: string;
};

/**
 * Learns the family class without labels, by EM among pairs that share what a household shares. The class of one person
 * keeps the model's m, the unrelated keep u and are as many as chance brings; the family class shares m where the
 * household rule looks and learns its own rates elsewhere. Where too few pairs are left for it, or where it comes out
 * like one person, there is no family class, and that is said.
 */
export function learnFamilies(of: ForFamilies): Result<LearntFamilies> {
  const { records, model, household } = of;
  const shared = comparisonsToLeaveOut(household, model, records).map(({ comparison }) => comparison);
  if (shared.length === 0 || shared.length === model.comparisons.length)
    return refuse({
      reason: 'nothing-to-learn',
      place: 'household',
      words:
        'The household rule must read what some comparisons read, and leave others free: surname and postcode, say.',
    });
  const { counted, found, asked } = countRule({
    records,
    fields: fieldsOfModel(model, records),
    model,
    rule: household,
    mostPairs: of.pairs ?? 2_000_000,
    seed: of.seed ?? 1,
  });
  const strangers = chanceOfHousehold(model, shared) * possiblePairs(records, model.linkType);
  const unrelated = Math.min(0.5, strangers / Math.max(1, found));
  const rates = familyRatesByEm({ counted, model, shared, unrelated });
  const shares = { same: rates.same, family: rates.family, unrelated };
  const told = { shares, pairs: asked };
  const fault = whyNoFamilies(rates, { asked, model, counted, shared });
  if (fault !== undefined) return done({ ...told, families: undefined, words: fault });
  const reached = shared.reduce(
    (product, place) => product * (model.comparisons[place]?.levels[0]?.m ?? 1),
    1,
  );
  const families: FamilyModel = {
    prior: (rates.family * found) / Math.max(0.1, reached) / possiblePairs(records, model.linkType),
    rates: withOwnForenames(rates.rates, model),
    shared,
    sharedByTwins: twins(model, of.sharedByTwins),
  };
  const words = `Of ${found} pairs that share a home, about ${percent(rates.same)} are one child, ${percent(rates.family)} are children of one family and ${percent(unrelated)} share it by chance.`;
  return done({ ...told, families, words });
}

/** P(a pair of strangers agrees in everything that the household rule asks), by the closest level's u. */
function chanceOfHousehold({ comparisons }: LinkageModel, shared: readonly number[]): number {
  return shared.reduce((product, place) => product * (comparisons[place]?.levels[0]?.u ?? 0), 1);
}

/** Fewer pairs than this in the family class teach nothing. */
const fewestPairs = 30;

type Checked = {
  readonly asked: number;
  readonly model: LinkageModel;
  readonly counted: CountedAnswers;
  readonly shared: readonly number[];
};

function whyNoFamilies(rates: FamilyRates, { asked, model, shared }: Checked): string | undefined {
  if (rates.family * asked < fewestPairs)
    return 'There are too few pairs of brothers and sisters to learn from, so pairs are told into two classes: one person, or unrelated.';
  const apart = model.comparisons.reduce((sum, { levels }, place) => {
    if (shared.includes(place)) return sum;
    return sum + (levels[0]?.m ?? 0) * Math.log2((levels[0]?.m ?? 1) / (rates.rates[place]?.[0] ?? 1));
  }, 0);
  return apart < 2
    ? 'What is left beside one person looks like one person too, not like brothers and sisters, so pairs are told into two classes.'
    : undefined;
}

function twins(model: LinkageModel, named: readonly string[] | undefined): readonly number[] {
  return model.comparisons.flatMap((comparison, place) => {
    const columns = expressionsOf({ comparisons: [comparison], blockingRules: [] }).flatMap(columnsRead);
    const isBirth = columns.some((column) => /birth|dob|born/u.test(column));
    return (named ? named.includes(comparison.name) : isBirth) ? [place] : [];
  });
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)}%`;
}
