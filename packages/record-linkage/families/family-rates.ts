import { called, comparisonCalled } from '../comparing/what-is-compared.ts';
import type { CountedAnswers } from '../model/answers.ts';
import type { LinkageModel } from '../model/model.ts';
import { logOf } from '../training/parameters.ts';
import type { Probabilities } from '../training/parameters.ts';

/** What EM is given: pairs of one household by their answers, and the share that strangers make up by chance. */
export type ForRates = {
  readonly counted: CountedAnswers;
  readonly model: Pick<LinkageModel, 'comparisons'>;
  /** comparisons that the household rule reads: they say nothing within it */
  readonly shared: readonly number[];
  readonly unrelated: number;
};

/** The three classes within households, and how the family class answers. */
export type FamilyRates = {
  readonly same: number;
  readonly family: number;
  readonly unrelated: number;
  readonly rates: Probabilities;
  readonly rounds: number;
  /** log2 of the likelihood before each round, with what the strangers' pairs add: it never falls */
  readonly logLikelihoods: readonly number[];
};

/** The family class begins like strangers, as if so many pairs of strangers had been seen in it: no rate becomes nought. */
const strangersSeen = 10;
const mostRounds = 500;

/**
 * EM with three classes: one person answers by m and strangers by u, both held, strangers in a held share; the family
 * class learns its rates. A pure function of the counted answers.
 */
export function familyRatesByEm({ counted, model, shared, unrelated }: ForRates): FamilyRates {
  const free = model.comparisons.map((_, place) => !shared.includes(place));
  const m = model.comparisons.map(({ levels }) => levels.map((level) => logOf(level.m)));
  const u = model.comparisons.map(({ levels }) => levels.map((level) => logOf(level.u)));
  const strangers = model.comparisons.map(({ levels }) => withoutGaps(levels.map((level) => level.u)));
  // between one person and strangers: what siblings share beside the rule (an address) must not count as proof of one
  let rates = strangers.map((levels, place) =>
    levels.map((value, level) => (value + (model.comparisons[place]?.levels[level]?.m ?? 0)) / 2),
  );
  let same = (1 - unrelated) / 2;
  const logLikelihoods: number[] = [];
  const pairs = counted.counts.reduce((sum, count) => sum + count, 0);
  for (let rounds = 1; ; rounds += 1) {
    const logRates = rates.map((levels) => levels.map(logOf));
    const classes: Classes = { share: [same, 1 - unrelated - same, unrelated], logs: [m, logRates, u] };
    const sums = strangers.map((levels) => levels.map((value) => strangersSeen * value));
    const { likelihood, ofSame } = expect({ counted, classes, free, sums });
    logLikelihoods.push(likelihood + priorOf({ strangers, logRates, free }));
    const next = sums.map((levels, place) =>
      free[place] ? levels.map((value) => value / total(levels)) : (rates[place] ?? []),
    );
    // the strangers' share is held, so the two others share what it leaves
    const [inSame, inFamily] = ofSame;
    const share = ((1 - unrelated) * inSame) / Math.max(1e-300, inSame + inFamily);
    const change = Math.max(
      Math.abs(share - same),
      ...next.flatMap((levels, place) =>
        levels.map((value, level) => Math.abs(value - (rates[place]?.[level] ?? 0))),
      ),
    );
    rates = next;
    same = share;
    if (change < 1e-7 || rounds === mostRounds || pairs === 0) {
      const told = model.comparisons.map(({ levels }, place) =>
        free[place] ? (rates[place] ?? []) : levels.map((level) => level.m),
      );
      return { same, family: 1 - unrelated - same, unrelated, rates: told, rounds, logLikelihoods };
    }
  }
}

type Classes = {
  readonly share: readonly number[];
  readonly logs: readonly (readonly (readonly number[])[])[];
};

type Expecting = {
  readonly counted: CountedAnswers;
  readonly classes: Classes;
  readonly free: readonly boolean[];
  /** the family's answers, added to */
  readonly sums: number[][];
};

function expect({ counted, classes, free, sums }: Expecting): {
  likelihood: number;
  ofSame: readonly [number, number];
} {
  const { answers, counts, comparisons } = counted;
  let likelihood = 0;
  let inSame = 0;
  let inFamily = 0;
  for (let row = 0; row < counts.length; row += 1) {
    const own = answers.subarray(row * comparisons, (row + 1) * comparisons);
    const logs = classes.logs.map(
      (of, kind) => logOfClass(own, of, free) + Math.log2(Math.max(1e-300, classes.share[kind] ?? 0)),
    );
    const most = Math.max(...logs);
    const all = most + Math.log2(logs.reduce((sum, log) => sum + 2 ** (log - most), 0));
    const count = counts[row] ?? 0;
    likelihood += count * all;
    inSame += count * 2 ** ((logs[0] ?? 0) - all);
    const family = count * 2 ** ((logs[1] ?? 0) - all);
    inFamily += family;
    for (let place = 0; place < comparisons; place += 1) {
      const answer = own[place] ?? -1;
      const levels = sums[place];
      if (answer >= 0 && free[place] && levels) levels[answer] = (levels[answer] ?? 0) + family;
    }
  }
  return { likelihood, ofSame: [inSame, inFamily] };
}

function logOfClass(
  answers: Int8Array,
  logs: readonly (readonly number[])[],
  free: readonly boolean[],
): number {
  let sum = 0;
  for (let place = 0; place < answers.length; place += 1) {
    const answer = answers[place] ?? -1;
    if (answer >= 0 && free[place]) sum += logs[place]?.[answer] ?? 0;
  }
  return sum;
}

type Prior = {
  readonly strangers: readonly (readonly number[])[];
  readonly logRates: readonly (readonly number[])[];
  readonly free: readonly boolean[];
};

function priorOf({ strangers, logRates, free }: Prior): number {
  return strangers.reduce(
    (sum, levels, place) =>
      free[place]
        ? sum +
          levels.reduce(
            (own, value, level) => own + strangersSeen * value * (logRates[place]?.[level] ?? 0),
            0,
          )
        : sum,
    0,
  );
}

/**
 * Rates in which a family calls no two of its children the same more often than strangers are called the same, and gives
 * like names at least as often. Where few pairs taught the rates, those of one child that got among them say otherwise,
 * and where no pair had like names, that there are none.
 */
export function withOwnForenames(
  rates: Probabilities,
  model: Pick<LinkageModel, 'comparisons'>,
): Probabilities {
  const forename = comparisonCalled(model, called.forename);
  return rates.map((learnt, place) => {
    if (!forename || model.comparisons[place] !== forename) return learnt;
    const held = learnt.map((rate = 0, level) => {
      const u = forename.levels[level]?.u ?? rate;
      return level === 0 ? Math.min(rate, u) : Math.max(rate, u);
    });
    return held.map((rate) => rate / total(held));
  });
}

/** u with a little for levels that strangers never answered, summing to 1. */
function withoutGaps(u: readonly (number | undefined)[]): number[] {
  const filled = u.map((value) => Math.max(value ?? 0, 1e-6));
  return filled.map((value) => value / total(filled));
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
