import type { PairBatch } from '../blocking/pair-walk.ts';
import type { Fields } from '../comparing/fields.ts';
import type { PairSql } from '../comparing/pair-sql.ts';
import { batchSize, Chosen } from '../comparing/pairs.ts';
import { stagedQuestions } from '../comparing/question.ts';
import type { StagedQuestion } from '../comparing/staged-question.ts';
import { keyOf } from '../model/expression.ts';
import type { LinkageModel } from '../model/model.ts';
import { weightsOf, type ComparisonWeights, type Weights } from '../model/weights.ts';
import type { Records } from '../records/records.ts';
import type { Frequencies } from './frequencies.ts';
import type { KeptPairs } from './kept-pairs.ts';
import { rarityOf, type Rarity } from './rarity.ts';

/** What pairs are scored by. */
export type Scoring = {
  readonly model: LinkageModel;
  readonly records: Pick<Records, 'columns'>;
  readonly fields: Fields;
  readonly frequencies: Frequencies;
  /** pairs below this weight are not kept */
  readonly atLeast: number;
  /** pairs of values are asked once, so that no answer need be remembered */
  readonly asksOnce?: boolean;
  readonly pairSql?: PairSql | undefined;
};

/** The sum of bounds is made in another order than the plain sum; so much less, no rounding leaves a pair out. */
const slack = 1e-9;

/** A comparison as it is scored. */
type Scored = {
  readonly question: StagedQuestion;
  /** the levels whose weight depends on how rare the values are */
  readonly rarities: readonly Rarity[];
  /** the most that a pair can gain by the comparison, by its answer less `lowest`; nothing where a rarity adds it */
  readonly gains: Float64Array;
  /** the answer of all that can be */
  readonly lowest: number;
  /** between the weights of its answers */
  readonly spread: number;
  /** the most of any answer or none */
  readonly most: number;
  /** its answers to the pairs of a batch */
  readonly answers: Int8Array;
};

/**
 * Scores pairs, a batch at a time, one comparison after the other. What codes alone answer comes first; a pair whose
 * weight could not reach `atLeast` with the best answers that are left is given up at once, so that its letters are
 * never read. Kept pairs are added up plainly, in the model's order, so that giving up early changes no weight and
 * leaves out no pair.
 */
export class Scorer {
  readonly #scored: readonly Scored[];
  readonly #order: readonly Scored[];
  /** those of the order that only letters can answer */
  readonly #slow: readonly Scored[];
  /** by place in the order: the most that the comparisons after it can add */
  readonly #rest: Float64Array;
  readonly #prior: number;
  readonly #words: Int32Array;
  readonly #stride: number;
  /** of no meaning: what was looked at ahead of its use, kept so that looking is not left out as idle */
  fetched = 0;
  readonly #atLeast: number;
  readonly #floor: number;
  readonly #pairs = { left: new Int32Array(batchSize), right: new Int32Array(batchSize) };
  /** by pair of the batch: the most that it can weigh, as far as is known */
  readonly #upper = new Float64Array(batchSize);
  /** by pair of the batch: what it weighs */
  readonly #weights = new Float64Array(batchSize);
  readonly #hopeful = new Chosen();
  readonly #asked = new Chosen();
  readonly #answers: Int8Array;

  constructor(scoring: Scoring) {
    const { model, atLeast } = scoring;
    const weights = weightsOf(model);
    this.#scored = scoredOf(scoring, weights);
    this.#order = orderOf(this.#scored);
    this.#slow = this.#order.filter(({ question }) => !question.isQuick);
    this.#rest = restOf(this.#order);
    this.#prior = weights.prior;
    this.#words = scoring.fields.words;
    this.#stride = scoring.fields.stride;
    this.#atLeast = atLeast;
    this.#floor = atLeast - slack * (1 + Math.abs(atLeast));
    this.#answers = new Int8Array(model.comparisons.length);
  }

