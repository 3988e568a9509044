import { sayDay } from '#platform/kernel/day.ts';
import type { Period, PeriodState } from './period.ts';

const stateWords: { readonly [State in PeriodState]: string } = {
  final: '',
  provisional: ' (provisional)',
  revised: ' (revised)',
};

/** For people: "academic year 2023 to 2024", "April 2024 to March 2025", "2014 to 2016 (3 years together)". */
export function sayPeriod(period: Period): string {
  return `${days(period)}${period.years > 1 ? ` (${period.years} years together)` : ''}${stateWords[period.state]}`;
}

function days(period: Period): string {
  const first = yearOf(period.start);
  const last = yearOf(period.end);
  switch (period.kind) {
    case 'calendar':
      return first === last ? first : `${first} to ${last}`;
    case 'academic':
      return `academic year${period.years > 1 ? 's' : ''} ${first} to ${last}`;
    case 'day':
      return sayDay(period.end);
    case 'week':
      return `${sayDay(period.start)} to ${sayDay(period.end)}`;
    default:
      return fromMonthToMonth(period);
  }
}

function fromMonthToMonth(period: Period): string {
  const first = sayMonth(period.start);
  const last = sayMonth(period.end);
  return first === last ? first : `${first} to ${last}`;
}

/** For an axis or a narrow column: "2024", "2023/24", "2014–16", "Jan 2025". */
export function shortPeriod(period: Period): string {
  const first = yearOf(period.start);
  const last = yearOf(period.end);
  switch (period.kind) {
    case 'calendar':
      return first === last ? first : `${first}–${last.slice(2)}`;
    case 'academic':
    case 'financial':
      return period.years === 1
        ? `${first}/${last.slice(2)}`
        : `${first}/${nextYear(first)}–${previousYear(last)}/${last.slice(2)}`;
    case 'year':
      return `to ${shortMonth(period)}`;
    case 'day':
    case 'week':
      return `${Number(period.end.slice(8))} ${shortMonth(period)}`;
    default:
      return period.start.slice(0, 7) === period.end.slice(0, 7)
        ? shortMonth(period)
        : `to ${shortMonth(period)}`;
  }
}

function yearOf(day: string): string {
  return day.slice(0, 4);
}

function nextYear(year: string): string {
  return String(Number(year) + 1).slice(2);
}

function previousYear(year: string): string {
  return String(Number(year) - 1).slice(2);
}

const longMonths = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', month: 'long', year: 'numeric' });
const shortMonths = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', month: 'short', year: 'numeric' });

function sayMonth(day: string): string {
  return longMonths.format(new Date(`${day}T00:00:00Z`));
}

function shortMonth(period: Period): string {
  return shortMonths.format(new Date(`${period.end}T00:00:00Z`));
}
