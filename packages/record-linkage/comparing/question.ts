import type { LinkageModel } from '../model/model.ts';
import type { Records } from '../records/records.ts';
import { fieldsOf, type Fields } from './fields.ts';
import type { Ground } from './judge-of.ts';
import { Chosen } from './pairs.ts';
import { StagedQuestion } from './staged-question.ts';

/** Asks two records (by number, the left the smaller) and answers with the place of a level, -1 where nothing can be said. */
export type Question = (left: number, right: number) => number;

/**
 * The questions of a model, in its order, one for each comparison. SQL about two records cannot be asked here (an
 * error): `scorePairs` asks it in batches.
 */
export function questionsOf(
  model: Pick<LinkageModel, 'comparisons' | 'counts'>,
  records: Records,
): readonly Question[] {
  const fields = fieldsOfModel(model, records);
  const pairs = { left: new Int32Array(1), right: new Int32Array(1) };
  const one = new Chosen().first(1);
  const answers = new Int8Array(1);
  return stagedQuestions(model, { records, fields }).map((question) => (left, right) => {
    pairs.left[0] = left * fields.stride;
    pairs.right[0] = right * fields.stride;
    question.full(pairs, one, answers);
    return answers[0] ?? -1;
  });
}

/** The codes that a model reads of records to answer pairs, side by side. */
export function fieldsOfModel(
  model: Pick<LinkageModel, 'comparisons'> & Partial<Pick<LinkageModel, 'blockingRules'>>,
  records: Pick<Records, 'count' | 'columns'>,
): Fields {
  const levels = model.comparisons.flatMap((comparison) => comparison.levels);
  const also = (model.blockingRules ?? []).flatMap((rule) => (rule.also ? [rule.also] : []));
  return fieldsOf(records, {
    conditions: [
      ...model.comparisons.flatMap(({ nullWhen, levels }) => [nullWhen, ...levels.map(({ when }) => when)]),
      ...also,
    ],
    expressions: levels.flatMap(({ termFrequency }) => (termFrequency ? [termFrequency.column] : [])),
  });
}

/** The questions of a model over codes that are laid out already. */
export function stagedQuestions(
  model: Pick<LinkageModel, 'comparisons' | 'counts'>,
  of: Pick<Ground, 'records' | 'fields' | 'pairSql' | 'asksOnce'>,
): readonly StagedQuestion[] {
  const ground: Ground = { ...of, counts: model.counts ?? 'letters', measures: new Map() };
  return model.comparisons.map((comparison) => new StagedQuestion(comparison, ground));
}
