import { done } from '../result.ts';
import type { Result } from '../result.ts';
import type { Estimate } from '../intervals/confidence.ts';
import { inequality } from './inequality.ts';
import type { Inequality, InequalityMethod, UnequalGroups } from './inequality.ts';
import type { InequalityRefusal } from './group.ts';
import type { Simulation } from './simulate.ts';

/** How far simulated limits move from one simulation to the next, in the unit of the index, at each level. */
export type LimitsWander = { readonly at95: number; readonly at998: number };

const others = 9;

/**
 * How far the limits of an index of inequality would move had the simulation been run again: small beside the width of
 * the interval, or simulate more often.
 *
 * Formula: the mean of |limit − limit of the first| over the two limits of nine more simulations.
 * Units: of each index. Relative: undefined where there is no relative index. Errors: those of `inequality`; a
 * simulation is always made, from the seed given and nine that follow from it.
 * Source: the reliability statistic of the Office for Health Improvement and Disparities' slope index.
 * @example
 * const groups = [61, 64, 66, 70, 72].map((value) => ({ population: 200, value, standardError: 1 }));
 * const simulation = { seed: 1, repetitions: 10_000 };
 * inequalityReliability({ groups, kind: 'value', fit: 'values', multiplier: 1, simulation })
 * // slope at95 about 0.04 beside limits 6.2 apart
 */
export function inequalityReliability(
  given: UnequalGroups & { readonly simulation: Simulation },
): Result<{ readonly slope: LimitsWander; readonly relative: LimitsWander | undefined }, InequalityRefusal> {
  const first = inequality(given);
  if (!first.done) return first;
  const runs: Inequality[] = [];
  for (let run = 1; run <= others; run += 1) {
    // spread over the 32 bits of a seed by the golden ratio
    const seed = Math.imul(given.simulation.seed + run, 0x9e3779b1);
    const made = inequality({ ...given, simulation: { ...given.simulation, seed } });
    if (!made.done) return made;
    runs.push(made.value);
  }
  const relatives = runs.flatMap(({ relative }) => (relative.done ? [relative.value] : []));
  return done({
    slope: wander(
      first.value.slope,
      runs.map(({ slope }) => slope),
    ),
    relative:
      first.value.relative.done && relatives.length === others
        ? wander(first.value.relative.value, relatives)
        : undefined,
  });
}

function wander(
  first: Estimate<InequalityMethod>,
  runs: readonly Estimate<InequalityMethod>[],
): LimitsWander {
  const at = (level: 'limits95' | 'limits998'): number =>
    runs
      .map(
        (run) =>
          Math.abs(run[level].lower - first[level].lower) + Math.abs(run[level].upper - first[level].upper),
      )
      .reduce((left, right) => left + right, 0) /
    (2 * runs.length);
  return { at95: at('limits95'), at998: at('limits998') };
}
