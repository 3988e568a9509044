import { normalDeviate } from '../intervals/confidence.ts';
import type { ConfidenceLevel, Limits } from '../intervals/confidence.ts';
import type { FittedLine } from './weighted-line.ts';

/** slope ∓ z · its standard error. */
export function slopeLimits(line: FittedLine, level: ConfidenceLevel): Limits {
  const reach = normalDeviate(level) * Math.sqrt(line.varianceOfSlope);
  return { lower: line.slope - reach, upper: line.slope + reach };
}

/**
 * Limits of (intercept + slope)/intercept: all ratios r for which end − r · intercept is within z standard errors of 0.
 * Undefined where the intercept itself is not surely above 0, because then no ratio can be ruled out.
 * Source: Fieller (1954), Some problems in interval estimation, Journal of the Royal Statistical Society B 16, 175-185.
 */
export function ratioLimits(line: FittedLine, level: ConfidenceLevel): Limits | undefined {
  const squared = normalDeviate(level) ** 2;
  const end = line.intercept + line.slope;
  const varianceOfEnd = line.varianceOfIntercept + line.varianceOfSlope + 2 * line.covariance;
  const together = line.varianceOfIntercept + line.covariance;
  const square = line.intercept ** 2 - squared * line.varianceOfIntercept;
  if (!(line.intercept > 0 && square > 0)) return undefined;
  const middle = end * line.intercept - squared * together;
  const rest = end ** 2 - squared * varianceOfEnd;
  const root = Math.sqrt(Math.max(0, middle ** 2 - square * rest));
  return { lower: (middle - root) / square, upper: (middle + root) / square };
}
