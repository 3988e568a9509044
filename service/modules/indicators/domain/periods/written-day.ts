import { dayFrom } from '#platform/kernel/day.ts';
import type { Day } from '#platform/kernel/day.ts';

/** 2024-12-31, or 31/12/2024 as English spreadsheets write it; the American order is never guessed. */
export function writtenDay(text: string): Day | undefined {
  const english = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(text);
  return dayFrom(english ? `${english[3]}-${english[2]}-${english[1]}` : text);
}
