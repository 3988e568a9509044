import type { Comparison, LinkageModel } from '../model/model.ts';
import type { Records } from '../records/records.ts';
import { fieldsOf, type Fields } from './fields.ts';
import { isQuick, open, yes, type Ask, type Judge } from './judge.ts';
import { judgeOf, type Ground } from './judge-of.ts';

/** Asks two records (by number, the left the smaller) and answers with the place of a level, -1 where nothing can be said. */
export type Question = (left: number, right: number) => number;

/**
 * A comparison as the engine asks it, of two records by where their codes begin (`record * fields.stride`).
 */
export type StagedQuestion = {
  /**
   * from codes alone: the answer; or `-2 - n` where letters are needed and the answer is n or a later level (with n the
   * number of levels: any answer, or none)
   */
  readonly quick: Ask;
  /** to the letters: the answer */
  readonly full: Ask;
  /** codes alone always answer */
  readonly isQuick: boolean;
};

/** The questions of a model, in its order, one for each comparison. */
export function questionsOf(
  model: Pick<LinkageModel, 'comparisons' | 'counts'>,
  records: Records,
): readonly Question[] {
  const fields = fieldsOfModel(model, records);
  return stagedQuestions(model, { records, fields }).map(
    ({ full }) =>
      (left, right) =>
        full(left * fields.stride, right * fields.stride),
  );
}

/** The codes that a model reads of records to answer pairs, side by side. */
export function fieldsOfModel(
  model: Pick<LinkageModel, 'comparisons'> & Partial<Pick<LinkageModel, 'blockingRules'>>,
  records: Records,
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
  of: Pick<Ground, 'records' | 'fields'>,
): readonly StagedQuestion[] {
  const ground: Ground = { ...of, counts: model.counts ?? 'letters', measures: new Map() };
  return model.comparisons.map((comparison) => stagedQuestion(comparison, ground));
}

function stagedQuestion(comparison: Comparison, ground: Ground): StagedQuestion {
  const nullWhen = judgeOf(comparison.nullWhen, ground);
  const levels = comparison.levels.map(({ when }) => judgeOf(when, ground));
  const full = fullAsk(nullWhen, levels);
  if (isQuick(nullWhen) && levels.every(isQuick)) return { quick: full, full, isQuick: true };
  return { quick: quickAsk(nullWhen, levels), full, isQuick: false };
}

function fullAsk(nullWhen: Judge, levels: readonly Judge[]): Ask {
  const ofNull = nullWhen.full;
  const asks = levels.map((level) => level.full);
  return (left, right) => {
    if (ofNull(left, right) === yes) return -1;
    for (let level = 0; level < asks.length; level += 1) if (asks[level]?.(left, right) === yes) return level;
    return -1;
  };
}

function quickAsk(nullWhen: Judge, levels: readonly Judge[]): Ask {
  const ofNull = nullWhen.quick;
  const asks = levels.map((level) => level.quick);
  return (left, right) => {
    const isNull = ofNull(left, right);
    if (isNull === yes) return -1;
    if (isNull === open) return -2 - asks.length;
    for (let level = 0; level < asks.length; level += 1) {
      const said = asks[level]?.(left, right);
      if (said === yes) return level;
      if (said === open) return -2 - level;
    }
    return -1;
  };
}
