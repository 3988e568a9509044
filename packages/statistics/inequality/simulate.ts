import { tail } from '../intervals/confidence.ts';
import type { ConfidenceLevel, Limits } from '../intervals/confidence.ts';
import { normalDeviates } from './deviates.ts';
import { offScale } from './group.ts';
import type { InequalityKind } from './group.ts';
import type { FittedLine, WeightedLine } from './weighted-line.ts';

/** Every repetition's slope and ratio, each in order of size. */
export type Simulated = { readonly slopes: Float64Array; readonly ratios: Float64Array };

/** Where the simulation starts and how often it repeats. */
export type Simulation = { readonly seed: number; readonly repetitions: number };

/** Draws each group's value about its own on the scale of its kind, and fits the line to the values themselves. */
export function simulateValues(
  of: {
    readonly line: WeightedLine;
    readonly kind: InequalityKind;
    readonly scaled: readonly number[];
    readonly errors: readonly number[];
  },
  { seed, repetitions }: Simulation,
): Simulated {
  const deviate = normalDeviates(seed);
  const slopes = new Float64Array(repetitions);
  const ratios = new Float64Array(repetitions);
  const size = of.scaled.length;
  for (let repetition = 0; repetition < repetitions; repetition += 1) {
    let start = 0;
    let slope = 0;
    for (let group = 0; group < size; group += 1) {
      const drawn = offScale((of.scaled[group] ?? 0) + (of.errors[group] ?? 0) * deviate(), of.kind);
      start += (of.line.atStart[group] ?? 0) * drawn;
      slope += (of.line.rise[group] ?? 0) * drawn;
    }
    slopes[repetition] = slope;
    ratios[repetition] = (start + slope) / start;
  }
  return { slopes: slopes.sort(), ratios: ratios.sort() };
}

/** Draws intercept and slope of a line that was fitted on the transformed scale, together, and takes them back from it. */
export function simulateLine(
  fitted: FittedLine,
  kind: InequalityKind,
  { seed, repetitions }: Simulation,
): Simulated {
  const deviate = normalDeviates(seed);
  const slopes = new Float64Array(repetitions);
  const ratios = new Float64Array(repetitions);
  const errorOfStart = Math.sqrt(fitted.varianceOfIntercept);
  const shared = errorOfStart === 0 ? 0 : fitted.covariance / errorOfStart;
  const own = Math.sqrt(Math.max(0, fitted.varianceOfSlope - shared ** 2));
  for (let repetition = 0; repetition < repetitions; repetition += 1) {
    const first = deviate();
    const intercept = fitted.intercept + errorOfStart * first;
    const slope = fitted.slope + shared * first + own * deviate();
    const start = offScale(intercept, kind);
    const end = offScale(intercept + slope, kind);
    slopes[repetition] = end - start;
    ratios[repetition] = end / start;
  }
  return { slopes: slopes.sort(), ratios: ratios.sort() };
}

/** The points that leave α/2 of the repetitions on either side. */
export function simulatedLimits(inOrder: Float64Array, level: ConfidenceLevel): Limits {
  const at = (share: number): number => inOrder[Math.max(0, Math.round(inOrder.length * share) - 1)] ?? 0;
  return { lower: at(tail(level)), upper: at(1 - tail(level)) };
}
