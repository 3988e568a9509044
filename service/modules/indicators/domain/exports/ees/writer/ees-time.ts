import { addDays, compareDays, sayDay } from '#platform/kernel/day.ts';
import type { Day } from '#platform/kernel/day.ts';
import { done, refuse } from '#platform/kernel/outcome.ts';
import type { Outcome, WordsFor } from '#platform/kernel/outcome.ts';
import { isoWeek } from '../../../period.ts';
import type { Period } from '../../../period.ts';

/**
 * Periods that may stand in one table. A table of reporting years is of one day on which they all end, since the format
 * does not say it.
 */
export type EesTableKind =
  | 'calendar-years'
  | 'academic-years'
  | 'financial-years'
  | 'tax-years'
  | `years-to-${string}`
  | 'quarters'
  | 'half-years'
  | 'terms'
  | 'two-terms'
  | 'months'
  | 'weeks';

/** A period as the format writes it. */
export type EesTime = {
  readonly table: EesTableKind;
  /** four digits, or six */
  readonly period: string;
  readonly identifier: string;
};

/** Why the format has no words for a period. */
export type EesTimeRefusal =
  | { reason: 'years-together'; years: number }
  | { reason: 'a-day'; day: Day }
  | { reason: 'past-the-last-week' }
  | { reason: 'days-not-known'; start: Day; end: Day };

export const eesTimeRefusalWords: WordsFor<EesTimeRefusal> = {
  'years-together': ({ years }) => `The format has no periods of ${years} years together.`,
  'a-day': ({ day }) => `The format has no single days (${sayDay(day)}).`,
  'past-the-last-week': () => 'The format ends its years with week 52.',
  'days-not-known': ({ start, end }) => `The format has no period from ${sayDay(start)} to ${sayDay(end)}.`,
};

type Told = Outcome<EesTime, EesTimeRefusal>;

/** Writes a period, or says why it cannot be written: a rough one in its place would be another period. */
export function eesTimeOf(period: Period): Told {
  if (period.years > 1) return refuse({ reason: 'years-together', years: period.years });
  const [from, to] = [yearOf(period.start), yearOf(period.end)];
  switch (period.kind) {
    case 'calendar':
      return time('calendar-years', String(to), 'Calendar year');
    case 'academic':
      return isFrom(period, '09-01', '08-31')
        ? time('academic-years', six(from), 'Academic year')
        : unknown(period);
    case 'financial':
      return financial(period, from);
    case 'year':
      return time(`years-to-${period.end.slice(5)}`, String(to), 'Reporting year');
    case 'quarter':
      return quarter(period);
    case 'half':
      return half(period);
    case 'term':
      return term(period);
    case 'month':
      return time('months', String(from), monthNames.format(new Date(`${period.start}T00:00:00Z`)));
    case 'week':
      return week(period);
    case 'day':
      return refuse({ reason: 'a-day', day: period.end });
  }
}

function time(table: EesTableKind, period: string, identifier: string): Told {
  return done({ table, period, identifier });
}

function unknown({ start, end }: Period): Told {
  return refuse({ reason: 'days-not-known', start, end });
}

function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}

/** 202425 for the year that begins in 2024. */
function six(from: number): string {
  return `${from}${String((from + 1) % 100).padStart(2, '0')}`;
}

function isFrom({ start, end }: Period, first: string, last: string): boolean {
  return start.endsWith(first) && end.endsWith(last);
}

function financial(period: Period, from: number): Told {
  if (isFrom(period, '04-01', '03-31')) return time('financial-years', six(from), 'Financial year');
  if (isFrom(period, '04-06', '04-05')) return time('tax-years', six(from), 'Tax year');
  return unknown(period);
}

const quarters: readonly [first: string, last: string][] = [
  ['04-01', '06-30'],
  ['07-01', '09-30'],
  ['10-01', '12-31'],
  ['01-01', '03-31'],
];

/** Quarters are those of a financial year, whichever year a publisher counted them in: the days are the same. */
function quarter(period: Period): Told {
  const at = quarters.findIndex(([first, last]) => isFrom(period, first, last));
  if (at < 0) return unknown(period);
  const from = yearOf(period.start) - (at === 3 ? 1 : 0);
  return time('quarters', six(from), `Financial year Q${at + 1}`);
}

function half(period: Period): Told {
  const from = yearOf(period.start);
  if (isFrom(period, '04-01', '09-30')) return time('half-years', six(from), 'Part 1 (April to September)');
  if (isFrom(period, '10-01', '03-31')) return time('half-years', six(from), 'Part 2 (October to March)');
  return unknown(period);
}

/** The days by which terms are counted here; see how they are read. */
function term(period: Period): Told {
  const from = yearOf(period.start);
  if (isFrom(period, '09-01', '12-31')) return time('terms', six(from), 'Autumn term');
  if (isFrom(period, '01-01', '03-31')) return time('terms', six(from - 1), 'Spring term');
  if (isFrom(period, '04-01', '08-31')) return time('terms', six(from - 1), 'Summer term');
  if (isFrom(period, '09-01', '03-31')) return time('two-terms', six(from), 'Autumn and spring term');
  return unknown(period);
}

/** A week belongs to the year of its Thursday. */
function week(period: Period): Told {
  const year = yearOf(addDays(period.start, 3));
  for (let number = 1; number <= 53; number += 1) {
    const found = isoWeek(year, number, { state: period.state, text: period.text });
    if (found && compareDays(found.start, period.start) === 0)
      return number > 52
        ? refuse({ reason: 'past-the-last-week' })
        : time('weeks', String(year), `Week ${number}`);
  }
  return unknown(period);
}

const monthNames = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', month: 'long' });

const tableWords: ReadonlyMap<string, string> = new Map([
  ['calendar-years', 'Calendar years'],
  ['academic-years', 'Academic years'],
  ['financial-years', 'Financial years'],
  ['tax-years', 'Tax years'],
  ['quarters', 'Quarters'],
  ['half-years', 'Half years'],
  ['terms', 'School terms'],
  ['two-terms', 'Autumn and spring terms together'],
  ['months', 'Months'],
  ['weeks', 'Weeks'],
]);

/** "Academic years", "Years to 30 September": which periods a table holds. */
export function sayTable(table: EesTableKind): string {
  const ends = yearsEnd(table);
  return ends === undefined ? (tableWords.get(table) ?? table) : `Years to ${sayMonthDay(ends)}`;
}

/** The month and day on which the reporting years of a table end ("09-30"); undefined for other tables. */
export function yearsEnd(table: EesTableKind): string | undefined {
  return /^years-to-(\d{2}-\d{2})$/.exec(table)?.[1];
}

const monthDays = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'long' });

function sayMonthDay(monthAndDay: string): string {
  return monthDays.format(new Date(`2000-${monthAndDay}T00:00:00Z`));
}
