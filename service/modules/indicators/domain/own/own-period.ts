import type { Day } from '#platform/kernel/day.ts';
import { academicYears, calendarYears, financialYears, months, type Period } from '../period.ts';
import type { OwnRhythm } from './own-measure.ts';

/** The periods of a rhythm that have ended, newest first: those for which a figure can be entered. */
export function periodsToEnter(rhythm: OwnRhythm, today: Day, most: number): Period[] {
  const year = Number(today.slice(0, 4));
  const found: Period[] = [];
  for (let from = year; found.length < most && from > year - 60; from -= 1)
    found.push(...beginningIn(rhythm, from).filter(({ end }) => end < today));
  return found.slice(0, most);
}

/** The period of a rhythm that begins on a day and has ended; undefined where none does. */
export function ownPeriod(rhythm: OwnRhythm, start: string, today: Day): Period | undefined {
  const year = Number(/^\d{4}/.exec(start)?.[0] ?? Number.NaN);
  if (!Number.isInteger(year) || year < 1900) return undefined;
  return beginningIn(rhythm, year).find((period) => period.start === start && period.end < today);
}

/** Newest first. */
function beginningIn(rhythm: OwnRhythm, year: number): Period[] {
  const shape = (text: string) => ({ state: 'final' as const, text });
  const short = String(year + 1).slice(2);
  switch (rhythm) {
    case 'calendar':
      return [calendarYears(year, year, shape(String(year)))];
    case 'financial':
      return [financialYears(year, year + 1, shape(`${year}/${short}`))];
    case 'academic':
      return [academicYears(year, year + 1, shape(`${year}/${short}`))];
    case 'quarter':
      return [10, 7, 4, 1].map((month) =>
        months(year, [month, month + 2], { ...shape(`${year} Q${(month + 2) / 3}`), kind: 'quarter' }),
      );
    case 'month':
      return Array.from({ length: 12 }, (_, index) => 12 - index).map((month) =>
        months(year, [month, month], {
          ...shape(`${year}-${String(month).padStart(2, '0')}`),
          kind: 'month',
        }),
      );
  }
}
