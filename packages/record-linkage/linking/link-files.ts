import type { LinkageModel } from '../model/model.ts';
import { readRecords } from '../records/read-records.ts';
import type { ReadRecords } from '../records/finish-records.ts';
import type { Source } from '../records/source-file.ts';
import { done, type Result } from '../result.ts';
import type { Scored } from '../scoring/score-pairs.ts';
import { evaluatePeople, truthIn, type Evaluation } from './evaluate-people.ts';
import { gatherPairs } from './gather-pairs.ts';
import { judgePairs, type Judged, type ScoredPairs } from './judge-pairs.ts';
import { oneOfEach } from './keys-of.ts';
import { learn, type Learnt } from './learn.ts';
import { lookAtFiles } from './look-at-files.ts';
import { peopleOf, type People } from './people.ts';
import { proposeForFiles, type SaidOfFiles } from './propose-for-files.ts';

/** Files to link. Everything but the files may be left out. */
export type ToLink = Partial<Omit<SaidOfFiles, 'files' | 'leaveOut'>> & {
  readonly sources: readonly Source[];
  /** proposed from the columns unless given; trained unless it is */
  readonly model?: LinkageModel;
  /** a column that says whose each record is: it is not compared, and the links are held against it */
  readonly truth?: string;
  readonly leaveOut?: readonly string[];
  /** P(one person) from which pairs join (.5) */
  readonly joinAt?: number;
  readonly threads?: number;
  /** told as each stage begins */
  readonly tell?: (stage: Stage) => void;
};

/** What a whole job goes through. */
export type Stage = 'look' | 'read' | 'learn' | 'score' | 'judge';

/** All that a whole job came to. */
export type Linked = {
  readonly records: ReadRecords;
  readonly learnt: Learnt;
  readonly pairs: ScoredPairs;
  readonly scored: Scored;
  readonly judged: Judged;
  readonly people: People;
  /** where a column with the truth was named */
  readonly evaluation: Evaluation | undefined;
  /** in plain words: what columns were taken for, and what was learnt */
  readonly words: readonly string[];
};

/**
 * A whole job in memory: looks at the files, proposes a model where none is given, trains it where it is not trained,
 * scores pairs and puts records together into people. Each stage is a function of its own beside this one.
 */
export async function linkFiles(job: ToLink): Promise<Result<Linked>> {
  const { tell = () => {} } = job;
  const model = await modelFor(job);
  if (!model.done) return model;
  tell('read');
  const also = job.truth === undefined ? [] : [{ column: job.truth }];
  const read = await readRecords({ sources: job.sources, model: model.value.model, also });
  if (!read.done) return read;
  const records = read.value;
  const truth = job.truth === undefined ? undefined : truthIn(records, job.truth);
  if (truth && !truth.done) return truth;
  tell('learn');
  const learnt = await learn(records, model.value.model);
  if (!learnt.done) return learnt;
  tell('score');
  const threads = job.threads === undefined ? {} : { threads: job.threads };
  const gathered = await gatherPairs(records, learnt.value.model, threads);
  if (!gathered.done) return gathered;
  tell('judge');
  const { pairs, scored } = gathered.value;
  const joinAt = job.joinAt ?? 0.5;
  const judged = judgePairs(pairs, { ...learnt.value, records, joinAt });
  const rules = { oneOf: oneOfEach(records, learnt.value.model) };
  const people = peopleOf({ records, pairs, judged, joinAt, rules });
  if (!people.done) return people;
  const { personOf } = people.value;
  return done({
    records,
    learnt: learnt.value,
    pairs,
    scored,
    judged,
    people: people.value,
    evaluation: truth && evaluatePeople({ personOf, pairs, judged, truth: truth.value, joinAt }),
    words: [...model.value.words, ...learnt.value.words],
  });
}

/** The model that was given, or one that the files propose. */
export async function modelFor(
  job: ToLink,
): Promise<Result<{ readonly model: LinkageModel; readonly words: readonly string[] }>> {
  if (job.model) return done({ model: job.model, words: [] });
  job.tell?.('look');
  const looked = await lookAtFiles(job.sources);
  if (!looked.done) return looked;
  const { idColumn, sourceColumn } = job;
  return proposeForFiles(looked.value, {
    files: job.sources.length,
    pairs: job.pairs ?? 'within',
    ...(idColumn !== undefined && { idColumn }),
    ...(sourceColumn !== undefined && { sourceColumn }),
    leaveOut: [...(job.leaveOut ?? []), ...(job.truth === undefined ? [] : [job.truth])],
  });
}
