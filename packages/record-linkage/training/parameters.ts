import type { LinkageModel } from '../model/model.ts';
import { leastProbability, neverObserved } from '../model/weights.ts';

/** One probability for each level of each comparison; undefined where it was never observed. */
export type Probabilities = readonly (readonly (number | undefined)[])[];

/** What EM starts from and ends with: the share of pairs that are of one person, m and u. */
export type Parameters = { readonly lambda: number; readonly m: Probabilities; readonly u: Probabilities };

/** What is not to be learnt, level by level. */
export type FixedLevels = readonly (readonly boolean[])[];

/** Where each comparison's levels stand when all levels stand in one row; the last is how many there are. */
export function levelStarts(probabilities: Probabilities): Int32Array {
  const starts = new Int32Array(probabilities.length + 1);
  for (const [place, levels] of probabilities.entries())
    starts[place + 1] = (starts[place] ?? 0) + levels.length;
  return starts;
}

/** The levels of a model that keep their m or their u. */
export function fixedIn(model: Pick<LinkageModel, 'comparisons'>, part: 'm' | 'u'): FixedLevels {
  return model.comparisons.map(({ levels }) => levels.map(({ fixed }) => fixed?.includes(part) ?? false));
}

/**
 * The m and u that training starts from where the model says nothing, as Splink has them: the closest level has an m
 * of .95 and the others share the rest; u is m / 2^w, with w = 10 for the closest, from 3 down to -5 for the others.
 */
export function startingParameters(model: Pick<LinkageModel, 'comparisons' | 'prior'>): Parameters {
  const m = model.comparisons.map(({ levels }) =>
    levels.map((level, place) => level.m ?? startingM(levels.length, place)),
  );
  const u = model.comparisons.map(({ levels }) => {
    const drawn = levels.map(
      (_, place) => startingM(levels.length, place) / 2 ** startingWeight(levels.length, place),
    );
    const sum = drawn.reduce((total, value) => total + value, 0);
    return levels.map((level, place) => level.u ?? (drawn[place] ?? 0) / sum);
  });
  return { lambda: model.prior, m, u };
}

function startingM(levels: number, place: number): number {
  if (levels === 1) return 1;
  return place === 0 ? 0.95 : 0.05 / (levels - 1);
}

function startingWeight(levels: number, place: number): number {
  if (place === 0) return 10;
  return levels === 2 ? -5 : 3 - (8 * (place - 1)) / (levels - 2);
}

/** log2 of a probability as a model counts it: never observed is 1e-6, and nothing is below 1e-300. */
export function logOf(probability: number | undefined): number {
  return Math.log2(Math.max(probability ?? neverObserved, leastProbability));
}

/** The largest difference between two sets of probabilities, over the comparisons that take part. */
export function largestDifference(
  one: Probabilities,
  other: Probabilities,
  active?: readonly boolean[],
): number {
  let most = 0;
  for (const [place, levels] of one.entries()) {
    if (active?.[place] === false) continue;
    for (const [level, value] of levels.entries())
      most = Math.max(most, Math.abs((value ?? 0) - (other[place]?.[level] ?? 0)));
  }
  return most;
}
