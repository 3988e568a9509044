import { z } from 'zod';
import { addDays, compareDays, dayFrom, type Day } from '#platform/kernel/day.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import { elementName } from './element-name.ts';
import { meetingKinds, type Meeting } from '../meeting.ts';
import { dayInMonth, openDay, type Closed, type OpenDay } from './meeting-days.ts';

const day = z.string().transform((text, context) => {
  const found = dayFrom(text);
  if (found) return found;
  context.addIssue('not a day');
  return z.NEVER;
});

/** The rule that a year of meetings is made from, as it is kept. */
export const yearRule = z.strictObject({
  /** the first day of the year of meetings; it lasts twelve months */
  from: day,
  pattern: z.discriminatedUnion('way', [
    z.strictObject({
      way: z.literal('weekday'),
      nth: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal('last')]),
      weekday: z.int().min(1).max(7),
    }),
    z.strictObject({ way: z.literal('fixed'), day: z.int().min(1).max(31) }),
  ]),
  at: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  minutes: z.int().min(5).max(1440),
  place: z.string(),
  joining: z.string(),
  meetings: z
    .array(
      z.strictObject({
        month: z.int().min(1).max(12),
        kind: z.enum(meetingKinds),
        title: z.string(),
        theme: z.string(),
        element: elementName,
      }),
    )
    .max(60),
  /** days that the body keeps free, beside bank holidays */
  schoolHolidays: z.array(z.strictObject({ from: day, to: day })),
});

export type YearRule = z.infer<typeof yearRule>;

/** A meeting that a rule makes, before it is kept. */
export type PlannedMeeting = OpenDay &
  Pick<Meeting, 'kind' | 'title' | 'theme' | 'element' | 'at' | 'minutes' | 'place' | 'joining'>;

export type YearRefusal =
  | { reason: 'no-month-chosen' }
  /** the table of bank holidays does not reach so far: a meeting might fall on one unseen */
  | { reason: 'holidays-not-known'; until: Day };

/** The first day that no longer belongs to a year of meetings. */
export function endOfYear({ from }: Pick<YearRule, 'from'>): Day {
  const next = dayFrom(`${Number(from.slice(0, 4)) + 1}${from.slice(4)}`);
  return next ?? addDays(from, 365);
}

/** Every meeting of a year, in order of its day, none on a bank holiday or in the school holidays that were given. */
export function meetingsOfYear(
  rule: YearRule,
  bankHolidays: { days: readonly Closed[]; knownUntil: Day },
): Outcome<readonly PlannedMeeting[], YearRefusal> {
  if (rule.meetings.length === 0) return refuse({ reason: 'no-month-chosen' });
  if (compareDays(endOfYear(rule), addDays(bankHolidays.knownUntil, 1)) > 0)
    return refuse({ reason: 'holidays-not-known', until: bankHolidays.knownUntil });
  const school = rule.schoolHolidays.map((span) => ({ ...span, because: 'the school holidays' }));
  const closed = [...bankHolidays.days, ...school];
  const planned = rule.meetings.map((meeting) => {
    const named = namedDay(rule, meeting.month);
    const { month: _month, ...words } = meeting;
    const { at, minutes, place, joining } = rule;
    return { ...words, at, minutes, place, joining, ...openDay(named, rule.pattern, closed) };
  });
  return done(planned.toSorted((a, b) => compareDays(a.on, b.on)));
}

/** The day that the pattern names in the first such month on or after the year begins. */
function namedDay({ from, pattern }: YearRule, month: number): Day {
  const year = Number(from.slice(0, 4));
  const named = dayInMonth(pattern, year, month);
  return compareDays(named, from) >= 0 ? named : dayInMonth(pattern, year + 1, month);
}
