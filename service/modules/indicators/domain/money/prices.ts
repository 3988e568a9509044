import type { Deflators } from '#reference/deflators.ts';
import { sayYear } from './financial-year.ts';

/** In whose prices sums are shown: as they were paid, or all in those of one year. */
export type Prices = { kind: 'as-paid' } | { kind: 'real'; year: number };

/**
 * What an amount of one financial year is in the prices of another: amount × index(to) / index(from).
 * Undefined where the table of deflators lacks one of the two years.
 */
export function inPricesOf(
  amount: number,
  { from, to, deflators }: { from: number; to: number; deflators: Deflators },
): number | undefined {
  const [before, after] = [deflators.index.get(from), deflators.index.get(to)];
  return before === undefined || after === undefined ? undefined : (amount * after) / before;
}

/** Lines of money in the prices asked for; those of a year without a deflator are left out and counted. Posts are no money. */
export function priced<Line extends { amount: number; year: number; kind: 'spend' | 'staff' }>(
  lines: readonly Line[],
  { prices, deflators }: { prices: Prices; deflators: Deflators },
): { lines: readonly Line[]; withoutDeflator: number } {
  if (prices.kind === 'as-paid') return { lines, withoutDeflator: 0 };
  const found = lines.flatMap((line) => {
    if (line.kind === 'staff') return [line];
    const amount = inPricesOf(line.amount, { from: line.year, to: prices.year, deflators });
    return amount === undefined ? [] : [{ ...line, amount }];
  });
  return { lines: found, withoutDeflator: lines.length - found.length };
}

/** For people: in whose prices sums are. */
export function sayPrices(prices: Prices): string {
  return prices.kind === 'as-paid' ? 'as paid at the time' : `in the prices of ${sayYear(prices.year)}`;
}
