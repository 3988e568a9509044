/** A day as a number: days since 1 January 1970. */
export function dayOf(year: number, month: number, day: number): number {
  return Math.round(Date.UTC(year, month - 1, day) / 86_400_000);
}

/** The day as year-month-day. */
export function written(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

/** The day on which records are read: children are 0 to 17 on it. */
export const today = dayOf(2025, 8, 31);

/** The first birthday of anybody. */
export const oldest = dayOf(2007, 9, 1);
