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
export { readRecords, type Reading } from './records/read-records.ts';
export { recordsOf, type Row } from './records/records-of.ts';
export type { ReadRecords } from './records/finish-records.ts';
export { forEachPair } from './blocking/pairs.ts';
export { countPairs, type CountedPairs } from './blocking/count-pairs.ts';
export type { Blocking, SkippedBlock } from './blocking/blocks.ts';
export { adviseRules, type RuleAdvice } from './blocking/advisor/advise-rules.ts';
export { countRules, type RuleCount } from './blocking/advisor/count-rules.ts';
export { missedPairs, type Missed } from './blocking/advisor/missed-pairs.ts';
export { questionsOf, type Question } from './comparing/question.ts';
export { scorePairs, type Scored, type ToScore } from './scoring/score-pairs.ts';
export { scoreIntoFile } from './scoring/link-file.ts';
export { countAnswers } from './scoring/count-answers.ts';
export type { ScoredBatch } from './scoring/kept-pairs.ts';
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
export { explainPair, type Explanation } from './explanation/explain-pair.ts';
export { whyInWords } from './explanation/why-in-words.ts';
export { waterfallPage, type WaterfallOptions } from './explanation/waterfall-page.ts';
export { thresholdPage, type ThresholdRow } from './explanation/threshold-page.ts';
export { reportPage, type Report } from './explanation/report-page.ts';
export { train, type Trained, type TrainingOptions } from './training/train.ts';
export { learnFamilies, type LearntFamilies } from './families/learn-families.ts';
export type { FamilyModel } from './families/family-model.ts';
export { ThreeClasses, type JoinAlone, type Verdict } from './families/three-classes.ts';
export { explainSiblings, type SiblingExplanation } from './families/sibling-words.ts';
export { calibratedProbability, calibrationFrom } from './families/calibration.ts';
export type { Edges } from './clusters/edges.ts';
export { bestFirstClusters, refusedByReason, type Clustering } from './clusters/best-first.ts';
export { componentsAt } from './clusters/components.ts';
export { wordsOfMergeRefusal, type ClusterRules, type MergeRefusal } from './clusters/rules.ts';
export { householdsOf, type Households } from './clusters/households.ts';
export { LinkageStore } from './store/linkage-store.ts';
export type { ToStore } from './store/create-state.ts';
export type { Added } from './store/added.ts';
export type { LookedUp, Match } from './store/look-up.ts';
export type { Because, Change } from './store/disk/change.ts';
export type { Named } from './store/store-words.ts';
export {
  clusterQuality,
  missedByGroup,
  mistakes,
  thresholdTable,
  truePairs,
  unlinkable,
  type Quality,
} from './evaluation/evaluate.ts';
export type { Source } from './records/source-file.ts';
export { linkFiles, modelFor, type Linked, type Stage, type ToLink } from './linking/link-files.ts';
export { learn, isTrained, type Learnt } from './linking/learn.ts';
export { readPairs } from './linking/read-pairs.ts';
export { judgePairs, pairClasses, type Judged, type ScoredPairs } from './linking/judge-pairs.ts';
export { peopleOf, type People } from './linking/people.ts';
export { evaluatePeople, truthIn, type Evaluation } from './linking/evaluate-people.ts';
export { explainRecords } from './linking/explain-records.ts';
export { gatherPairs, keptFrom } from './linking/gather-pairs.ts';
export { numbersIn, oneOfEach } from './linking/keys-of.ts';
