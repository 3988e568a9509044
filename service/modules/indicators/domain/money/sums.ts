import { helps, type Help } from './money-line.ts';
import type { CountedLine } from './shown-lines.ts';

/** What lines are put together by. */
export const sumsBy = ['help', 'zone', 'partner', 'year'] as const;

export type SumsBy = (typeof sumsBy)[number];

export type Sum = { readonly key: string; readonly amount: number; readonly lines: number };

/** The sums of lines, by one of their sides: the largest first, early before late, years in order. */
export function sumsOf(lines: readonly CountedLine[], by: SumsBy): readonly Sum[] {
  const groups = Map.groupBy(lines, (line) => keyOf(line, by));
  const sums = [...groups].map(([key, found]) => ({
    key,
    amount: found.reduce((sum, { amount }) => sum + amount, 0),
    lines: found.length,
  }));
  if (by === 'help') return helps.flatMap((help) => sums.filter(({ key }) => key === help));
  if (by === 'year') return sums.toSorted((a, b) => Number(a.key) - Number(b.key));
  return sums.toSorted((a, b) => b.amount - a.amount || a.key.localeCompare(b.key, 'en-GB'));
}

function keyOf(line: CountedLine, by: SumsBy): string {
  switch (by) {
    case 'help':
      return line.help;
    case 'zone':
      return line.areaCode;
    case 'partner':
      return line.partner;
    case 'year':
      return String(line.year);
  }
}

/** Early is for everybody and early help; late is what the law requires once it is late; targeted help lies between. */
export type Shares = {
  readonly year: number;
  readonly total: number;
  /** shares of the total, 0 to 100 */
  readonly early: number;
  readonly targeted: number;
  readonly late: number;
};

/** Of each year's spend, how much was early and how much late; a year in which nothing was spent has no shares. */
export function sharesByYear(lines: readonly CountedLine[]): readonly Shares[] {
  return [...Map.groupBy(lines, ({ year }) => year)]
    .toSorted(([a], [b]) => a - b)
    .flatMap(([year, found]) => {
      const of = (...which: readonly Help[]) =>
        found.reduce((sum, { help, amount }) => sum + (which.includes(help) ? amount : 0), 0);
      const total = of(...helps);
      if (total <= 0) return [];
      const share = (part: number) => (100 * part) / total;
      return [
        {
          year,
          total,
          early: share(of('universal', 'early')),
          targeted: share(of('targeted')),
          late: share(of('statutory')),
        },
      ];
    });
}
