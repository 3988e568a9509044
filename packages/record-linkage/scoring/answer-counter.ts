import type { PairBatch } from '../blocking/pair-walk.ts';
import { stagedQuestions } from '../comparing/question.ts';
import type { Ground } from '../comparing/judge-of.ts';
import { batchSize, Chosen } from '../comparing/pairs.ts';
import type { StagedQuestion } from '../comparing/staged-question.ts';
import type { CountedAnswers } from '../model/answers.ts';
import type { LinkageModel } from '../model/model.ts';

/** Counts pairs by their answers, in a hash table of whole answers. */
export class AnswerCounter {
  readonly #questions: readonly StagedQuestion[];
  readonly #stride: number;
  readonly #comparisons: number;
  /** how many words of 32 bits hold the answers of a pair: four answers a word */
  readonly #width: number;
  readonly #current: Int32Array;
  readonly #answers: Int8Array;
  readonly #pairs = { left: new Int32Array(batchSize), right: new Int32Array(batchSize) };
  readonly #chosen = new Chosen();
  /** by comparison: its answers to the pairs of a batch */
  readonly #answered: readonly Int8Array[];
  #slots = new Int32Array(1 << 12).fill(-1);
  #words: Int32Array;
  #counts = new Float64Array(1 << 11);
  #size = 0;

  /** A counter of a model's answers. */
  constructor(
    model: Pick<LinkageModel, 'comparisons' | 'counts'>,
    ground: Pick<Ground, 'records' | 'fields'>,
  ) {
    this.#questions = stagedQuestions(model, ground);
    this.#answered = this.#questions.map(() => new Int8Array(batchSize));
    this.#stride = ground.fields.stride;
    this.#comparisons = model.comparisons.length;
    this.#width = Math.max(1, Math.ceil(this.#comparisons / 4));
    this.#current = new Int32Array(this.#width);
    this.#answers = new Int8Array(this.#current.buffer);
    this.#words = new Int32Array(this.#width << 11);
  }

  /** Counts the first `count` pairs of a batch (at most `batchSize`). */
  count(batch: PairBatch, count: number): void {
    for (let pair = 0; pair < count; pair += 1) {
      this.#pairs.left[pair] = (batch.left[pair] ?? 0) * this.#stride;
      this.#pairs.right[pair] = (batch.right[pair] ?? 0) * this.#stride;
    }
    const chosen = this.#chosen.first(count);
    for (const [at, question] of this.#questions.entries())
      question.answer(this.#pairs, chosen, this.#answered[at] ?? new Int8Array(batchSize));
    for (let pair = 0; pair < count; pair += 1) {
      for (let at = 0; at < this.#comparisons; at += 1) this.#answers[at] = this.#answered[at]?.[pair] ?? -1;
      const place = this.#place();
      this.#counts[place] = (this.#counts[place] ?? 0) + 1;
    }
  }

  /** Adds what another counter of the same model counted. */
  add(counted: CountedAnswers): void {
    for (let row = 0; row < counted.counts.length; row += 1) {
      const from = row * this.#comparisons;
      this.#answers.set(counted.answers.subarray(from, from + this.#comparisons));
      const place = this.#place();
      this.#counts[place] = (this.#counts[place] ?? 0) + (counted.counts[row] ?? 0);
    }
  }

  /** What was counted, in the order of the answers. */
  counted(): CountedAnswers {
    const comparisons = this.#comparisons;
    const bytes = new Int8Array(this.#words.buffer);
    const of = (place: number, at: number): number => bytes[place * this.#width * 4 + at] ?? 0;
    const places = Array.from({ length: this.#size }, (_, place) => place).sort((one, other) => {
      for (let at = 0; at < comparisons; at += 1)
        if (of(one, at) !== of(other, at)) return of(one, at) - of(other, at);
      return 0;
    });
    const answers = new Int8Array(this.#size * comparisons);
    for (const [row, place] of places.entries())
      for (let at = 0; at < comparisons; at += 1) answers[row * comparisons + at] = of(place, at);
    return { comparisons, answers, counts: Float64Array.from(places, (place) => this.#counts[place] ?? 0) };
  }

  /** Where the current answers are counted. */
  #place(): number {
    const mask = this.#slots.length - 1;
    for (let slot = this.#hash(this.#current, 0) & mask; ; slot = (slot + 1) & mask) {
      const place = this.#slots[slot] ?? -1;
      if (place < 0) return this.#keep(slot);
      if (this.#isCurrent(place)) return place;
    }
  }

  #isCurrent(place: number): boolean {
    for (let word = 0; word < this.#width; word += 1)
      if (this.#words[place * this.#width + word] !== this.#current[word]) return false;
    return true;
  }

  #hash(words: Int32Array, from: number): number {
    let hash = 0;
    for (let word = 0; word < this.#width; word += 1) {
      hash = Math.imul(hash ^ (words[from + word] ?? 0), 0x9e3779b1);
      hash ^= hash >>> 15;
    }
    return hash;
  }

  #keep(slot: number): number {
    const place = this.#size;
    this.#slots[slot] = place;
    this.#words.set(this.#current, place * this.#width);
    this.#size += 1;
    if (this.#size === this.#counts.length) this.#grow();
    return place;
  }

  #grow(): void {
    const counts = new Float64Array(this.#counts.length * 2);
    counts.set(this.#counts);
    const words = new Int32Array(this.#words.length * 2);
    words.set(this.#words);
    const slots = new Int32Array(this.#slots.length * 2).fill(-1);
    for (let place = 0; place < this.#size; place += 1) {
      let slot = this.#hash(words, place * this.#width) & (slots.length - 1);
      while ((slots[slot] ?? -1) >= 0) slot = (slot + 1) & (slots.length - 1);
      slots[slot] = place;
    }
    this.#counts = counts;
    this.#words = words;
    this.#slots = slots;
  }
}
