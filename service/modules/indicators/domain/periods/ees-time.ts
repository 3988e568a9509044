import { dayFrom, dayOf } from '#platform/kernel/day.ts';
import { done, refuse } from '#platform/kernel/outcome.ts';
import type { Outcome } from '#platform/kernel/outcome.ts';
import { academicYears, calendarYears, financialYears, isoWeek, months, yearEnding } from '../period.ts';
import type { Period, PeriodRefusal, PeriodState } from '../period.ts';

const monthNames = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/**
 * The days by which the law counts terms, since schools' own dates differ: terms end on 31 December, 31 March and
 * 31 August (the days prescribed for the start of compulsory school age, 1998). `ends` counts years after the first.
 */
const terms: ReadonlyMap<string, { start: [number, string]; end: [number, string] }> = new Map([
  ['autumn term', { start: [0, '09-01'], end: [0, '12-31'] }],
  ['spring term', { start: [1, '01-01'], end: [1, '03-31'] }],
  ['summer term', { start: [1, '04-01'], end: [1, '08-31'] }],
  ['autumn and spring term', { start: [0, '09-01'], end: [1, '03-31'] }],
]);

/** What a reporting year ends on is not in the file: "03-31" suits social care, "06-30" mid-year populations. */
export type EesTimeOptions = { reportingYearEnds?: string; state?: PeriodState };

type Written = { text: string; identifier: string; state: PeriodState; reportingYearEnds: string };
type WrittenShape = Pick<Period, 'state' | 'text'>;
type Read = Outcome<Period, PeriodRefusal>;

/** Reads `time_period` (four or six digits) with its `time_identifier`, whatever the case of its letters. */
export function parseEesTime(timePeriod: string, timeIdentifier: string, options: EesTimeOptions = {}): Read {
  const written: Written = {
    text: timeIdentifier === '' ? timePeriod : `${timePeriod} ${timeIdentifier}`,
    identifier: timeIdentifier.trim().toLowerCase(),
    state: options.state ?? 'final',
    reportingYearEnds: options.reportingYearEnds ?? '03-31',
  };
  if (/^\d{4}$/.test(timePeriod)) return ofOneYear(Number(timePeriod), written);
  if (!/^\d{6}$/.test(timePeriod)) return refuse({ reason: 'not-a-period', text: written.text });
  const from = Number(timePeriod.slice(0, 4));
  if ((from + 1) % 100 !== Number(timePeriod.slice(4)))
    return refuse({ reason: 'years-not-consecutive', text: timePeriod });
  return ofTwoYears(from, written);
}

function ofOneYear(year: number, { identifier, state, text, reportingYearEnds }: Written): Read {
  const shape = { state, text };
  if (identifier === 'calendar year') return done(calendarYears(year, year, shape));
  if (identifier === 'reporting year') return reportingYear(year, reportingYearEnds, shape);
  const month = monthNames.indexOf(identifier);
  if (month >= 0) return done(months(year, [month + 1, month + 1], { kind: 'month', ...shape }));
  const quarter = /^calendar year q([1-4])$/.exec(identifier);
  if (quarter) return done(quarterFrom(year, { firstMonth: 1, quarter: Number(quarter[1]) }, shape));
  const week = /^week (\d{1,2})$/.exec(identifier);
  const found = week ? isoWeek(year, Number(week[1]), shape) : undefined;
  return found ? done(found) : unplaced(identifier, text, 6);
}

function ofTwoYears(from: number, { identifier, state, text }: Written): Read {
  const shape = { state, text };
  if (identifier === 'academic year') return done(academicYears(from, from + 1, shape));
  if (identifier === 'financial year') return done(financialYears(from, from + 1, shape));
  if (identifier === 'tax year')
    return done(yearEnding(dayOf(from + 1, 4, 5), { kind: 'financial', ...shape }));
  const term = terms.get(identifier);
  if (term) return done({ ...days(from, term.start, term.end), kind: 'term', years: 1, ...shape });
  const quarter = /^(academic|financial) year q([1-4])$/.exec(identifier);
  if (quarter)
    return done(
      quarterFrom(
        from,
        { firstMonth: quarter[1] === 'academic' ? 9 : 4, quarter: Number(quarter[2]) },
        shape,
      ),
    );
  if (identifier === 'part 1 (april to september)')
    return done({ ...days(from, [0, '04-01'], [0, '09-30']), kind: 'half', years: 1, ...shape });
  if (identifier === 'part 2 (october to march)')
    return done({ ...days(from, [0, '10-01'], [1, '03-31']), kind: 'half', years: 1, ...shape });
  return unplaced(identifier, text, 4);
}

/** Which of the two it is: a known kind of period with the wrong number of digits, or none that is known. */
function unplaced(identifier: string, text: string, digits: 4 | 6): Read {
  const other: Written = { identifier, text, state: 'final', reportingYearEnds: '03-31' };
  const known = identifier !== '' && knownWith(digits, other);
  return refuse(
    known ? { reason: 'years-against-type', text, yearType: identifier } : { reason: 'not-a-period', text },
  );
}

const fourDigits = /^(calendar year( q[1-4])?|reporting year|week \d{1,2})$/;
const sixDigits = /^((academic|financial) year( q[1-4])?|tax year|part [12] \(.*\))$/;

function knownWith(digits: 4 | 6, { identifier }: Written): boolean {
  return digits === 4
    ? fourDigits.test(identifier) || monthNames.includes(identifier)
    : sixDigits.test(identifier) || terms.has(identifier);
}

function reportingYear(year: number, ends: string, shape: WrittenShape): Read {
  const end = dayFrom(`${year}-${ends}`);
  if (!end) return refuse({ reason: 'year-type-unknown', text: shape.text, yearType: ends });
  const kind =
    ends === '03-31' ? 'financial' : ends === '08-31' ? 'academic' : ends === '12-31' ? 'calendar' : 'year';
  return done(yearEnding(end, { kind, ...shape }));
}

/** A quarter, counted from the month in which its kind of year begins. */
type Quarter = { firstMonth: number; quarter: number };

function quarterFrom(year: number, { firstMonth, quarter }: Quarter, shape: WrittenShape): Period {
  const counted = firstMonth - 1 + (quarter - 1) * 3;
  const { start } = monthFrom(year, counted, shape);
  const { end } = monthFrom(year, counted + 2, shape);
  return { start, end, kind: 'quarter', years: 1, ...shape };
}

/** The month so many after a year's January. */
function monthFrom(year: number, counted: number, shape: WrittenShape): Period {
  const month = (counted % 12) + 1;
  return months(year + Math.floor(counted / 12), [month, month], { kind: 'month', ...shape });
}

function days(from: number, start: [number, string], end: [number, string]): Pick<Period, 'start' | 'end'> {
  return { start: dayIn(from, start), end: dayIn(from, end) };
}

function dayIn(from: number, [later, monthAndDay]: [number, string]): Period['start'] {
  return dayOf(from + later, Number(monthAndDay.slice(0, 2)), Number(monthAndDay.slice(3)));
}
