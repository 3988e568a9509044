import { calendarYear, dayNumber } from '#packages/statistics';

/** The days that a date or a period speaks of, both included. */
export type Period = { readonly firstDay: string; readonly lastDay: string };

type Reader = readonly [RegExp, (parts: readonly string[]) => Period | undefined];

/** How dates and periods are written, and the days that they mean. */
const readers: readonly Reader[] = [
  [/^(\d{4})$/, ([year = '']) => calendarYear(Number(year))],
  [/^(\d{4}) ?[/-] ?(\d{2}|\d{4})$/, ([year = '', next = '']) => twoYears(year, next) ?? monthOf(year, next)],
  [/^(\d{4})(\d{2})$/, ([year = '', next = '']) => twoYears(year, next) ?? monthOf(year, next)],
  [/^(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?$/, ([year = '', month = '', day = '']) => oneDay(year, month, day)],
  [/^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/, ([day = '', month = '', year = '']) => oneDay(year, month, day)],
  [/^(\d{4}) ?[/-]? ?q([1-4])$/i, ([year = '', quarter = '']) => quarterOf(year, 3 * Number(quarter) - 2)],
  [/^q([1-4]) ?(\d{4})$/i, ([quarter = '', year = '']) => quarterOf(year, 3 * Number(quarter) - 2)],
  [
    /^(\d{4})[/-](\d{2}) ?q([1-4])$/i,
    ([year = '', , quarter = '']) => quarterOf(year, 3 * Number(quarter) + 1),
  ],
  [
    /^(\d{1,2})[ -]([a-z]{3})[a-z]*[ -](\d{4})$/i,
    ([day = '', month = '', year = '']) => oneDay(year, named(month), day),
  ],
  [/^([a-z]{3})[a-z]*[ -](\d{4})$/i, ([month = '', year = '']) => monthOf(year, named(month))],
];

/** The days of a date or period as people write them: 2024, 2023/24, 2024-05, May 2024, 2024-05-31, 31/05/2024, 2024 Q2. */
export function periodOf(text: string): Period | undefined {
  for (const [written, read] of readers) {
    const [, ...parts] = written.exec(text.trim()) ?? [];
    const period = parts.length > 0 ? read(parts) : undefined;
    if (period && dayNumber(period.firstDay) !== undefined && dayNumber(period.lastDay) !== undefined)
      return period;
  }
  return undefined;
}

/** 2023/24 is the year from April, and 2023/2024 too. */
function twoYears(year: string, next: string): Period | undefined {
  const end = next.length === 2 ? Number(year.slice(0, 2) + next) : Number(next);
  const century = next === '00' ? 100 : 0;
  if (end + century !== Number(year) + 1) return undefined;
  return { firstDay: `${year}-04-01`, lastDay: `${Number(year) + 1}-03-31` };
}

function monthOf(year: string, month: string): Period | undefined {
  return months(year, Number(month), 1);
}

/** A quarter from its first month; of a year from April, months 13 to 15 are in the next one. */
function quarterOf(year: string, month: number): Period | undefined {
  return month > 12 ? months(String(Number(year) + 1), month - 12, 3) : months(year, month, 3);
}

function months(year: string, first: number, count: number): Period | undefined {
  if (!(first >= 1 && first <= 12)) return undefined;
  const last = new Date(Date.UTC(Number(year), first - 1 + count, 0));
  return { firstDay: `${year}-${padded(first)}-01`, lastDay: last.toISOString().slice(0, 10) };
}

function oneDay(year: string, month: string, day: string): Period {
  const one = `${year}-${padded(Number(month))}-${padded(Number(day))}`;
  return { firstDay: one, lastDay: one };
}

function named(month: string): string {
  const order = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
  return String(order.indexOf(month.toLowerCase()) + 1);
}

function padded(number: number): string {
  return String(number).padStart(2, '0');
}
