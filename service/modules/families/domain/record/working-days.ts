import { addDays, type Day } from '#platform/kernel/day.ts';

/** A day this many days of work later: Saturdays, Sundays and the days on which nobody works are left out. */
export function workingDaysAfter(from: Day, days: number, isClosed: (day: Day) => boolean): Day {
  let at = from;
  for (let left = days; left > 0;) {
    at = addDays(at, 1);
    const weekday = new Date(`${at}T00:00:00Z`).getUTCDay();
    if (weekday !== 0 && weekday !== 6 && !isClosed(at)) left -= 1;
  }
  return at;
}
