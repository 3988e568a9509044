// The casts in this file are the only way to make a branded value: each is a day's constructor.
/* oxlint-disable typescript/no-unsafe-type-assertion */

declare const day: unique symbol;

/** A calendar day, `YYYY-MM-DD`, with no time and no zone: what law, plans and statistics speak of. */
export type Day = string & { readonly [day]: true };

const shape = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Reads a day; undefined where it is not one that exists (2026-02-29, say). */
export function dayFrom(text: string): Day | undefined {
  const match = shape.exec(text);
  if (!match) return undefined;
  const instant = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text)
    ? (text as Day)
    : undefined;
}

/** The day of these numbers (month 1 to 12); throws on a day that does not exist, which is a fault of the caller. */
export function dayOf(year: number, month: number, dayOfMonth: number): Day {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`;
  const found = dayFrom(text);
  if (!found) throw new RangeError(`no such day: ${text}`);
  return found;
}

/** The day it is in England at an instant. */
export function dayInEngland(instant: Date): Day {
  const parts = inEngland.format(instant);
  const found = dayFrom(parts);
  if (!found) throw new RangeError(`no day in ${parts}`);
  return found;
}

// both made once: making one costs far more than using it
const inEngland = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', dateStyle: 'short' });

/** Days later (or earlier, where negative). */
export function addDays(from: Day, days: number): Day {
  const instant = new Date(`${from}T00:00:00Z`);
  instant.setUTCDate(instant.getUTCDate() + days);
  return instant.toISOString().slice(0, 10) as Day;
}

/** Negative where a is before b, zero where they are the same day. */
export function compareDays(a: Day, b: Day): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** For people: "3 September 2026". */
export function sayDay(value: Day): string {
  return longDay.format(new Date(`${value}T00:00:00Z`));
}

const longDay = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', dateStyle: 'long' });
