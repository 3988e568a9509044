import type { FamilyModel } from '../families/family-model.ts';
import { learnFamilies } from '../families/learn-families.ts';
import type { BlockingRule, LinkageModel } from '../model/model.ts';
import type { ReadRecords } from '../records/finish-records.ts';
import { done, refuse, type Result } from '../result.ts';
import { train, type Trained } from '../training/train.ts';
import { householdRuleOf } from './keys-of.ts';
import { priorFromPasses } from './prior-from-passes.ts';
import { rulesToLearnBy } from './rules-to-learn-by.ts';

/** A model that can score, its families where there are any, and how both came about in words. */
export type Learnt = {
  readonly model: LinkageModel;
  /** undefined where the records hold no families that could be learnt, or say nothing of homes */
  readonly families: FamilyModel | undefined;
  readonly words: readonly string[];
  /** what a person should know before trusting it */
  readonly warnings: readonly string[];
};

/** How to learn; all of it may be left out. */
export type LearnBy = {
  /** chosen from the model and the records unless said */
  readonly trainingRules?: readonly BlockingRule[];
  /** surname and home unless said; where there is none, no families are learnt */
  readonly household?: BlockingRule;
  readonly seed?: number;
};

/** Whether a model was learnt already: some level of each comparison has m and u. */
export function isTrained({ comparisons }: LinkageModel): boolean {
  return comparisons.every(({ levels }) => levels.some(({ m, u }) => m !== undefined && u !== undefined));
}

/** Trains a model without labels (one that is trained stays as it is), and learns families where there are any. */
export async function learn(
  records: ReadRecords,
  model: LinkageModel,
  by: LearnBy = {},
): Promise<Result<Learnt>> {
  if (records.count < 2)
    return refuse({
      reason: 'too-few-records',
      place: 'records',
      words: 'One record cannot be joined to another. Give two or more.',
    });
  const trained = isTrained(model) ? done(given(model)) : await trainHere(records, model, by);
  if (!trained.done) return trained;
  const household = by.household ?? householdRuleOf(model);
  const learnt =
    household && learnFamilies({ records, model: trained.value.model, household, seed: by.seed ?? 1 });
  const ofFamilies = learnt?.done ? learnt.value : undefined;
  return done({
    model: trained.value.model,
    families: ofFamilies?.families,
    words: [...trained.value.words, ofFamilies?.words ?? noHomes],
    warnings: trained.value.warnings,
  });
}

const noHomes =
  'Surname and home are not both compared, so brothers and sisters cannot be told apart from one person by what they share.';

function given(model: LinkageModel): Omit<Learnt, 'families'> {
  return { model, words: ['The model was given with its figures; nothing was trained.'], warnings: [] };
}

/**
 * Trains with the prior that the passes imply. Where it changes what is known of strangers (in a small file many pairs
 * are of one person), it trains once more with it.
 */
async function trainHere(
  records: ReadRecords,
  model: LinkageModel,
  by: LearnBy,
): Promise<Result<Omit<Learnt, 'families'>>> {
  const rules = by.trainingRules ?? rulesToLearnBy(model, records);
  const options = { trainingRules: rules, seed: by.seed ?? 1, pairsPerRule: 500_000 };
  const first = await train(records, model, options);
  if (!first.done) return first;
  const prior = priorIn(first.value, { records, rules });
  const isTold =
    prior !== undefined && records.count <= fewRecords && tellsOfStrangers(first.value.model, prior);
  const again = isTold
    ? await train(records, { ...model, prior }, { ...options, odds: first.value.odds })
    : first;
  if (!again.done) return again;
  const last = priorIn(again.value, { records, rules }) ?? prior;
  return done({
    model: last === undefined ? again.value.model : { ...again.value.model, prior: last },
    words: [
      `Learnt from pairs that agree in ${rules.map(({ name }) => name).join('; in ')}.`,
      last === undefined
        ? `How many pairs are of one person could not be reckoned; it is taken to be one in ${oneIn(model.prior)}.`
        : `About one pair of records in ${oneIn(last)} is of one person.`,
    ],
    warnings: again.value.warnings,
  });
}

function priorIn(
  { model, passes }: Trained,
  of: { readonly records: ReadRecords; readonly rules: readonly BlockingRule[] },
): number | undefined {
  return priorFromPasses({ ...of, model, passes });
}

/** In larger files pairs of one person are so small a part of all that training again would say the same. */
const fewRecords = 20_000;

/** From this share on, pairs of one person colour what all pairs together say of strangers. */
const worthTelling = 0.02;

function tellsOfStrangers(model: LinkageModel, prior: number): boolean {
  return model.comparisons.some(({ levels }) =>
    levels.some(({ m = 0, u }) => u !== undefined && Math.abs(prior - model.prior) * m > worthTelling * u),
  );
}

function oneIn(share: number): string {
  return Math.max(1, Math.round(1 / share)).toLocaleString('en-GB');
}
