import type { CountedAnswers } from '../model/answers.ts';
import { levelStarts, logOf } from './parameters.ts';
import type { FixedLevels, Parameters, Probabilities } from './parameters.ts';

/** What EM is given. */
export type ToLearn = {
  readonly counted: CountedAnswers;
  readonly start: Parameters;
  /** by comparison, whether it takes part; all do unless said otherwise */
  readonly active?: readonly boolean[];
  readonly fixedM?: FixedLevels;
  /** u is kept as it is unless this says which levels are; the others are then learnt with m */
  readonly fixedU?: FixedLevels;
  /** pairs of which it is known that they are of one person, and of two */
  readonly known?: { readonly same?: CountedAnswers; readonly different?: CountedAnswers };
  /** stop when nothing changes by as much (1e-6) */
  readonly convergence?: number;
  /** stop after so many rounds (500) */
  readonly mostRounds?: number;
};

/** What EM came to. */
export type Learnt = Parameters & {
  readonly rounds: number;
  readonly converged: boolean;
  /** log2 of the likelihood before each round; it never falls, but for levels that a model has no probability of */
  readonly logLikelihoods: readonly number[];
};

/**
 * Expectation maximisation over counted answers: rounds of `p = P(one person | answers)`, then each m is the mean of p
 * where the answer was given over the mean of p where any was (and u the same with 1 - p), lambda the mean of p.
 * Answers of -1 count for neither. Levels that keep their value leave the rest of 1 to the others. A level that no pair
 * answered ends as undefined. A pure function. Source: Dempster, Laird and Rubin, JRSS B 39 (1977) 1-38; Winkler 1988.
 */
export function learnByEm(of: ToLearn): Learnt {
  const { convergence = 1e-6, mostRounds = 500 } = of;
  const state = new EmState(of);
  const logLikelihoods: number[] = [];
  let converged = false;
  let rounds = 0;
  while (!converged && rounds < mostRounds) {
    logLikelihoods.push(state.expect());
    converged = state.maximise() < convergence;
    rounds += 1;
  }
  return { ...state.parameters(), rounds, converged, logLikelihoods };
}

/** Sums of one round, over all levels in one row. */
class EmState {
  readonly #of: ToLearn;
  readonly #starts: Int32Array;
  readonly #m: Float64Array;
  readonly #u: Float64Array;
  readonly #sumM: Float64Array;
  readonly #sumU: Float64Array;
  readonly #isSeen: Uint8Array;
  #lambda: number;
  #sumP = 0;
  #pairs = 0;

  constructor(of: ToLearn) {
    this.#of = of;
    this.#starts = levelStarts(of.start.m);
    const flat = (probabilities: Probabilities): Float64Array =>
      Float64Array.from(probabilities.flat(), (value) => value ?? -1);
    this.#m = flat(of.start.m);
    this.#u = flat(of.start.u);
    this.#sumM = new Float64Array(this.#m.length);
    this.#sumU = new Float64Array(this.#m.length);
    this.#isSeen = new Uint8Array(this.#m.length);
    this.#lambda = of.start.lambda;
    for (const counted of [of.counted, of.known?.same, of.known?.different]) if (counted) this.#see(counted);
  }

  /** Sums p over the pairs; returns log2 of the likelihood. */
  expect(): number {
    this.#sumM.fill(0);
    this.#sumU.fill(0);
    this.#sumP = 0;
    this.#pairs = 0;
    const { counted, known } = this.#of;
    let likelihood = this.#expectOf(counted, undefined);
    if (known?.same) likelihood += this.#expectOf(known.same, 1);
    if (known?.different) likelihood += this.#expectOf(known.different, 0);
    return likelihood;
  }

