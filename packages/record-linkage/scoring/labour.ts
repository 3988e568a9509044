import { PairWalk, type AlsoAsked } from '../blocking/pair-walk.ts';
import { judgeOf, type Ground } from '../comparing/judge-of.ts';
import { yes } from '../comparing/judge.ts';
import type { PairSql } from '../comparing/pair-sql.ts';
import { batchSize } from '../comparing/pairs.ts';
import type { CountedAnswers } from '../model/answers.ts';
import { AnswerCounter } from './answer-counter.ts';
import { columnsOf, piecesOf, type Job, type Piece } from './job.ts';
import { KeptPairs, type ScoredBatch } from './kept-pairs.ts';
import { Scorer } from './scorer.ts';

/** What came of one piece of work. */
export type Done = {
  readonly piece: number;
  readonly rule: number;
  /** candidate pairs looked at, each once */
  readonly candidates: number;
  readonly givenUp: number;
  readonly lettersRead: number;
  /** pairs that were kept; none where answers are counted */
  readonly kept?: ScoredBatch;
};

/** Does the pieces of a job, one after another: in the thread that asks and in those beside it alike. */
export class Labour {
  readonly #pieces: readonly Piece[];
  readonly #walk: PairWalk;
  readonly #scorer: Scorer | undefined;
  readonly #counter: AnswerCounter | undefined;
  readonly #kept: KeptPairs;
  readonly #batch = { left: new Int32Array(batchSize), right: new Int32Array(batchSize) };

  readonly #pairSql: PairSql | undefined;

  /** Makes ready what the job needs. */
  constructor(job: Job, pairSql?: PairSql) {
    this.#pairSql = pairSql;
    const records = columnsOf(job.values);
    const { model, fields, blocks, frequencies, atLeast } = job;
    this.#pieces = piecesOf(blocks);
    this.#walk = new PairWalk(blocks, alsoOf(model, { records, fields }));
    this.#kept = new KeptPairs(model.comparisons.length);
    if (job.what === 'score')
      this.#scorer = new Scorer({ model, records, fields, frequencies, atLeast, pairSql });
    else this.#counter = new AnswerCounter(model, { records, fields });
  }

  /** How many pieces there are. */
  get size(): number {
    return this.#pieces.length;
  }

  /** Does one piece. */
  do(piece: number): Done {
    this.#begin(piece);
    let candidates = 0;
    for (let count = this.#next(); count >= 0; count = this.#next()) {
      this.#look(count);
      candidates += count;
    }
    return this.#done(piece, candidates);
  }

  /** Does one piece with SQL about two records, answered before each batch. */
  async doWithSql(piece: number): Promise<Done> {
    this.#begin(piece);
    let candidates = 0;
    for (let count = this.#next(); count >= 0; count = this.#next()) {
      if (count > 0) await this.#pairSql?.answer(this.#batch, count);
      this.#look(count);
      candidates += count;
    }
    return this.#done(piece, candidates);
  }

  #begin(piece: number): void {
    const of = this.#pieces[piece];
    this.#kept.givenUp = 0;
    this.#kept.lettersRead = 0;
    this.#kept.rule = of?.rule ?? 0;
    this.#walk.begin(this.#kept.rule, of?.cut ?? 0);
  }

  #next(): number {
    return this.#walk.next(this.#batch);
  }

  #look(count: number): void {
    this.#scorer?.score(this.#batch, count, this.#kept);
    this.#counter?.count(this.#batch, count);
  }

  #done(piece: number, candidates: number): Done {
    const { givenUp, lettersRead, rule } = this.#kept;
    const kept = this.#scorer ? { kept: this.#kept.take() } : {};
    return { piece, rule, candidates, givenUp, lettersRead, ...kept };
  }

  /** The answers counted so far. */
  get counted(): CountedAnswers | undefined {
    return this.#counter?.counted();
  }
}

function alsoOf(
  model: Job['model'],
  { records, fields }: Pick<Ground, 'records' | 'fields'>,
): readonly AlsoAsked[] {
  const ground: Ground = { records, fields, counts: model.counts ?? 'letters', measures: new Map() };
  return model.blockingRules.map(({ also }) => {
    if (!also) return undefined;
    const { full } = judgeOf(also, ground);
    return (left, right) => full(left * fields.stride, right * fields.stride) === yes;
  });
}
