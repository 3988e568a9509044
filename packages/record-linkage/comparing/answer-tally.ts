import { batchSize, Chosen } from './pairs.ts';
import type { StagedQuestion } from './staged-question.ts';

/** Pairs by their answer to one comparison; a pair may count as many. */
export class AnswerTally {
  readonly byLevel: Float64Array;
  /** the squares of what pairs count, summed up: their variance, where the pairs are drawn by chance */
  readonly squares: Float64Array;
  readonly #question: StagedQuestion;
  readonly #stride: number;
  readonly #pairs = { left: new Int32Array(batchSize), right: new Int32Array(batchSize) };
  readonly #pairsEach = new Float64Array(batchSize);
  readonly #answers = new Int8Array(batchSize);
  readonly #chosen = new Chosen();
  #waiting = 0;

  /** An empty tally of a comparison; `stride` is that of the fields that it reads. */
  constructor(question: StagedQuestion, levels: number, stride: number) {
    this.#question = question;
    this.#stride = stride;
    this.byLevel = new Float64Array(levels);
    this.squares = new Float64Array(levels);
  }

  /** Asks of two records, given in either order; their answer counts for so many pairs. */
  add(one: number, other: number, pairs: number): void {
    // which is the smaller is a toss-up: a branch on it would wait for memory each time it is guessed wrong
    const apart = one - other;
    const smaller = other + (apart & (apart >> 31));
    this.#pairs.left[this.#waiting] = smaller * this.#stride;
    this.#pairs.right[this.#waiting] = (one + other - smaller) * this.#stride;
    this.#pairsEach[this.#waiting] = pairs;
    this.#waiting += 1;
    if (this.#waiting === batchSize) this.finish();
  }

  /** Asks what is waiting, so that `byLevel` is whole; pairs of which nothing can be said are in none. */
  finish(): void {
    this.#question.answer(this.#pairs, this.#chosen.first(this.#waiting), this.#answers);
    for (let pair = 0; pair < this.#waiting; pair += 1) {
      const answer = this.#answers[pair] ?? -1;
      if (answer < 0) continue;
      const each = this.#pairsEach[pair] ?? 0;
      this.byLevel[answer] = (this.byLevel[answer] ?? 0) + each;
      this.squares[answer] = (this.squares[answer] ?? 0) + each * each;
    }
    this.#waiting = 0;
  }
}
