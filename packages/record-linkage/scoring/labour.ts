import { PairWalk, type AlsoAsked } from '../blocking/pair-walk.ts';
import { judgeOf, type Ground } from '../comparing/judge-of.ts';
import { yes } from '../comparing/judge.ts';
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

const batchSize = 2048;

/** Does the pieces of a job, one after another: in the thread that asks and in those beside it alike. */
export class Labour {
  readonly #pieces: readonly Piece[];
  readonly #walk: PairWalk;
  readonly #scorer: Scorer | undefined;
  readonly #counter: AnswerCounter | undefined;
  readonly #kept: KeptPairs;
  readonly #batch = { left: new Int32Array(batchSize), right: new Int32Array(batchSize) };

  /** Makes ready what the job needs. */
  constructor(job: Job) {
    const records = columnsOf(job.values);
    const { model, fields, blocks, frequencies, atLeast } = job;
    this.#pieces = piecesOf(blocks);
    this.#walk = new PairWalk(blocks, alsoOf(model, { records, fields }));
    this.#kept = new KeptPairs(model.comparisons.length);
    if (job.what === 'score') this.#scorer = new Scorer({ model, records, fields, frequencies, atLeast });
    else this.#counter = new AnswerCounter(model, { records, fields });
  }

  /** How many pieces there are. */
  get size(): number {
    return this.#pieces.length;
  }

  /** Does one piece. */
  do(piece: number): Done {
    const of = this.#pieces[piece];
    const kept = this.#kept;
    kept.givenUp = 0;
    kept.lettersRead = 0;
    kept.rule = of?.rule ?? 0;
    let candidates = 0;
    this.#walk.begin(kept.rule, of?.cut ?? 0);
    for (let count = batchSize; count === batchSize;) {
      count = this.#walk.next(this.#batch);
      candidates += count;
      this.#scorer?.score(this.#batch, count, kept);
      this.#counter?.count(this.#batch, count);
    }
    const { givenUp, lettersRead } = kept;
    return {
      piece,
      rule: kept.rule,
      candidates,
      givenUp,
      lettersRead,
      ...(this.#scorer ? { kept: kept.take() } : {}),
    };
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
