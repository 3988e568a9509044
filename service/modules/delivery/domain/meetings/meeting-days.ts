import { addDays, compareDays, dayFrom, sayDay, type Day } from '#platform/kernel/day.ts';

/**
 * On which day of a month a body meets: the second Monday, the last Thursday, or the 15th. Monday is 1, Sunday is 7, as in
 * ISO 8601.
 */
export type DayOfMonth =
  | { way: 'weekday'; nth: 1 | 2 | 3 | 4 | 'last'; weekday: number }
  | { way: 'fixed'; day: number };

/** A span of days on which nobody should have to meet, both ends taken in. */
export type Closed = { from: Day; to: Day; because: string };

/** The weekday of a day, Monday being 1. */
export function weekdayOf(day: Day): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}

/** The day of a month that a pattern names; the last day of the month where it has no such day. */
export function dayInMonth(pattern: DayOfMonth, year: number, month: number): Day {
  const last = lastDay(year, month);
  if (pattern.way === 'fixed') return numbered(year, month, Math.min(Math.max(pattern.day, 1), last));
  if (pattern.nth === 'last') {
    const end = numbered(year, month, last);
    return addDays(end, -((weekdayOf(end) - pattern.weekday + 7) % 7));
  }
  const first = numbered(year, month, 1);
  return addDays(first, ((pattern.weekday - weekdayOf(first) + 7) % 7) + 7 * (pattern.nth - 1));
}

/** A day on which people can meet, and why it is not the day that the pattern names. */
export type OpenDay = { on: Day; instead: { of: Day; because: string } | undefined };

const mostDaysLater = 60;

/**
 * The first day from one named on which people can meet: by weekdays a week later each time, so that it stays a Monday;
 * for fixed days the next working day.
 */
export function openDay(named: Day, pattern: DayOfMonth, closed: readonly Closed[]): OpenDay {
  const step = pattern.way === 'weekday' ? 7 : 1;
  const because = whyClosed(named, pattern, closed);
  if (because === undefined) return { on: named, instead: undefined };
  let day = named;
  for (let later = 0; later < mostDaysLater; later += step) {
    day = addDays(day, step);
    if (whyClosed(day, pattern, closed) === undefined) break;
  }
  return { on: day, instead: { of: named, because } };
}

function whyClosed(day: Day, pattern: DayOfMonth, closed: readonly Closed[]): string | undefined {
  const span = closed.find(({ from, to }) => compareDays(from, day) <= 0 && compareDays(day, to) <= 0);
  if (span) return span.because;
  return pattern.way === 'fixed' && weekdayOf(day) > 5 ? 'a weekend' : undefined;
}

export const weekdayNames = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
] as const;

/** "Monday 11 January 2027" */
export function sayMeetingDay(day: Day): string {
  return `${weekdayNames[weekdayOf(day) - 1] ?? ''} ${sayDay(day)}`;
}

function lastDay(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function numbered(year: number, month: number, day: number): Day {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  const found = dayFrom(text);
  if (!found) throw new RangeError(`no such day: ${text}`);
  return found;
}
