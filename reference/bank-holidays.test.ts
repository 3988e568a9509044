import assert from 'node:assert/strict';
import { test } from 'node:test';
import { englishBankHolidays, readBankHolidays } from './bank-holidays.ts';

const dayMs = 86_400_000;
const at = (year: number, month: number, day: number) => new Date(Date.UTC(year, month - 1, day));
const on = (day: Date) => day.toISOString().slice(0, 10);
const plus = (day: Date, days: number) => new Date(day.getTime() + days * dayMs);

/** Easter Sunday by the Gregorian rule (the "anonymous" form of it). */
function easter(year: number): Date {
  const a = year % 19;
  const [b, c] = [Math.floor(year / 100), year % 100];
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const m = Math.floor((a + 11 * d + 22 * e) / 451);
  const month = Math.floor((d + e - 7 * m + 114) / 31);
  return at(year, month, ((d + e - 7 * m + 114) % 31) + 1);
}

const mondayFrom = (day: Date) => plus(day, (8 - day.getUTCDay()) % 7);
const lastMonday = (year: number, month: number) => mondayFrom(at(year, month, 25));

/** The days of a year by the Act of 1971, worked out apart from the table. */
function ofYear(year: number): string[] {
  const free = (day: Date, taken: readonly string[]): Date =>
    day.getUTCDay() % 6 === 0 || taken.includes(on(day)) ? free(plus(day, 1), taken) : day;
  const days = [free(at(year, 1, 1), []), plus(easter(year), -2), plus(easter(year), 1)].map(on);
  days.push(on(mondayFrom(at(year, 5, 1))), on(lastMonday(year, 5)), on(lastMonday(year, 8)));
  // Christmas and Boxing Day: each that falls on a weekend is kept on a day that the other has not taken
  const fixed = [at(year, 12, 25), at(year, 12, 26)];
  const working = fixed.filter((day) => day.getUTCDay() % 6 !== 0).map(on);
  for (const day of fixed) if (day.getUTCDay() % 6 === 0) working.push(on(free(day, working)));
  return [...days, ...working].toSorted();
}

test('H03 the bank holidays of every year are those that the Act gives, worked out apart', () => {
  const { days, knownUntil } = englishBankHolidays();
  const last = Number(knownUntil.slice(0, 4));
  for (let year = 2024; year <= last; year += 1)
    assert.deepEqual(
      [...days.keys()].filter((day) => day.startsWith(`${year}-`)).toSorted(),
      ofYear(year),
      String(year),
    );
});

test('a table with a year left out is refused', () => {
  const text = `name: X\npublisher: X\nlink: https://x.example\nlicence: X\npublished: 2026\ndays:\n  2026-01-01: a\n  2028-01-01: b\n`;
  assert.throws(() => readBankHolidays(text), /a year between two others has none/);
});
