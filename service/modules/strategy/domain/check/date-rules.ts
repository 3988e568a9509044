import { addDays, dayFrom, sayDay } from '#platform/kernel/day.ts';
import type { Day } from '#platform/kernel/day.ts';
import { documentOf, lineOf, listed } from './finding.ts';
import type { CheckFacts, Finding, Rule } from './finding.ts';

/** Whether the dates agree, and whether they have passed. */
export const dateRules: readonly Rule[] = [
  { code: 'periods-disagree', find: periodsThatDisagree },
  { code: 'past-its-date', find: pastItsDate },
];

type Statement = { words: string; years: number; line?: number | string | undefined };

function periodsThatDisagree(facts: CheckFacts): Finding[] {
  return [...lengthsThatDisagree(facts), ...wordsAgainstDays(facts)];
}

/** What the text says of its length, in one place and another, and what its days say. */
function lengthsThatDisagree(facts: CheckFacts): Finding[] {
  const { periodStatements, period } = documentOf(facts);
  const lengths = yearsOf(period.start, period.end);
  const off = periodStatements.filter(({ years }) => lengths.length > 0 && !lengths.includes(years));
  const byYears = Map.groupBy(periodStatements, ({ years }) => years);
  if (off.length === 0 && byYears.size < 2) return [];
  const parts = [...byYears].map(([years, same]) => `${sayYears([years])} in ${listed(same.map(said))}`);
  const days = `${sayYears(lengths)} from ${sayWhen(period.start)} to ${sayWhen(period.end)}`;
  const last = off.at(-1) ?? periodStatements.at(-1);
  return [
    {
      rule: 'periods-disagree',
      severity: 'loose-end',
      ...(last ? lineOf(last) : {}),
      sentence: `It gives more than one length for itself: ${listed(off.length > 0 ? [...parts, days] : parts)}.`,
      mend: 'Settle how many years it runs, and say the same everywhere.',
    },
  ];
}

/** "2026-2029" against days in other years. */
function wordsAgainstDays(facts: CheckFacts): Finding[] {
  const { start, end, words } = documentOf(facts).period;
  const [, first, last] = /\b(\d{4})\s*(?:-|–|—|to|\/)\s*(\d{4}|\d{2})\b/.exec(words ?? '') ?? [];
  if (start === undefined || end === undefined || first === undefined || last === undefined) return [];
  const lastYear = last.length === 2 ? first.slice(0, 2) + last : last;
  if (start.startsWith(first) && end.startsWith(lastYear)) return [];
  return [
    {
      rule: 'periods-disagree',
      severity: 'loose-end',
      sentence: `It is called “${words}”, but its days run from ${sayWhen(start)} to ${sayWhen(end)}.`,
      mend: 'Change the days or the name of the period.',
    },
  ];
}

/**
 * How many years from a first to a last day, both counted. Whole calendar years are read both ways, since "2019 to 2023"
 * is four years to some and five to others; a span that is no whole number of years matches none.
 */
function yearsOf(start: string | undefined, end: string | undefined): number[] {
  const first = dayFrom(start ?? '');
  const last = dayFrom(end ?? '');
  if (!first || !last) return [];
  const years = (Date.parse(addDays(last, 1)) - Date.parse(first)) / (365.25 * 24 * 3600 * 1000);
  const whole = Math.round(years);
  if (Math.abs(years - whole) > 0.1) return [Math.round(years * 10) / 10];
  const calendar = first.endsWith('-01-01') && last.endsWith('-12-31') && whole > 1;
  return calendar ? [whole - 1, whole] : [whole];
}

function pastItsDate(facts: CheckFacts): Finding[] {
  const { status, period } = documentOf(facts);
  const end = dayFrom(period.end ?? '');
  const start = dayFrom(period.start ?? '');
  if (status === 'closed') return [];
  if (end && end < facts.today) return [overdue(status, end)];
  if (status !== 'draft' || !start || start > facts.today) return [];
  return [
    {
      rule: 'past-its-date',
      severity: 'loose-end',
      sentence: `This is still a draft, though its period began on ${sayDay(start)}.`,
      mend: 'Adopt it, or move its period.',
    },
  ];
}

function overdue(status: 'draft' | 'adopted', end: Day): Finding {
  if (status === 'draft')
    return {
      rule: 'past-its-date',
      severity: 'loose-end',
      sentence: `This is still a draft, though its period ended on ${sayDay(end)}.`,
      mend: 'Adopt what holds good with a new period, or close it.',
    };
  return {
    rule: 'past-its-date',
    severity: 'look',
    sentence: `Its period ended on ${sayDay(end)}, and it is neither closed nor renewed.`,
    mend: 'Look back on it, close it, and begin its successor.',
  };
}

function said(statement: Statement): string {
  const line = statement.line === undefined ? '' : ` (line ${statement.line})`;
  return `“${statement.words}”${line}`;
}

function sayYears(years: readonly number[]): string {
  return years.join() === '1' ? '1 year' : `${years.join(' or ')} years`;
}

function sayWhen(day: string | undefined): string {
  const known = dayFrom(day ?? '');
  return known ? sayDay(known) : 'an unknown day';
}
