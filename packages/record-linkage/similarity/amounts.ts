/**
 * The seconds since 1970 that a text of a day or an instant stands for: `2012-03-04`, or with a time of day after a
 * space or a T, as DuckDB writes dates and timestamps. Undefined where it is neither, or no day of the calendar.
 */
export function secondsOf(text: string): number | undefined {
  const parts =
    /^(\d{1,4})-(\d{1,2})-(\d{1,2})(?:[ T](\d{2}):(\d{2}):(\d{2}(?:\.\d+)?))?(?:Z|\+00(?::?00)?)?$/.exec(
      text.trim(),
    );
  if (!parts) return undefined;
  const [year, month, day, hour, minute, second] = parts.slice(1).map((part) => Number(part ?? 0));
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const date = new Date(Date.UTC(2000, month - 1, day));
  date.setUTCFullYear(year, month - 1, day);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  return date.getTime() / 1000 + (hour ?? 0) * 3600 + (minute ?? 0) * 60 + (second ?? 0);
}

/** The number that a text stands for, or undefined where it stands for none. */
export function numberOf(text: string): number | undefined {
  const trimmed = text.trim();
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(trimmed)) return undefined;
  const value = Number(trimmed);
  return Number.isFinite(value) ? value : undefined;
}
