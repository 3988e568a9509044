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
  readonly pairSql?: PairSql | undefined;
};

/** The sum of bounds is made in another order than the plain sum; so much less, no rounding leaves a pair out. */
const slack = 1e-9;

/** A comparison as it is scored. */
type Scored = {
  readonly question: StagedQuestion;
  readonly byAnswer: Float64Array;
  readonly rarities: readonly (Rarity | undefined)[];
  /** the most that a pair can gain by the comparison, by its answer less `lowest` */
  readonly gains: Float64Array;
  /** the answer of all that can be */
  readonly lowest: number;
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
  readonly #hopeful = new Chosen();
  readonly #asked = new Chosen();
  readonly #answers: Int8Array;

  constructor(scoring: Scoring) {
    const { model, atLeast } = scoring;
    const weights = weightsOf(model);
    this.#scored = scoredOf(scoring, weights);
    this.#order = orderOf(this.#scored);
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
    for (const scored of this.#order) if (!scored.question.isQuick) this.#readLetters(scored);
    for (let place = 0; place < hopeful.count; place += 1) this.#keep(hopeful.at[place] ?? 0, batch, kept);
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
  #addHopes({ answers, gains, lowest, rarities }: Scored, floor: number): void {
    const { at, count } = this.#hopeful;
    const upper = this.#upper;
    for (const [answer, rarity] of rarities.entries()) if (rarity) this.#addRarity(answers, answer, rarity);
    let kept = 0;
    for (let place = 0; place < count; place += 1) {
      const pair = at[place] ?? 0;
      const most = (upper[pair] ?? 0) + (gains[(answers[pair] ?? -1) - lowest] ?? 0);
      upper[pair] = most;
      at[kept] = pair;
      // a number, not a branch: which pairs have hope is hard to guess
      kept += Number(most >= floor);
    }
    this.#hopeful.count = kept;
  }

  /** Adds what the rarity of their values says of the hopeful pairs with one answer. */
  #addRarity(answers: Int8Array, answer: number, rarity: Rarity): void {
    const { left, right } = this.#pairs;
    const { at, count } = this.#hopeful;
    const upper = this.#upper;
    for (let place = 0; place < count; place += 1) {
      const pair = at[place] ?? 0;
      if (answers[pair] === answer)
        upper[pair] = (upper[pair] ?? 0) + rarity.of(left[pair] ?? 0, right[pair] ?? 0);
    }
  }

  /** How many hopeful pairs have a comparison that only letters answer. */
  #countOpen(): number {
    const { at, count } = this.#hopeful;
    let open = 0;
    for (let place = 0; place < count; place += 1) {
      const pair = at[place] ?? 0;
      let isOpen = false;
      for (const { answers } of this.#scored) isOpen ||= (answers[pair] ?? 0) < -1;
      if (isOpen) open += 1;
    }
    return open;
  }

  /** Answers one comparison to the letters where that is open, and gives up pairs that can no longer reach the threshold. */
  #readLetters({ question, answers, byAnswer, rarities, gains, lowest }: Scored): void {
    const { left, right } = this.#pairs;
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
    for (let place = 0; place < asked.count; place += 1) {
      const pair = asked.at[place] ?? 0;
      const answer = answers[pair] ?? -1;
      if (answer < 0) continue;
      const rare = rarities[answer]?.of(left[pair] ?? 0, right[pair] ?? 0) ?? 0;
      upper[pair] = (upper[pair] ?? 0) + (byAnswer[answer] ?? 0) + rare;
    }
    let kept = 0;
    for (let place = 0; place < hopeful.count; place += 1) {
      const pair = hopeful.at[place] ?? 0;
      hopeful.at[kept] = pair;
      kept += Number((upper[pair] ?? 0) >= this.#floor);
    }
    hopeful.count = kept;
  }

  /** Adds up a pair in the model's order, and keeps it where it reaches the threshold. */
  #keep(pair: number, batch: PairBatch, kept: KeptPairs): void {
    let weight = this.#prior;
    for (let comparison = 0; comparison < this.#scored.length; comparison += 1) {
      const scored = this.#scored[comparison];
      const answer = scored?.answers[pair] ?? -1;
      this.#answers[comparison] = answer;
      if (!scored || answer < 0) continue;
      const rarity = scored.rarities[answer];
      const plain = scored.byAnswer[answer] ?? 0;
      weight += rarity ? plain + rarity.of(this.#pairs.left[pair] ?? 0, this.#pairs.right[pair] ?? 0) : plain;
    }
    if (weight >= this.#atLeast)
      kept.add({ left: batch.left[pair] ?? 0, right: batch.right[pair] ?? 0, weight }, this.#answers);
  }
}

function scoredOf(scoring: Scoring, weights: Weights): readonly Scored[] {
  const questions = stagedQuestions(scoring.model, scoring);
  return weights.comparisons.flatMap((each, comparison) => {
    const question = questions[comparison];
    if (!question) return [];
    const rarities = raritiesOf(each, scoring);
    const answers = new Int8Array(batchSize);
    return [{ question, byAnswer: each.byAnswer, rarities, ...gainsOf(each, rarities), answers }];
  });
}

function raritiesOf(weights: ComparisonWeights, scoring: Scoring): (Rarity | undefined)[] {
  return weights.termFrequencies.map((rule) => {
    if (!rule) return undefined;
    const key = keyOf(rule.column);
    const slot = scoring.fields.slots.get(key);
    const frequencies = scoring.frequencies.get(key);
    if (slot === undefined || !frequencies) throw new Error(`no frequencies were counted of ${key}`);
    return rarityOf(rule, { words: scoring.fields.words, slot, frequencies });
  });
}

/**
 * The most that a pair gains by each answer: what it weighs (before its rarity), nothing where nothing can be said, and
 * where letters are needed the most of the answers that are left.
 */
function gainsOf(
  { byAnswer }: ComparisonWeights,
  rarities: readonly (Rarity | undefined)[],
): Pick<Scored, 'gains' | 'lowest' | 'most'> {
  const levels = byAnswer.length;
  const lowest = -2 - levels;
  const gains = new Float64Array(levels - lowest);
  gains.set(byAnswer, -lowest);
  let most = -Infinity;
  for (let answer = levels - 1; answer >= 0; answer -= 1) {
    most = Math.max(most, (byAnswer[answer] ?? 0) + (rarities[answer]?.most ?? 0));
    gains[-2 - answer - lowest] = most;
  }
  gains[0] = Math.max(0, most);
  return { gains, lowest, most: Math.max(0, most) };
}

/** Questions that codes always answer first; among alike, those first whose answers differ most. */
function orderOf(scored: readonly Scored[]): readonly Scored[] {
  const spreadOf = ({ byAnswer }: Scored): number => Math.max(0, ...byAnswer) - Math.min(0, ...byAnswer);
  return scored.toSorted(
    (one, other) =>
      Number(other.question.isQuick) - Number(one.question.isQuick) || spreadOf(other) - spreadOf(one),
  );
}

function restOf(order: readonly Scored[]): Float64Array {
  const rest = new Float64Array(order.length);
  for (let place = order.length - 2; place >= 0; place -= 1)
    rest[place] = (rest[place + 1] ?? 0) + (order[place + 1]?.most ?? 0);
  return rest;
}