  /** Scores the first `count` pairs of a batch and keeps those that reach the threshold. */
  score(batch: PairBatch, count: number, kept: KeptPairs): void {
    this.#fetch(batch, count);
    this.#upper.fill(this.#prior, 0, count);
    const hopeful = this.#hopeful.first(count);
    for (const [place, scored] of this.#order.entries()) {
      scored.question.quick(this.#pairs, hopeful, scored.answers);
      this.#addHopes(scored, this.#floor - (this.#rest[place] ?? 0));
    }
    kept.givenUp += count - hopeful.count;
    kept.lettersRead += this.#countOpen();
    for (const scored of this.#slow) this.#readLetters(scored);
    this.#keep(batch, kept);
  }

  /**
   * Where the codes of a batch's records begin. They lie all over memory: each is looked at once before anything is
   * asked, so that a processor fetches those of many pairs at the same time.
   */
  #fetch(batch: PairBatch, count: number): void {
    const { left, right } = this.#pairs;
    const stride = this.#stride;
    for (let pair = 0; pair < count; pair += 1) {
      left[pair] = (batch.left[pair] ?? 0) * stride;
      right[pair] = (batch.right[pair] ?? 0) * stride;
    }
    const words = this.#words;
    let fetched = 0;
    for (let pair = 0; pair < count; pair += 1)
      fetched ^= (words[left[pair] ?? 0] ?? 0) ^ (words[right[pair] ?? 0] ?? 0);
    this.fetched = fetched;
  }

  /** Adds what each hopeful pair's answer weighs at most, and gives up those that stay below. */
  #addHopes(scored: Scored, floor: number): void {
    this.#add(scored, this.#hopeful, this.#upper);
    this.#giveUp(floor);
  }

  /** Adds to the chosen pairs what their answers weigh, or may weigh at most. */
  #add({ answers, gains, lowest, rarities }: Scored, chosen: Chosen, weights: Float64Array): void {
    const { at, count } = chosen;
    for (let place = 0; place < count; place += 1) {
      const pair = at[place] ?? 0;
      weights[pair] = (weights[pair] ?? 0) + (gains[(answers[pair] ?? -1) - lowest] ?? 0);
    }
    for (const rarity of rarities) rarity.add({ pairs: this.#pairs, chosen, answers, weights });
  }

  /** Gives up the pairs that cannot reach so much. */
  #giveUp(floor: number): void {
    const { at, count } = this.#hopeful;
    const upper = this.#upper;
    let kept = 0;
    for (let place = 0; place < count; place += 1) {
      const pair = at[place] ?? 0;
      at[kept] = pair;
      // a number, not a branch: which pairs have hope is hard to guess
      kept += Number((upper[pair] ?? 0) >= floor);
    }
    this.#hopeful.count = kept;
  }

  /** How many hopeful pairs have a comparison that only letters answer. */
  #countOpen(): number {
    const { at, count } = this.#hopeful;
    let open = 0;
    for (let place = 0; place < count; place += 1) {
      const pair = at[place] ?? 0;
      let isOpen = false;
      for (const { answers } of this.#slow) isOpen ||= (answers[pair] ?? 0) < -1;
      if (isOpen) open += 1;
    }
    return open;
  }

  /** Answers one comparison to the letters where that is open, and gives up pairs that can no longer reach the threshold. */
  #readLetters(scored: Scored): void {
    const { question, answers, gains, lowest } = scored;
    const hopeful = this.#hopeful;
    const asked = this.#asked;
    const upper = this.#upper;
    asked.count = 0;
    for (let place = 0; place < hopeful.count; place += 1) {
      const pair = hopeful.at[place] ?? 0;
      const answer = answers[pair] ?? -1;
      if (answer >= -1) continue;
      upper[pair] = (upper[pair] ?? 0) - (gains[answer - lowest] ?? 0);
      asked.at[asked.count] = pair;
      asked.count += 1;
    }
    question.full(this.#pairs, asked, answers);
    this.#add(scored, asked, upper);
    this.#giveUp(this.#floor);
  }

