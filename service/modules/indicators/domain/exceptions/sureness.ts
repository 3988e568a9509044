import type { ScorecardRow } from '../scorecard/row.ts';

/** The width of 95% limits, in standard errors. */
const z95 = 1.959963984540054;

/** Three standard errors: chance alone goes so far fewer than 3 times in 1,000. */
export const farBeyondChance = 3;

/**
 * How many standard errors England lies from the area, on the side of the limit that faces it; undefined where nothing was
 * compared. Limits that touch the figure itself leave no doubt at all, which is the most that can be said.
 */
export function surenessOf({ comparison, benchmark, latest }: ScorecardRow): number | undefined {
  if (!comparison?.compared || benchmark.kind !== 'usable' || typeof latest?.value !== 'number')
    return undefined;
  const { lower, upper } = comparison.limits;
  // where England has no figure of the latest days, an earlier figure was compared, and stands amid its limits
  const value = benchmark.samePeriodAsLatest ? latest.value : (lower + upper) / 2;
  const england = benchmark.figure.value;
  const distance = Math.abs(england - value);
  if (distance === 0) return 0;
  const error = Math.abs((england > value ? upper : lower) - value) / z95;
  return error === 0 ? mostSure : Math.min(mostSure, distance / error);
}

const mostSure = 99;

/** "chance alone would do this fewer than 3 times in 1,000". */
export function saySureness(sureness: number): string {
  if (sureness >= 4) return 'chance alone would do this less than once in 10,000 times';
  if (sureness >= farBeyondChance) return 'chance alone would do this fewer than 3 times in 1,000';
  if (sureness >= 2.576) return 'chance alone would do this about once in 100 times';
  return 'chance alone would do this up to 5 times in 100';
}
