import { forEachPair } from '../blocking/pairs.ts';
import { batchSize } from '../comparing/pairs.ts';
import { fieldsOfModel } from '../comparing/question.ts';
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

  constructor(model: Pick<LinkageModel, 'comparisons' | 'counts'>, records: Records) {
    this.#counter = new AnswerCounter(model, { records, fields: fieldsOfModel(model, records) });
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
  readonly model: Pick<LinkageModel, 'comparisons' | 'counts' | 'linkType'>;
  readonly rule: BlockingRule;
  readonly mostPairs: number;
  readonly seed: number;
};

/** The answers of the pairs that a rule finds; how many it found, and how many of them were asked. */
export function countRule({ records, model, rule, mostPairs, seed }: RuleCounting): {
  readonly counted: CountedAnswers;
  readonly found: number;
  readonly asked: number;
} {
  const blocking = { records, rules: [rule], linkType: model.linkType };
  let found = 0;
  forEachPair(blocking, () => {
    found += 1;
  });
  const share = Math.min(1, mostPairs / Math.max(1, found));
  const chance = chanceOf(seed);
  const count = new PairCount(model, records);
  forEachPair(blocking, (left, right) => {
    if (share === 1 || chance() < share) count.add(left, right);
  });
  return { counted: count.counted(), found, asked: count.pairs };
}