  /** Adds up the hopeful pairs in the model's order, and keeps those that reach the threshold. */
  #keep(batch: PairBatch, kept: KeptPairs): void {
    const { at, count } = this.#hopeful;
    const weights = this.#weights.fill(this.#prior, 0, batchSize);
    for (const scored of this.#scored) this.#add(scored, this.#hopeful, weights);
    for (let place = 0; place < count; place += 1) {
      const pair = at[place] ?? 0;
      const weight = weights[pair] ?? 0;
      if (weight >= this.#atLeast)
        kept.add(
          { left: batch.left[pair] ?? 0, right: batch.right[pair] ?? 0, weight },
          this.#answersOf(pair),
        );
    }
  }

  /** The answers of a pair, in the model's order; good until the next pair is asked for. */
  #answersOf(pair: number): Int8Array {
    for (let comparison = 0; comparison < this.#scored.length; comparison += 1)
      this.#answers[comparison] = this.#scored[comparison]?.answers[pair] ?? -1;
    return this.#answers;
  }
}

function scoredOf(scoring: Scoring, weights: Weights): readonly Scored[] {
  const questions = stagedQuestions(scoring.model, scoring);
  return weights.comparisons.flatMap((each, comparison) => {
    const question = questions[comparison];
    if (!question) return [];
    const rarities = raritiesOf(each, scoring);
    const answers = new Int8Array(batchSize);
    return [
      { question, rarities: rarities.flatMap((rarity) => rarity ?? []), ...gainsOf(each, rarities), answers },
    ];
  });
}

function raritiesOf(weights: ComparisonWeights, scoring: Scoring): (Rarity | undefined)[] {
  const { words, slots } = scoring.fields;
  return weights.termFrequencies.map((rule, level) => {
    if (!rule) return undefined;
    const key = keyOf(rule.column);
    const slot = slots.get(key);
    const frequencies = scoring.frequencies.get(key);
    if (slot === undefined || !frequencies) throw new Error(`no frequencies were counted of ${key}`);
    return rarityOf(rule, { level, plain: weights.byAnswer[level] ?? 0, words, slot, frequencies });
  });
}

/**
 * The most that a pair gains by each answer: what it weighs (nothing where its rarity adds that), nothing where nothing
 * can be said, and where letters are needed the most of the answers that are left.
 */
function gainsOf(
  { byAnswer }: ComparisonWeights,
  rarities: readonly (Rarity | undefined)[],
): Pick<Scored, 'gains' | 'lowest' | 'spread' | 'most'> {
  const levels = byAnswer.length;
  const lowest = -2 - levels;
  const gains = new Float64Array(levels - lowest);
  let most = -Infinity;
  for (let answer = levels - 1; answer >= 0; answer -= 1) {
    const plain = byAnswer[answer] ?? 0;
    gains[answer - lowest] = rarities[answer] ? 0 : plain;
    most = Math.max(most, plain + (rarities[answer]?.most ?? 0));
    gains[-2 - answer - lowest] = most;
  }
  gains[0] = Math.max(0, most);
  const spread = Math.max(0, ...byAnswer) - Math.min(0, ...byAnswer);
  return { gains, lowest, spread, most: Math.max(0, most) };
}

/** Questions that codes always answer first; among alike, those first whose answers differ most. */
function orderOf(scored: readonly Scored[]): readonly Scored[] {
  return scored.toSorted(
    (one, other) =>
      Number(other.question.isQuick) - Number(one.question.isQuick) || other.spread - one.spread,
  );
}

function restOf(order: readonly Scored[]): Float64Array {
  const rest = new Float64Array(order.length);
  for (let place = order.length - 2; place >= 0; place -= 1)
    rest[place] = (rest[place + 1] ?? 0) + (order[place + 1]?.most ?? 0);
  return rest;
}
