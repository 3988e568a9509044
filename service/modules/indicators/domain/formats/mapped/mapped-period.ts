import { addDays, compareDays } from '#platform/kernel/day.ts';
import type { Day } from '#platform/kernel/day.ts';
import { done, refuse } from '#platform/kernel/outcome.ts';
import type { Outcome } from '#platform/kernel/outcome.ts';
import { academicYears, calendarYears, financialYears, months } from '../../period.ts';
import type { Period, PeriodKind, PeriodRefusal, PeriodState } from '../../period.ts';
import { fullYear } from '../../periods/lait-years.ts';
import { writtenDay } from '../../periods/written-day.ts';
import type { YearKind } from './column-mapping.ts';

type Read = Outcome<Period, PeriodRefusal>;
type Shape = { state: PeriodState; text: string };

const states: readonly (readonly [RegExp, PeriodState])[] = [
  [/\s*\((?:prov|provisional)\)$/i, 'provisional'],
  [/\s*\((?:rev|revised)\)$/i, 'revised'],
  [/\s*\(final\)$/i, 'final'],
];

/** Reads the words of one column for a period, as the kind that was said of the column. */
export function periodInCell(cell: string, years: YearKind): Read {
  const text = cell.trim();
  const marked = states.find(([mark]) => mark.test(text));
  const bare = marked ? text.replace(marked[0], '') : text;
  const shape: Shape = { state: marked?.[1] ?? 'final', text };
  const period = readers[years](bare.replaceAll(/[–—]/g, '-'), shape);
  if (period) return done(period);
  const lone = /^(?:19|20)\d{2}$/.test(bare) && (years === 'financial' || years === 'academic');
  return lone
    ? refuse({ reason: 'year-type-unknown', text, yearType: '' })
    : refuse({ reason: 'not-a-period', text });
}

type ReadAs = (text: string, shape: Shape) => Period | undefined;
type YearsOf = (from: number, to: number, shape: Shape) => Period;

const readers: { readonly [Kind in YearKind]: ReadAs } = {
  calendar,
  financial: (text, shape) => twoYears(text, shape, financialYears),
  academic: (text, shape) => twoYears(text, shape, academicYears),
  'financial-ending': (text, shape) => endingIn(text, shape, financialYears),
  'academic-ending': (text, shape) => endingIn(text, shape, academicYears),
  quarter,
  month,
  day(text, shape) {
    const day = writtenDay(text);
    return day ? { start: day, end: day, kind: 'day', years: 1, ...shape } : undefined;
  },
};

/** 2024; 2021-23, 2021-2023 and 2021 to 2023 are three years pooled. */
function calendar(text: string, shape: Shape): Period | undefined {
  const found = /^((?:19|20)\d{2})(?:\s*(?:-|to)\s*(\d{4}|\d{2}))?$/.exec(text);
  if (!found) return undefined;
  const from = Number(found[1]);
  const to = yearOf(from, found[2]);
  return to < from || to - from > 9 ? undefined : calendarYears(from, to, shape);
}

function yearOf(from: number, text: string | undefined): number {
  if (text === undefined) return from;
  return text.length === 4 ? Number(text) : fullYear(from, Number(text));
}

/** 2023/24, 2023-24, 2023/2024, 202324; 2021/22 to 2023/24 are three years pooled. */
function twoYears(text: string, shape: Shape, years: YearsOf): Period | undefined {
  const [first, last, ...more] = text.split(/\s*to\s*|\s+-\s+|(?<=\/\d{2})-(?=\d{4}\/)/).map(oneYear);
  if (!first || more.length > 0) return undefined;
  if (last === undefined) return text.includes('to') ? undefined : years(first.from, first.to, shape);
  return last.from <= first.from || last.to - first.from > 10 ? undefined : years(first.from, last.to, shape);
}

function oneYear(text: string): { from: number; to: number } | undefined {
  const found = /^((?:19|20)\d{2})(?:[/-]?(\d{2})|[/-](\d{4}))$/.exec(text.trim());
  if (!found) return undefined;
  const from = Number(found[1]);
  const to = yearOf(from, found[2] ?? found[3]);
  return to === from + 1 ? { from, to } : undefined;
}

