import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { readSplinkModel, type BlockingRule, type LinkageModel } from '#packages/record-linkage';

/** What both sides do: one model in Splink's form, rules to train on, and where pairs are kept and joined. */
export type CompareBy = {
  /** untrained */
  readonly model: LinkageModel;
  readonly priorRules: readonly BlockingRule[];
  readonly recall: number;
  readonly trainingRules: readonly BlockingRule[];
  readonly seed: number;
  /** pairs of less weight are not kept */
  readonly keepFromWeight: number;
  /** pairs of less weight are not joined */
  readonly joinFromWeight: number;
};

/** The file that both sides read. */
export const comparisonFile = new URL('./comparison.json', import.meta.url);

const shape = z.object({
  settings: z.record(z.string(), z.unknown()),
  training: z.object({
    priorRules: z.array(z.string()),
    recall: z.number(),
    trainingRules: z.array(z.string()),
    seed: z.number(),
  }),
  keepFromWeight: z.number(),
  joinFromProbability: z.number(),
});

/** The comparison as our package reads it. */
export function readComparison(): CompareBy {
  const { settings, training, ...limits } = shape.parse(JSON.parse(readFileSync(comparisonFile, 'utf8')));
  const rules = (sql: readonly string[]): readonly BlockingRule[] =>
    modelOf({ ...settings, blocking_rules_to_generate_predictions: sql }).blockingRules;
  return {
    model: modelOf(settings),
    priorRules: rules(training.priorRules),
    recall: training.recall,
    trainingRules: rules(training.trainingRules),
    seed: training.seed,
    keepFromWeight: limits.keepFromWeight,
    joinFromWeight: Math.log2(limits.joinFromProbability / (1 - limits.joinFromProbability)),
  };
}

/** A model from Splink's settings, or an error that says what cannot be read. */
export function modelOf(settings: unknown): LinkageModel {
  const read = readSplinkModel(settings);
  if (!read.done) throw new Error(read.refusal.words);
  return read.value;
}
