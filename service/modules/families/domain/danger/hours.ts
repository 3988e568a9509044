import { addDays, dayInEngland, type Day } from '#platform/kernel/day.ts';

/** When readers are at work: on working days from and to a time of the clock in England. */
export type Hours = { opens: string; closes: string; isClosed: (day: Day) => boolean };

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** Whether readers are at work at this moment. */
export function inHours(at: Date, hours: Hours): boolean {
  const now = minuteOf(clock.format(at));
  return isWorked(dayInEngland(at), hours) && now >= minuteOf(hours.opens) && now < minuteOf(hours.closes);
}

/** How many minutes of readers' hours lie between two moments; what is longer than a fortnight counts as that. */
export function minutesInHours(from: Date, to: Date, hours: Hours): number {
  const last = dayInEngland(to);
  let minutes = 0;
  let day = dayInEngland(from);
  for (let days = 0; day <= last && days < 15; days += 1, day = addDays(day, 1)) {
    if (!isWorked(day, hours)) continue;
    const begins = Math.max(minuteOf(hours.opens), days === 0 ? minuteOf(clock.format(from)) : 0);
    const ends = Math.min(minuteOf(hours.closes), day === last ? minuteOf(clock.format(to)) : 24 * 60);
    minutes += Math.max(0, ends - begins);
  }
  return minutes;
}

/** The next time at which readers come: a day, and the time of the clock; undefined where the next fortnight has none. */
export function nextOpening(at: Date, hours: Hours): { day: Day; time: string } | undefined {
  const today = dayInEngland(at);
  const tooLate = minuteOf(clock.format(at)) >= minuteOf(hours.opens);
  for (let days = tooLate ? 1 : 0; days < 15; days += 1) {
    const day = addDays(today, days);
    if (isWorked(day, hours)) return { day, time: hours.opens };
  }
  return undefined;
}

/** The time of the clock in England, as in 14:05. */
export function timeInEngland(at: Date): string {
  return clock.format(at);
}

function isWorked(day: Day, { isClosed }: Hours): boolean {
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !isClosed(day);
}

function minuteOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}
