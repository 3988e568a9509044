import { blocksOf } from '../blocking/blocks.ts';
import { alsoAsked } from '../blocking/pairs.ts';
import { PairWalk } from '../blocking/pair-walk.ts';
import type { Ground } from '../comparing/judge-of.ts';
import { batchSize } from '../comparing/pairs.ts';
import type { CountedAnswers } from '../model/answers.ts';
import type { BlockingRule, LinkageModel } from '../model/model.ts';
import type { Records } from '../records/records.ts';
import { AnswerCounter } from '../scoring/answer-counter.ts';
import { chanceOf } from './chance.ts';

/** Pairs of two columns of records, counted by their answers to a model. */
export class PairCount {
  readonly #counter: AnswerCounter;
  readonly #left = new Int32Array(batchSize);
  readonly #right = new Int32Array(batchSize);
  #waiting = 0;
  pairs = 0;

  constructor(
    model: Pick<LinkageModel, 'comparisons' | 'counts'>,
    ground: Pick<Ground, 'records' | 'fields'>,
  ) {
    this.#counter = new AnswerCounter(model, ground);
  }

  /** Counts one pair, given in either order. */
  add(one: number, other: number): void {
    this.#left[this.#waiting] = Math.min(one, other);
    this.#right[this.#waiting] = Math.max(one, other);
    this.#waiting += 1;
    this.pairs += 1;
    if (this.#waiting === batchSize) this.#flush();
  }

  counted(): CountedAnswers {
    this.#flush();
    return this.#counter.counted();
  }

  #flush(): void {
    this.#counter.count({ left: this.#left, right: this.#right }, this.#waiting);
    this.#waiting = 0;
  }
}

/** What a rule's pairs are counted with: at most about so many, picked by chance from all. */
export type RuleCounting = {
  readonly records: Records;
  /** the codes of them that the model reads */
  readonly fields: Ground['fields'];
  readonly model: Pick<LinkageModel, 'comparisons' | 'counts' | 'linkType'>;
  readonly rule: BlockingRule;
  readonly mostPairs: number;
  readonly seed: number;
};

/** The answers of the pairs that a rule finds; how many it found, and how many of them were asked. */
export function countRule(counting: RuleCounting): {
  readonly counted: CountedAnswers;
  readonly found: number;
  readonly asked: number;
} {
  const { records, model, rule, mostPairs } = counting;
  const blocking = { records, rules: [rule], linkType: model.linkType, counts: model.counts ?? 'letters' };
  const blocks = blocksOf(blocking);
  const walk = new PairWalk(blocks, alsoAsked(blocking));
  const inBlocks = blocks.rules[0]?.pairsBefore.at(-1) ?? 0;
  const share = Math.min(1, mostPairs / Math.max(1, inBlocks));
  const chance = chanceOf(counting.seed);
  const count = new PairCount(model, counting);
  const batch = { left: new Int32Array(batchSize), right: new Int32Array(batchSize) };
  let found = 0;
  for (let cut = 0; cut + 1 < (blocks.rules[0]?.cuts.length ?? 0); cut += 1) {
    walk.begin(0, cut);
    for (let next = walk.next(batch); next >= 0; next = walk.next(batch)) {
      found += next;
      for (let pair = 0; pair < next; pair += 1)
        if (share === 1 || chance() < share) count.add(batch.left[pair] ?? 0, batch.right[pair] ?? 0);
    }
  }
  return { counted: count.counted(), found, asked: count.pairs };
}
