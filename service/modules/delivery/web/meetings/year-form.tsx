import {
  DayField,
  LineField,
  PickField,
  TicksField,
  WordsField,
  type Answers,
} from '#platform/forms/inputs.tsx';
import type { Posted } from '#platform/forms/fields.ts';
import { dayPosted } from '#platform/forms/inputs.tsx';
import { dayFrom, type Day } from '#platform/kernel/day.ts';
import { weekdayNames, type DayOfMonth } from '../../domain/meetings/meeting-days.ts';
import type { YearRule } from '../../domain/meetings/year-of-meetings.ts';

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

const nths = [
  ['1', 'The first'],
  ['2', 'The second'],
  ['3', 'The third'],
  ['4', 'The fourth'],
  ['last', 'The last'],
  ['fixed', 'A fixed day'],
] as const;

/** A theme of a workshop, from a strategy: `slug/key`. */
export type Theme = { value: string; text: string };

/** The rule of a year of meetings as a form asks for it. */
export function YearFields({
  answers,
  themes,
  from,
}: {
  answers: Answers;
  themes: readonly Theme[];
  from: Day;
}) {
  const weekdays = weekdayNames.map((text, index) => ({ value: String(index + 1), text }));
  return (
    <>
      <DayField answers={answers} name="from" label="The year begins on" before={from} />
      <PickField
        answers={answers}
        name="nth"
        label="Which day of the month"
        options={nths.map(([value, text]) => ({ value, text }))}
        before="2"
      />
      <PickField answers={answers} name="weekday" label="Weekday" options={weekdays} before="1" />
      <HourAndPlace answers={answers} />
      <Months answers={answers} themes={themes} />
    </>
  );
}

function HourAndPlace({ answers }: { answers: Answers }) {
  return (
    <>
      <LineField answers={answers} name="day" label="For a fixed day: its number" short number />
      <LineField answers={answers} name="at" label="Begins at" short before="14:00" />
      <LineField answers={answers} name="minutes" label="How many minutes" short number before="120" />
      <LineField answers={answers} name="place" label="Where" />
      <LineField
        answers={answers}
        name="joining"
        label="An address to join from afar"
        hint="Seen by members only. It may stay empty."
      />
    </>
  );
}

function Months({ answers, themes }: { answers: Answers; themes: readonly Theme[] }) {
  const monthOptions = months.map((text, index) => ({ value: String(index + 1), text }));
  return (
    <>
      <TicksField
        answers={answers}
        name="oversight"
        label="Months in which it looks at the whole"
        options={monthOptions}
        before={['1', '9']}
      />
      <TicksField
        answers={answers}
        name="workshop"
        idPrefix="workshop"
        label="Months in which it works on one theme"
        options={monthOptions}
        before={['11', '3', '5', '7']}
      />
      <TicksField
        answers={answers}
        name="theme"
        label="Themes, one for each workshop in their order"
        options={themes}
      />
      <WordsField
        answers={answers}
        name="holidays"
        label="School holidays to keep free"
        hint="One a line, such as 2026-10-26 to 2026-10-30. Bank holidays are kept free by themselves."
        rows={3}
      />
    </>
  );
}

/** What was typed as a rule, or at which field something is wrong. */
export function ruleFrom(
  posted: Posted,
  themes: readonly Theme[],
): { rule: YearRule } | { field: string; message: string } {
  const one = (name: string) => (posted[name]?.[0] ?? '').trim();
  const from = dayPosted(posted, 'from');
  if (from === 'empty' || from === 'no-such-day')
    return { field: 'from', message: 'Enter the day on which the year begins, such as 1 9 2026' };
  const pattern = patternFrom(one('nth'), one('weekday'), one('day'));
  if (!pattern) return { field: 'day', message: 'Enter the number of the day, from 1 to 31' };
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(one('at')))
    return { field: 'at', message: 'Enter a time such as 14:00' };
  const minutes = Number(one('minutes'));
  if (!Number.isInteger(minutes) || minutes < 5 || minutes > 1440)
    return { field: 'minutes', message: 'Enter how many minutes it lasts, from 5 to 1,440' };
  const joining = one('joining');
  if (joining !== '' && !/^https:\/\/\S+$/.test(joining))
    return { field: 'joining', message: 'Enter an address that begins with https://, or leave it empty' };
  const schoolHolidays = holidaysFrom(one('holidays'));
  if (!schoolHolidays)
    return { field: 'holidays', message: 'Write each as 2026-10-26 to 2026-10-30, one a line' };
  const meetings = meetingsFrom(posted, themes, Number(from.slice(5, 7)));
  const place = one('place').slice(0, 200);
  return { rule: { from, pattern, at: one('at'), minutes, place, joining, meetings, schoolHolidays } };
}

function patternFrom(nth: string, weekday: string, day: string): DayOfMonth | undefined {
  const number = Number(day);
  if (nth === 'fixed')
    return Number.isInteger(number) && number >= 1 && number <= 31
      ? { way: 'fixed', day: number }
      : undefined;
  const counted = ([1, 2, 3, 4] as const).find((one) => String(one) === nth);
  const on = Number(weekday);
  return { way: 'weekday', nth: counted ?? 'last', weekday: on >= 1 && on <= 7 ? Math.trunc(on) : 1 };
}

function holidaysFrom(text: string): YearRule['schoolHolidays'] | undefined {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .slice(0, 30);
  const spans = lines.flatMap((line) => {
    const [, first = '', last = ''] = /^(\S+)\s+(?:to|–|-)\s+(\S+)$/.exec(line) ?? [];
    const [from, to] = [dayFrom(first), dayFrom(last)];
    return from && to && from <= to ? [{ from, to }] : [];
  });
  return spans.length === lines.length ? spans : undefined;
}

/** Oversight and workshops in the order of the year; each workshop takes the next theme. */
function meetingsFrom(posted: Posted, themes: readonly Theme[], first: number): YearRule['meetings'] {
  const chosen = (name: string) =>
    [...new Set((posted[name] ?? []).map(Number))].filter((month) => month >= 1 && month <= 12);
  const inYear = (a: number, b: number) => ((a - first + 12) % 12) - ((b - first + 12) % 12);
  const picked = themes.filter(({ value }) => posted['theme']?.includes(value));
  const oversight = chosen('oversight').map((month) => ({
    month,
    kind: 'oversight' as const,
    title: 'Oversight',
    theme: '',
    element: { frameworkSlug: '', elementKey: '' },
  }));
  const workshops = chosen('workshop')
    .toSorted(inYear)
    .map((month, index) => {
      const theme = picked[index];
      const [frameworkSlug = '', elementKey = ''] = theme?.value.split('/') ?? [];
      const title = theme ? `Workshop: ${theme.text}` : 'Workshop';
      const element = { frameworkSlug, elementKey };
      return { month, kind: 'workshop' as const, title, theme: theme?.text ?? '', element };
    });
  return [...oversight, ...workshops];
}
