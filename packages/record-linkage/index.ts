/** Joins records of the same person across agencies, keeps brothers and sisters apart, and says why. */
export type { Refusal, Result } from './result.ts';
export type {
  BlockingRule,
  Comparison,
  Condition,
  EditDistance,
  Expression,
  Level,
  LinkageModel,
  LinkType,
  Similarity,
  TermFrequency,
} from './model/model.ts';
export type { Column, Records } from './records/records.ts';
export { Dictionary } from './records/dictionary.ts';
export { keyOf } from './model/expression.ts';
