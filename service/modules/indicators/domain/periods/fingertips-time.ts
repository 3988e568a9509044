import { done, refuse } from '#platform/kernel/outcome.ts';
import type { Outcome } from '#platform/kernel/outcome.ts';
import { academicYears, calendarYears, financialYears, months } from '../period.ts';
import type { Period, PeriodRefusal } from '../period.ts';
import { fullYear } from './lait-years.ts';

/** What a year with a stroke is, since the file does not say: the indicator's metadata calls it Financial or Academic. */
export type FingertipsTimeOptions = { strokeYear?: 'financial' | 'academic' };

export type FingertipsTime = {
  /** the column "Time period" */
  text: string;
  /** "Time period Sortable": the first year, then two digits of quarter and two of month, 20230000 for a year */
  sortable: string;
  /** "Time period range", "1y" or "3y"; '' in files of 2020, which have no such column */
  range: string;
};

const shapes = {
  year: /^(\d{4})$/,
  strokeYear: /^(\d{4})\/(\d{2})$/,
  pooled: /^(\d{4}) ?- ?(\d{2}|\d{4})$/,
  pooledStroke: /^(\d{4})\/(\d{2}) ?- ?(?:\d{2})?(\d{2})\/(\d{2})$/,
  quarter: /^(\d{4})(\/\d{2})? Q([1-4])$/,
  month: /^([A-Z][a-z]{2})[a-z]* (\d{4})$/,
};

const monthStarts = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Reads a Fingertips period, and refuses one whose sortable form or range says something else than its text. */
export function parseFingertipsTime(
  time: FingertipsTime,
  options: FingertipsTimeOptions = {},
): Outcome<Period, PeriodRefusal> {
  const found = parseText(time.text, options.strokeYear ?? 'financial');
  if (!found) return refuse({ reason: 'not-a-period', text: time.text });
  const sortedYear = /^(\d{4})\d{4}$/.exec(time.sortable)?.[1];
  if (sortedYear !== undefined && !agrees(found, Number(sortedYear)))
    return refuse({ reason: 'years-against-type', text: time.text, yearType: time.sortable });
  const range = /^(\d{1,2})y$/.exec(time.range)?.[1];
  if (
    range !== undefined &&
    (found.years !== Number(range) || found.kind === 'month' || found.kind === 'quarter')
  )
    return refuse({ reason: 'years-against-type', text: time.text, yearType: time.range });
  return done(found);
}

/** The sortable year is the first year; of a quarter or month it may be that of the financial year it lies in. */
function agrees(period: Period, sortedYear: number): boolean {
  const first = Number(period.start.slice(0, 4));
  return (
    first === sortedYear ||
    ((period.kind === 'quarter' || period.kind === 'month') && first === sortedYear + 1)
  );
}

function parseText(text: string, strokeYear: 'financial' | 'academic'): Period | undefined {
  const shape = { state: 'final' as const, text };
  const strokes = strokeYear === 'academic' ? academicYears : financialYears;
  const year = shapes.year.exec(text);
  if (year) return calendarYears(Number(year[1]), Number(year[1]), shape);
  const stroke = shapes.strokeYear.exec(text);
  if (stroke) {
    const from = Number(stroke[1]);
    return fullYear(from, Number(stroke[2])) === from + 1 ? strokes(from, from + 1, shape) : undefined;
  }
  const pooled = shapes.pooled.exec(text);
  if (pooled) {
    const from = Number(pooled[1]);
    const to = pooled[2]?.length === 4 ? Number(pooled[2]) : fullYear(from, Number(pooled[2]));
    return to > from && to - from < 10 ? calendarYears(from, to, shape) : undefined;
  }
  return pooledStroke(text, strokes) ?? partOfYear(text);
}

function pooledStroke(text: string, strokes: typeof financialYears): Period | undefined {
  const numbers = shapes.pooledStroke.exec(text)?.slice(1).map(Number);
  if (!numbers) return undefined;
  const [from = 0, fromEnd = 0, toStart = 0, toEnd = 0] = numbers;
  const last = fullYear(from, toStart);
  const ordered = fullYear(from, fromEnd) === from + 1 && fullYear(last, toEnd) === last + 1 && last > from;
  return ordered && last - from < 10 ? strokes(from, last + 1, { state: 'final', text }) : undefined;
}

function partOfYear(text: string): Period | undefined {
  const quarter = shapes.quarter.exec(text);
  if (quarter) {
    const ofFinancialYear = quarter[2] !== undefined;
    const counted = (Number(quarter[3]) - 1) * 3 + (ofFinancialYear ? 3 : 0);
    const year = Number(quarter[1]) + Math.floor(counted / 12);
    const first = (counted % 12) + 1;
    return months(year, [first, first + 2], { kind: 'quarter', state: 'final', text });
  }
  const month = shapes.month.exec(text);
  const number = month ? monthStarts.indexOf(month[1] ?? '') + 1 : 0;
  return number > 0
    ? months(Number(month?.[2]), [number, number], { kind: 'month', state: 'final', text })
    : undefined;
}
