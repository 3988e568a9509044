import { dayOf, type Day } from '#platform/kernel/day.ts';

/** The same day some months later; the last day of the month where there is no such day. */
export function addMonths(from: Day, months: number): Day {
  const [year = 0, month = 1, day = 1] = from.split('-').map(Number);
  const at = year * 12 + month - 1 + months;
  const [laterYear, laterMonth] = [Math.floor(at / 12), (at % 12) + 1];
  const last = new Date(Date.UTC(laterYear, laterMonth, 0)).getUTCDate();
  return dayOf(laterYear, laterMonth, Math.min(day, last));
}
