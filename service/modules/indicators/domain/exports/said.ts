import type { Overruled, Sayable } from '../report/overruling.ts';
import { wordOfComparison, type JudgedComparison } from '../scorecard/comparison.ts';
import type { JudgedTrend } from '../scorecard/trend.ts';

/** A verdict in one word, and whether it is an analyst's. */
export type StandingWord = { verdict: Sayable; overruled: boolean };

/** What a comparison came to, as pages show it. */
export function standingComparison(comparison: JudgedComparison): StandingWord {
  return standingWord(comparison.overruled, wordOfComparison(comparison), 'not-compared');
}

/** The same of a trend. */
export function standingTrend(trend: JudgedTrend): StandingWord {
  return standingWord(trend.overruled, trend.came.verdict, 'cannot-be-calculated');
}

/** The analysts' word goes before ours; where two analysts disagree nothing is said but their words. */
function standingWord({ standing }: Overruled, workedOut: Sayable, disputed: Sayable): StandingWord {
  const said = [...new Set(standing.map((one) => one.said))];
  const [only] = said;
  if (only === undefined) return { verdict: workedOut, overruled: false };
  return { verdict: said.length === 1 ? only : disputed, overruled: true };
}

/** A number with no more decimals than the page shows. */
export function rounded(value: number | undefined, decimals: number): number | null {
  return value === undefined ? null : Number(value.toFixed(decimals));
}