  /** Takes the sums as the new parameters; returns the largest change. */
  maximise(): number {
    const { fixedM, fixedU } = this.#of;
    let change = 0;
    if (this.#pairs > 0) {
      const lambda = Math.min(1 - 1e-15, Math.max(1e-15, this.#sumP / this.#pairs));
      change = Math.abs(lambda - this.#lambda);
      this.#lambda = lambda;
    }
    for (let place = 0; place + 1 < this.#starts.length; place += 1) {
      if (this.#of.active?.[place] === false) continue;
      change = Math.max(
        change,
        this.#renew({ values: this.#m, sums: this.#sumM, place, fixed: fixedM?.[place] }),
      );
      if (fixedU)
        change = Math.max(
          change,
          this.#renew({ values: this.#u, sums: this.#sumU, place, fixed: fixedU[place] }),
        );
    }
    return change;
  }

  parameters(): Parameters {
    const read = (values: Float64Array): Probabilities =>
      this.#of.start.m.map((levels, place) =>
        levels.map((_, level) => {
          const value = values[(this.#starts[place] ?? 0) + level] ?? -1;
          return value < 0 ? undefined : value;
        }),
      );
    return { lambda: this.#lambda, m: read(this.#m), u: this.#of.fixedU ? read(this.#u) : this.#of.start.u };
  }

  #see({ answers, counts, comparisons }: CountedAnswers): void {
    for (let row = 0; row < counts.length; row += 1)
      for (let place = 0; place < comparisons; place += 1) {
        const answer = answers[row * comparisons + place] ?? -1;
        if (answer >= 0 && (counts[row] ?? 0) > 0) this.#isSeen[(this.#starts[place] ?? 0) + answer] = 1;
      }
  }

  /** Adds up pairs whose p is known, or is what the parameters say. */
  #expectOf({ answers, counts, comparisons }: CountedAnswers, known: number | undefined): number {
    const logM = this.#m.map((value) => logOf(value < 0 ? undefined : value));
    const logU = this.#u.map((value) => logOf(value < 0 ? undefined : value));
    const starts = this.#starts;
    const active = Array.from({ length: comparisons }, (_, place) => this.#of.active?.[place] !== false);
    let likelihood = 0;
    for (let row = 0; row < counts.length; row += 1) {
      let same = Math.log2(this.#lambda);
      let different = Math.log2(1 - this.#lambda);
      for (let place = 0; place < comparisons; place += 1) {
        const answer = answers[row * comparisons + place] ?? -1;
        if (answer < 0 || !active[place]) continue;
        const level = (starts[place] ?? 0) + answer;
        same += logM[level] ?? 0;
        different += logU[level] ?? 0;
      }
      const most = Math.max(same, different);
      const both = most + Math.log2(2 ** (same - most) + 2 ** (different - most));
      const p = known ?? 2 ** (same - both);
      const count = counts[row] ?? 0;
      likelihood +=
        count *
        (known === undefined
          ? both
          : known === 1
            ? same - Math.log2(this.#lambda)
            : different - Math.log2(1 - this.#lambda));
      if (known === undefined) {
        this.#sumP += p * count;
        this.#pairs += count;
      }
      this.#add(answers.subarray(row * comparisons, (row + 1) * comparisons), p, count);
    }
    return likelihood;
  }

  #add(answers: Int8Array, p: number, count: number): void {
    for (let place = 0; place < answers.length; place += 1) {
      const answer = answers[place] ?? -1;
      if (answer < 0) continue;
      const level = (this.#starts[place] ?? 0) + answer;
      this.#sumM[level] = (this.#sumM[level] ?? 0) + p * count;
      this.#sumU[level] = (this.#sumU[level] ?? 0) + (1 - p) * count;
    }
  }

  #renew({ values, sums, place, fixed }: Renewal): number {
    const from = this.#starts[place] ?? 0;
    const end = this.#starts[place + 1] ?? from;
    let sum = 0;
    let room = 1;
    for (let level = from; level < end; level += 1)
      if (fixed?.[level - from]) room -= Math.max(0, values[level] ?? 0);
      else sum += sums[level] ?? 0;
    let change = 0;
    for (let level = from; level < end; level += 1) {
      if (fixed?.[level - from]) continue;
      if (this.#isSeen[level] !== 1) values[level] = -1;
      else if (sum > 0) {
        const value = (Math.max(0, room) * (sums[level] ?? 0)) / sum;
        change = Math.max(change, Math.abs(value - (values[level] ?? 0)));
        values[level] = value;
      }
    }
    return change;
  }
}

type Renewal = {
  readonly values: Float64Array;
  readonly sums: Float64Array;
  readonly place: number;
  readonly fixed: readonly boolean[] | undefined;
};
