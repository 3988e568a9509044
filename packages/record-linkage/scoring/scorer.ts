import type { PairBatch } from '../blocking/pair-walk.ts';
import type { Fields } from '../comparing/fields.ts';
import type { PairSql } from '../comparing/pair-sql.ts';
import { stagedQuestions } from '../comparing/question.ts';
import type { StagedQuestion } from '../comparing/judge.ts';
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

/**
 * Scores pairs. What codes alone answer comes first; a pair whose weight could not reach `atLeast` with the best
 * answers that are left is given up at once, so that its letters are never read. Kept pairs are added up plainly, in
 * the model's order, so that giving up early changes no weight and leaves out no pair.
 */
export class Scorer {
  readonly #questions: readonly StagedQuestion[];
  readonly #weights: Weights;
  readonly #rarities: readonly (readonly (Rarity | undefined)[])[];
  readonly #order: readonly number[];
  /** by place in the order: the most that the comparisons after it can add */
  readonly #rest: Float64Array;
  /** by comparison: the most that answers from this one on can weigh */
  readonly #hopes: readonly Float64Array[];
  readonly #stride: number;
  readonly #pairSql: PairSql | undefined;
  readonly #atLeast: number;
  readonly #floor: number;
  readonly #answers: Int8Array;
  readonly #hoped: Float64Array;
  readonly #open: Int32Array;
  #openCount = 0;
  #upper = 0;

  constructor(scoring: Scoring) {
    const { model, atLeast } = scoring;
    this.#questions = stagedQuestions(model, scoring);
    this.#weights = weightsOf(model);
    this.#rarities = this.#weights.comparisons.map((each) => raritiesOf(each, scoring));
    this.#hopes = this.#weights.comparisons.map((each, at) => hopesOf(each, this.#rarities[at] ?? []));
    this.#order = orderOf(this.#questions, this.#weights);
    this.#rest = restOf(this.#order, this.#hopes);
    this.#stride = scoring.fields.stride;
    this.#pairSql = scoring.pairSql;
    this.#atLeast = atLeast;
    this.#floor = atLeast - slack * (1 + Math.abs(atLeast));
    this.#answers = new Int8Array(model.comparisons.length);
    this.#hoped = new Float64Array(model.comparisons.length);
    this.#open = new Int32Array(model.comparisons.length);
  }

  /** Scores the first `count` pairs of a batch and keeps those that reach the threshold. */
  score(batch: PairBatch, count: number, kept: KeptPairs): void {
    for (let pair = 0; pair < count; pair += 1) {
      const left = batch.left[pair] ?? 0;
      const right = batch.right[pair] ?? 0;
      if (this.#pairSql) this.#pairSql.at = pair;
      const l = left * this.#stride;
      const r = right * this.#stride;
      if (!this.#mayReach(l, r)) {
        kept.givenUp += 1;
        continue;
      }
      if (this.#openCount > 0) {
        kept.lettersRead += 1;
        if (!this.#stillReaches(l, r)) continue;
      }
      const weight = this.#plainSum(l, r);
      if (weight >= this.#atLeast) kept.add({ left, right, weight }, this.#answers);
    }
  }

  /** Answers what codes answer; whether the best that is left could reach the threshold. */
  #mayReach(left: number, right: number): boolean {
    let upper = this.#weights.prior;
    this.#openCount = 0;
    for (let place = 0; place < this.#order.length; place += 1) {
      const at = this.#order[place] ?? 0;
      const answer = this.#questions[at]?.quick(left, right) ?? -1;
      if (answer >= -1) {
        this.#answers[at] = answer;
        if (answer >= 0) upper += this.#weightOf(at, left, right);
      } else {
        const hope = this.#hopes[at]?.[-2 - answer] ?? 0;
        this.#hoped[at] = hope;
        this.#open[this.#openCount] = at;
        this.#openCount += 1;
        upper += hope;
      }
      if (upper + (this.#rest[place] ?? 0) < this.#floor) return false;
    }
    this.#upper = upper;
    return true;
  }

  /** Reads letters for what is open, one comparison after the other, as long as the threshold can be reached. */
  #stillReaches(left: number, right: number): boolean {
    for (let place = 0; place < this.#openCount; place += 1) {
      const at = this.#open[place] ?? 0;
      const answer = this.#questions[at]?.full(left, right) ?? -1;
      this.#answers[at] = answer;
      this.#upper += (answer < 0 ? 0 : this.#weightOf(at, left, right)) - (this.#hoped[at] ?? 0);
      if (this.#upper < this.#floor) return false;
    }
    return true;
  }

  #plainSum(left: number, right: number): number {
    let sum = this.#weights.prior;
    for (let at = 0; at < this.#answers.length; at += 1)
      if ((this.#answers[at] ?? -1) >= 0) sum += this.#weightOf(at, left, right);
    return sum;
  }

  #weightOf(at: number, left: number, right: number): number {
    const answer = this.#answers[at] ?? 0;
    const weight = this.#weights.comparisons[at]?.byAnswer[answer] ?? 0;
    const rarity = this.#rarities[at]?.[answer];
    return rarity ? weight + rarity.of(left, right) : weight;
  }
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

/** By first answer that is left, the most that it or a later one can weigh; one more for any answer or none. */
function hopesOf({ byAnswer }: ComparisonWeights, rarities: readonly (Rarity | undefined)[]): Float64Array {
  const hopes = new Float64Array(byAnswer.length + 1);
  let most = -Infinity;
  for (let answer = byAnswer.length - 1; answer >= 0; answer -= 1) {
    most = Math.max(most, (byAnswer[answer] ?? 0) + (rarities[answer]?.most ?? 0));
    hopes[answer] = most;
  }
  hopes[byAnswer.length] = Math.max(0, most);
  return hopes;
}

/** Questions that codes always answer first; among alike, those first whose answers differ most. */
function orderOf(questions: readonly StagedQuestion[], weights: Weights): number[] {
  const costs = questions.map((question) => (question.isQuick ? 0 : 1));
  const spreads = weights.comparisons.map(
    ({ byAnswer }) => Math.max(0, ...byAnswer) - Math.min(0, ...byAnswer),
  );
  return questions
    .map((_, at) => at)
    .sort((a, b) => (costs[a] ?? 0) - (costs[b] ?? 0) || (spreads[b] ?? 0) - (spreads[a] ?? 0));
}

function restOf(order: readonly number[], hopes: readonly Float64Array[]): Float64Array {
  const rest = new Float64Array(order.length);
  for (let place = order.length - 2; place >= 0; place -= 1) {
    const next = hopes[order[place + 1] ?? 0];
    rest[place] = (rest[place + 1] ?? 0) + (next?.[next.length - 1] ?? 0);
  }
  return rest;
}
