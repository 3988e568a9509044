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
export { checkModel, faultsIn, remarksOn } from './model/check-model.ts';
export { frequenciesOf, scorePair, type ScoredPair, type ScoredPart } from './model/score-pair.ts';
export { probabilityOf, termFrequencyWeight, weightOfProbability, weightsOf } from './model/weights.ts';
export { readSplinkModel } from './model/splink/read-splink-model.ts';
export { writeSplinkModel } from './model/splink/write-splink-model.ts';
export { proposeModel, type Proposal, type SampledColumn } from './model/proposal/propose-model.ts';
export { cleaners } from './fields/cleaners.ts';
export { agreements } from './fields/agreements.ts';
export { writeSql, type WriteSql, type WrittenSql } from './model/sql/write-sql.ts';
