import { quartileBand, quartileBounds, rankOf } from '#packages/statistics';
import type { Polarity, QuartileBand } from '#packages/statistics';
import { isNumber } from '../value.ts';
import type { Value } from '../value.ts';

/** Where an area stands among areas of its kind in one period. Rank, and never significance. */
export type Standing =
  | { ranked: true; rank: number; of: number; tied: number; band: QuartileBand | undefined }
  | { ranked: false; reason: 'no-value' | 'no-judgement' | 'alone' };

/** The rank of a value among all areas of its kind, its own among them; 1 is best. */
export function standingOf(given: {
  value: Value;
  all: readonly (number | undefined)[];
  polarity: Polarity;
}): Standing {
  const value = isNumber(given.value) ? given.value : undefined;
  const came = rankOf({ value, all: given.all, polarity: given.polarity });
  if (!came.done) return { ranked: false, reason: came.refusal.reason };
  if (came.value.of < 2) return { ranked: false, reason: 'alone' };
  const bounds = quartileBounds(given.all);
  const band = bounds.done
    ? quartileBand({ value, bounds: bounds.value, polarity: given.polarity })
    : undefined;
  return { ranked: true, ...came.value, band: band?.done ? band.value : undefined };
}

const quarters: { readonly [Band in QuartileBand]: string } = {
  A: 'in the best quarter',
  B: 'in the upper half',
  C: 'in the lower half',
  D: 'in the lowest quarter',
};

const noRank = {
  'no-value': 'No rank: there is no number',
  'no-judgement': 'No rank: neither high nor low is better in itself',
  alone: 'No rank: no other area has a number for these days',
} as const;

/** "Rank 120 of 151: in the lowest quarter"; 1 is best. */
export function sayStanding(standing: Standing): string {
  if (!standing.ranked) return noRank[standing.reason];
  const shared = standing.tied > 0 ? `, shared with ${standing.tied}` : '';
  const quarter = sayQuarter(standing);
  return `Rank ${standing.rank} of ${standing.of}${shared}${quarter ? `: ${quarter}` : ''}`;
}

/** "in the lowest quarter", of the areas ranked. */
export function sayQuarter(standing: Standing): string | undefined {
  return standing.ranked && standing.band ? quarters[standing.band] : undefined;
}
