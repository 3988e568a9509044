const day = 86_400_000;
const written = /^(\d{4})-(\d{2})-(\d{2})$/;

/**
 * The number of a day, counted from 1 January 1970, which is 0: what the columns of a trend hold.
 *
 * Units: days. Errors: undefined for text that is not a day of the calendar.
 * @example dayNumber('1970-01-02') // 1
 */
export function dayNumber(text: string): number | undefined {
  const [, year, month, date] = written.exec(text) ?? [];
  if (year === undefined || month === undefined || date === undefined) return undefined;
  const instant = Date.parse(`${text}T00:00:00Z`);
  // JavaScript takes 30 February for a day in March
  return new Date(instant).getUTCDate() === Number(date) ? instant / day : undefined;
}

/**
 * The days of a calendar year, for series that name no more than the year.
 * Errors: none; a year outside 0 to 9999 gives days that `dayNumber` does not know.
 * @example calendarYear(2024) // { firstDay: '2024-01-01', lastDay: '2024-12-31' }
 */
export function calendarYear(year: number): { readonly firstDay: string; readonly lastDay: string } {
  const four = String(year).padStart(4, '0');
  return { firstDay: `${four}-01-01`, lastDay: `${four}-12-31` };
}
