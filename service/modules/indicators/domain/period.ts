import { addDays, compareDays, dayOf } from '#platform/kernel/day.ts';
import type { Day } from '#platform/kernel/day.ts';
import type { WordsFor } from '#platform/kernel/outcome.ts';

/**
 * What a period is a whole one of. A calendar year runs from 1 January, an academic one from 1 September, a financial
 * one from 1 April (a tax year from 6 April); `year` is twelve months that end on another day (30 September, say), `half`
 * half a financial year.
 */
export type PeriodKind =
  | 'calendar'
  | 'academic'
  | 'financial'
  | 'year'
  | 'half'
  | 'term'
  | 'quarter'
  | 'month'
  | 'week'
  | 'day';

/** How settled a figure is. A file that does not say means it to stand: final. */
export type PeriodState = 'final' | 'provisional' | 'revised';

/** The days that a value speaks of, both ends included. */
export type Period = {
  readonly start: Day;
  readonly end: Day;
  readonly kind: PeriodKind;
  /** 1, or how many years were pooled into one value (3 for 2014-16); 1 for anything shorter than a year too */
  readonly years: number;
  readonly state: PeriodState;
  /** as the file wrote it */
  readonly text: string;
};

export type PeriodRefusal =
  | { reason: 'not-a-period'; text: string }
  | { reason: 'year-type-unknown'; text: string; yearType: string }
  | { reason: 'years-against-type'; text: string; yearType: string }
  | { reason: 'years-not-consecutive'; text: string };

export const periodRefusalWords: WordsFor<PeriodRefusal> = {
  'not-a-period': ({ text }) => `“${text}” is not a period of time.`,
  'year-type-unknown': ({ text, yearType }) =>
    yearType === ''
      ? `Nothing says what kind of year “${text}” is.`
      : `“${yearType}” is not a kind of year that is known, so “${text}” cannot be placed.`,
  'years-against-type': ({ text, yearType }) => `“${text}” cannot be a period of the kind “${yearType}”.`,
  'years-not-consecutive': ({ text }) => `“${text}” should name two years that follow one another.`,
};

export const periodRefusalMends: WordsFor<PeriodRefusal> = {
  'not-a-period': () =>
    'Write the period as the publisher does elsewhere in the file: 2024, 2023/24 or 2021-23.',
  'year-type-unknown': () =>
    'Import the data dictionary that belongs to this file first: it names the kind of year of every measure.',
  'years-against-type': () =>
    'Check the period against the publication, and the kind of year in the dictionary.',
  'years-not-consecutive': () => 'Write both years, the second one after the first: 202425.',
};

type Shape = Pick<Period, 'kind' | 'state' | 'text'> & { years?: number };

/** The whole years of a kind from the one that begins in `from` to the one that ends in `to`. */
export function calendarYears(from: number, to: number, shape: Omit<Shape, 'kind' | 'years'>): Period {
  return {
    start: dayOf(from, 1, 1),
    end: dayOf(to, 12, 31),
    kind: 'calendar',
    years: to - from + 1,
    ...shape,
  };
}

/** Academic years: 1 September of `from` to 31 August of `to`; 2023, 2024 is one of them. */
export function academicYears(from: number, to: number, shape: Omit<Shape, 'kind' | 'years'>): Period {
  return { start: dayOf(from, 9, 1), end: dayOf(to, 8, 31), kind: 'academic', years: to - from, ...shape };
}

/** Financial years: 1 April of `from` to 31 March of `to`; 2023, 2024 is one of them. */
export function financialYears(from: number, to: number, shape: Omit<Shape, 'kind' | 'years'>): Period {
  return { start: dayOf(from, 4, 1), end: dayOf(to, 3, 31), kind: 'financial', years: to - from, ...shape };
}

/** Twelve months (or `years` times twelve) that end on a day. */
export function yearEnding(end: Day, shape: Shape): Period {
  const year = Number(end.slice(0, 4)) - (shape.years ?? 1);
  const afterEnd = addDays(end, 1);
  const startYear = afterEnd.slice(0, 4) === end.slice(0, 4) ? year : year + 1;
  return {
    start: dayOf(startYear, Number(afterEnd.slice(5, 7)), Number(afterEnd.slice(8, 10))),
    end,
    years: 1,
    ...shape,
  };
}

/** Whole months of one year, the first and the last by number. */
export function months(year: number, [first, last]: readonly [number, number], shape: Shape): Period {
  return { start: dayOf(year, first, 1), end: lastOfMonth(year, last), years: 1, ...shape };
}

/** A week as ISO 8601 numbers it: Monday to Sunday, week 1 holding the year's first Thursday. */
export function isoWeek(
  year: number,
  week: number,
  shape: Omit<Shape, 'kind' | 'years'>,
): Period | undefined {
  const fourth = dayOf(year, 1, 4);
  const weekday = (new Date(`${fourth}T00:00:00Z`).getUTCDay() + 6) % 7;
  const start = addDays(fourth, (week - 1) * 7 - weekday);
  const thursday = addDays(start, 3);
  if (week < 1 || Number(thursday.slice(0, 4)) !== year) return undefined;
  return { start, end: addDays(start, 6), kind: 'week', years: 1, ...shape };
}

function lastOfMonth(year: number, month: number): Day {
  return month === 12 ? dayOf(year, 12, 31) : addDays(dayOf(year, month + 1, 1), -1);
}

/** A series runs by the day its periods end; of two that end together, the shorter comes first. */
export function comparePeriods(a: Period, b: Period): number {
  return compareDays(a.end, b.end) || compareDays(b.start, a.start);
}

/** The same days of the same kind, whatever the text and however settled. */
export function samePeriod(a: Period, b: Period): boolean {
  return a.start === b.start && a.end === b.end && a.kind === b.kind;
}

const settled: { readonly [State in PeriodState]: number } = { provisional: 0, revised: 1, final: 2 };

/**
 * Of two values of one period, whether a's takes the place of b's: publishers go from provisional to revised to final,
 * and a later one of equal standing takes the earlier one's place (give the later as `a`).
 */
export function revisedWins(a: Pick<Period, 'state'>, b: Pick<Period, 'state'>): boolean {
  return settled[a.state] >= settled[b.state];
}
