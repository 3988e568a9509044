import { dayOf } from '#platform/kernel/day.ts';
import { done, refuse } from '#platform/kernel/outcome.ts';
import type { Outcome } from '#platform/kernel/outcome.ts';
import { academicYears, calendarYears, financialYears, months, yearEnding } from '../period.ts';
import type { Period, PeriodRefusal, PeriodState } from '../period.ts';

/** LAIT's free text ends in a word on how settled the figure is; "OT" is outturn, what was spent and not budgeted. */
const states: ReadonlyMap<string, PeriodState> = new Map([
  ['rev', 'revised'],
  ['prov', 'provisional'],
  ['final', 'final'],
  ['ot', 'final'],
]);

const oneYear = /^(\d{4})$/;
const twoYears = /^(\d{4})[-/](\d{2})$/;
const pooledYears = /^(\d{4})\/(\d{2})-(\d{2})\/(\d{2})$/;

type Shape = { state: PeriodState; text: string };

/**
 * Reads LAIT's `Years` with the `Year_Type` that its data dictionary gives for the measure. A single year names the one
 * in which the period ends: "2025" of an academic year is 2024/25 (checked on its figures against the publications).
 */
export function parseLaitYears(text: string, yearType: string): Outcome<Period, PeriodRefusal> {
  const marked = /^(.*?) \(([A-Za-z]+)\)$/.exec(text);
  const state = marked ? states.get((marked[2] ?? '').toLowerCase()) : 'final';
  if (state === undefined) return refuse({ reason: 'not-a-period', text });
  const years = marked ? (marked[1] ?? '') : text;
  const shape: Shape = { state, text };
  const single = oneYear.exec(years);
  if (single) return singleYear(Number(single[1]), yearType, shape);
  const double = twoYears.exec(years);
  if (double)
    return spanOf(Number(double[1]), Number(double[2]), { yearType, slash: years.includes('/'), shape });
  const pooled = pooledYears.exec(years);
  if (pooled) return pooledSpan(pooled.slice(1).map(Number), yearType, shape);
  return refuse({ reason: 'not-a-period', text });
}

function singleYear(year: number, yearType: string, shape: Shape): Outcome<Period, PeriodRefusal> {
  switch (yearType) {
    case 'Academic Year':
      return done(academicYears(year - 1, year, shape));
    case 'Financial Year':
    // The dictionary's "Annual" measures are all children's social care rates and counts, taken at 31 March.
    case 'Annual':
      return done(financialYears(year - 1, year, shape));
    case 'Calendar Year':
      return done(calendarYears(year, year, shape));
    case 'Annual - January':
      return done(months(year, [1, 1], { kind: 'month', ...shape }));
    case 'Annual (end of Sept)':
      return done(yearEnding(dayOf(year, 9, 30), { kind: 'year', ...shape }));
    default:
      return refuse({ reason: 'year-type-unknown', text: shape.text, yearType });
  }
}

type Span = { yearType: string; slash: boolean; shape: Shape };

/** "2015-16" and "2015/16" are one academic or financial year; "2014-16" of a calendar measure is three years pooled. */
function spanOf(
  from: number,
  toShort: number,
  { yearType, slash, shape }: Span,
): Outcome<Period, PeriodRefusal> {
  const to = fullYear(from, toShort);
  const against = refuse({ reason: 'years-against-type', text: shape.text, yearType });
  switch (yearType) {
    case 'Academic Year':
      return to === from + 1 ? done(academicYears(from, to, shape)) : against;
    case 'Financial Year':
    case 'Annual':
      return to === from + 1 ? done(financialYears(from, to, shape)) : against;
    case 'Calendar Year':
      return slash || to <= from || to - from > 9 ? against : done(calendarYears(from, to, shape));
    case 'Annual - January':
    case 'Annual (end of Sept)':
      return against;
    default:
      return refuse({ reason: 'year-type-unknown', text: shape.text, yearType });
  }
}

/** "2013/14-15/16": the years 2013/14, 2014/15 and 2015/16 together. */
function pooledSpan(
  numbers: readonly number[],
  yearType: string,
  shape: Shape,
): Outcome<Period, PeriodRefusal> {
  const [from = 0, fromEnd = 0, toStart = 0, toEnd = 0] = numbers;
  const last = fullYear(from, toStart);
  const ordered = fullYear(from, fromEnd) === from + 1 && fullYear(last, toEnd) === last + 1 && last > from;
  const against = refuse({ reason: 'years-against-type', text: shape.text, yearType });
  if (!ordered || last - from > 9) return against;
  if (yearType === 'Academic Year') return done(academicYears(from, last + 1, shape));
  if (yearType === 'Financial Year' || yearType === 'Annual')
    return done(financialYears(from, last + 1, shape));
  return yearType === 'Calendar Year'
    ? against
    : refuse({ reason: 'year-type-unknown', text: shape.text, yearType });
}

/** The year that two digits mean after a year in full: 16 after 2014 is 2016, 00 after 1999 is 2000. */
export function fullYear(after: number, short: number): number {
  const century = after - (after % 100);
  return century + short < after ? century + 100 + short : century + short;
}
