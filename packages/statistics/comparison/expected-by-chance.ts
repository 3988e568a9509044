import { tail } from '../intervals/confidence.ts';
import type { ConfidenceLevel } from '../intervals/confidence.ts';
import { done, refuse } from '../result.ts';
import type { Result } from '../result.ts';

/** What chance alone would give. */
export type ExpectedByChance = {
  /** "worse" verdicts among areas or measures that are all just like their benchmark */
  readonly expected: number;
  /** the same of "better" and "worse" together */
  readonly different: number;
  /** of as many "worse" as were found, or more, by chance alone */
  readonly probability: number;
};

/** Why nothing can be said of chance. */
export type ChanceRefusal =
  /** not a whole number from 0 to a thousand million */
  | { readonly reason: 'not-a-number-of-comparisons'; readonly comparisons: number }
  /** not a whole number from 0 to the number of comparisons */
  | { readonly reason: 'not-a-number-found'; readonly found: number };

const most = 1e9;

/**
 * How many "worse" verdicts chance alone would give among independent comparisons, and how likely it is to give as many
 * as were found.
 *
 * Formula: with p = α/2 (0.025 at 95%, 0.001 at 99.8%), expected np; probability Σⱼ₌ₖⁿ C(n, j) pʲ(1 − p)ⁿ⁻ʲ.
 * Units: comparisons. Errors: refused for numbers that are not whole, negative, or beyond a thousand million.
 * Measures of one place are seldom independent: where they move together, chance gives "worse" verdicts in clusters, and
 * the probability told here is too small. The expected number holds all the same.
 * Source: the binomial distribution.
 * @example expectedByChance({ comparisons: 40, found: 3, level: 0.95 }) // expected 1, probability 0.0779…
 */
export function expectedByChance(given: {
  readonly comparisons: number;
  /** how many came out "worse" */
  readonly found: number;
  readonly level: ConfidenceLevel;
}): Result<ExpectedByChance, ChanceRefusal> {
  const { comparisons, found, level } = given;
  if (!Number.isSafeInteger(comparisons) || comparisons < 0 || comparisons > most)
    return refuse({ reason: 'not-a-number-of-comparisons', comparisons });
  if (!Number.isSafeInteger(found) || found < 0 || found > comparisons)
    return refuse({ reason: 'not-a-number-found', found });
  const share = tail(level);
  return done({
    expected: comparisons * share,
    different: comparisons * share * 2,
    probability: probabilityOfAtLeast(found, comparisons, share),
  });
}

/** What is smaller than this share of a sum no longer changes it. */
const negligible = 1e-18;
/** Beyond this a term is nothing: the smallest numbers no longer shrink when they are multiplied. */
const nothing = 1e-300;

/**
 * Terms as shares of the largest one, each from its neighbour, so that nothing leaves the range of numbers however many
 * comparisons there are.
 */
function probabilityOfAtLeast(found: number, of: number, share: number): number {
  const odds = share / (1 - share);
  const mode = Math.min(of, Math.floor((of + 1) * share));
  let [below, above] = [0, 0];
  let term = 1;
  for (let number = mode; number <= of && term > nothing; number += 1) {
    if (number >= found) above += term;
    else below += term;
    if (number >= found && term < negligible * above) break;
    term *= ((of - number) / (number + 1)) * odds;
  }
  term = 1;
  for (let number = mode; number > 0; number -= 1) {
    term *= number / (of - number + 1) / odds;
    if (number - 1 >= found) above += term;
    else below += term;
    if (term < negligible * (above + below)) break;
  }
  return above / (above + below);
}