/** A year alone is the one in which the period ends; written in full it says itself what it is. */
function endingIn(text: string, shape: Shape, years: YearsOf): Period | undefined {
  if (!/^(?:19|20)\d{2}$/.test(text)) return twoYears(text, shape, years);
  return years(Number(text) - 1, Number(text), shape);
}

/** 2024 Q1, 2024-Q1, Q1 2024: quarters of calendar years. */
function quarter(text: string, shape: Shape): Period | undefined {
  const found = /^(\d{4})[\s-]*Q([1-4])$/i.exec(text);
  const turned = /^Q([1-4])[\s-]*(\d{4})$/i.exec(text);
  const [year, number] = found ? [found[1], found[2]] : [turned?.[2], turned?.[1]];
  if (year === undefined) return undefined;
  const last = Number(number) * 3;
  return months(Number(year), [last - 2, last], { ...shape, kind: 'quarter' });
}

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** 2024-04, 04/2024, April 2024, Apr 2024. */
function month(text: string, shape: Shape): Period | undefined {
  const iso = /^(\d{4})-(\d{2})$/.exec(text);
  const english = /^(\d{2})\/(\d{4})$/.exec(text);
  const named = /^([a-z]{3,9})[\s-]+(\d{4})$/i.exec(text);
  const name = (named?.[1] ?? '').toLowerCase();
  const isName = name.length === 3 || fullNames.includes(name);
  const number = iso
    ? Number(iso[2])
    : english
      ? Number(english[1])
      : isName
        ? monthNames.indexOf(name.slice(0, 3)) + 1
        : 0;
  const year = Number(iso?.[1] ?? english?.[2] ?? named?.[2]);
  return number < 1 || number > 12 ? undefined : months(year, [number, number], { ...shape, kind: 'month' });
}

const fullNames = Array.from({ length: 12 }, (_, at) =>
  new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' })
    .format(new Date(Date.UTC(2024, at, 1)))
    .toLowerCase(),
);

/** Reads a first and a last day; what they span says what kind of period it is. */
export function periodOfDays(first: string, last: string): Read {
  const text = `${first.trim()} to ${last.trim()}`;
  const [start, end] = [writtenDay(first.trim()), writtenDay(last.trim())];
  if (!start || !end || compareDays(end, start) < 0) return refuse({ reason: 'not-a-period', text });
  const shape = kindOfSpan(start, addDays(end, 1));
  return shape
    ? done({ start, end, ...shape, state: 'final', text })
    : refuse({ reason: 'not-a-period', text });
}

/** `after` is the day after the last. */
function kindOfSpan(start: Day, after: Day): { kind: PeriodKind; years: number } | undefined {
  if (compareDays(after, addDays(start, 1)) === 0) return { kind: 'day', years: 1 };
  if (compareDays(after, addDays(start, 7)) === 0) return { kind: 'week', years: 1 };
  if (start.slice(8) !== after.slice(8)) return undefined;
  const [fromYear = 0, fromMonth = 0] = start.split('-').map(Number);
  const [toYear = 0, toMonth = 0] = after.split('-').map(Number);
  const length = (toYear - fromYear) * 12 + toMonth - fromMonth;
  const isFirst = start.endsWith('-01');
  if (length === 1 && isFirst) return { kind: 'month', years: 1 };
  if (length === 3 && isFirst && fromMonth % 3 === 1) return { kind: 'quarter', years: 1 };
  if (length === 6 && isFirst && (fromMonth === 4 || fromMonth === 10)) return { kind: 'half', years: 1 };
  if (length % 12 !== 0 || length > 120) return undefined;
  return { kind: kindOfYear(start), years: length / 12 };
}

function kindOfYear(start: Day): PeriodKind {
  const begins = start.slice(5);
  if (begins === '01-01') return 'calendar';
  if (begins === '04-01' || begins === '04-06') return 'financial';
  return begins === '09-01' ? 'academic' : 'year';
}
