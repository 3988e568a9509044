import { done, refuse } from '../result.ts';
import type { Result } from '../result.ts';

/** Odds as people's judgements bear them out: `log2 odds = intercept + slope * score`. */
export type Calibration = { readonly intercept: number; readonly slope: number; readonly pairs: number };

/**
 * Calibrates scores by judged pairs: logistic regression with a slight pull towards what scores say by themselves
 * (intercept 0, slope 1), as if two pairs more had said so. Refuses fewer than 20 pairs, or pairs all judged alike.
 */
export function calibrationFrom(scores: Float64Array, same: Uint8Array): Result<Calibration> {
  const yes = same.reduce((sum, each) => sum + each, 0);
  if (scores.length !== same.length || scores.length < 20 || yes === 0 || yes === same.length)
    return refuse({
      reason: 'too-few-judgements',
      place: 'labels',
      words: `${scores.length} judged pairs, ${yes} of them one person, are too few to calibrate by. Judge 20 or more, of both kinds.`,
    });
  let intercept = 0;
  // from nothing, in steps that are not too long: from a steep start Newton's steps run away
  let slope = 0;
  for (let round = 0; round < 200; round += 1) {
    const step = newtonStep({ scores, same, intercept, slope });
    intercept += step.intercept;
    slope += step.slope;
    if (Math.abs(step.intercept) + Math.abs(step.slope) < 1e-10) break;
  }
  return done({ intercept, slope, pairs: scores.length });
}

/** P(one person) of a score, calibrated. */
export function calibratedProbability({ intercept, slope }: Calibration, score: number): number {
  return 1 / (1 + 2 ** -(intercept + slope * score));
}

type At = {
  readonly scores: Float64Array;
  readonly same: Uint8Array;
  readonly intercept: number;
  readonly slope: number;
};

function newtonStep({ scores, same, intercept, slope }: At): { intercept: number; slope: number } {
  // the pull: a normal prior about 0 and 1 with a spread of 4 bits and of 1
  let a = -intercept / 16;
  let b = 1 - slope;
  let aa = 1 / 16;
  let ab = 0;
  let bb = 1;
  for (let pair = 0; pair < scores.length; pair += 1) {
    const score = Math.max(-60, Math.min(60, scores[pair] ?? 0));
    const p = 1 / (1 + 2 ** -(intercept + slope * score));
    const error = Math.LN2 * ((same[pair] ?? 0) - p);
    const spread = Math.LN2 ** 2 * p * (1 - p);
    a += error;
    b += error * score;
    aa += spread;
    ab += spread * score;
    bb += spread * score * score;
  }
  const determinant = aa * bb - ab * ab;
  const short = (step: number): number => Math.max(-1, Math.min(1, step));
  return { intercept: short((bb * a - ab * b) / determinant), slope: short((aa * b - ab * a) / determinant) };
}
