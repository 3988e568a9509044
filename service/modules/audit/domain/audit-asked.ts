import { addDays, type Day } from '#platform/kernel/day.ts';

/** How far back is looked, in days. */
export const periods = [7, 30, 90] as const;

/** Which entries somebody wants to see; nothing of it is personal data but the id of a colleague. */
export type AuditAsked = {
  period: (typeof periods)[number];
  /** one day alone, in the place of the period */
  day: Day | undefined;
  way: string | undefined;
  act: string | undefined;
  person: string | undefined;
  chain: string | undefined;
  before: number | undefined;
};

/** The days that are looked at. */
export function daysOf(
  { period, day }: Pick<AuditAsked, 'period' | 'day'>,
  today: Day,
): { from: Day; until: Day } {
  return day ? { from: day, until: day } : { from: addDays(today, 1 - period), until: today };
}

/** Every day from one to another. */
export function eachDay({ from, until }: { from: Day; until: Day }): Day[] {
  const days: Day[] = [];
  for (let day = from; day <= until; day = addDays(day, 1)) days.push(day);
  return days;
}
