import { addDays, compareDays, type Day } from '#platform/kernel/day.ts';
import type { Id } from '#platform/kernel/id.ts';
import { addMonths } from '../rights/rights-clock.ts';
import type { EndedRecord, RecordClass } from '../rights/personal-records.ts';

/** How long something is kept after its trigger. */
export type Period = { years: number; months: number; days: number };

/** A rule that a partnership adopted: from then on it runs, until another one of its class takes its place. */
export type RetentionRule = {
  id: Id<'retention-rule'>;
  class: string;
  trigger: string;
  period: Period;
  authority: string;
  owner: string;
  adoptedOn: Day;
  adoptedByName: string;
  endedOn: Day | undefined;
};

/** Why something is kept beyond its rule: a whole class, or all that is about one subject. */
export type Hold = {
  id: Id<'retention-hold'>;
  on: { class: string } | { subject: { kind: string; id: string } };
  title: string;
  reason: string;
  fromOn: Day;
  untilOn: Day | undefined;
  setByName: string;
  ended: { on: Day; byName: string; why: string } | undefined;
  version: number;
};

/**
 * The first day on which a record may go: its trigger, the years and months later (the last day of a month that has no
 * such day), then the days. It is kept on every day before.
 */
export function mayGoOn(triggeredOn: Day, { years, months, days }: Period): Day {
  return addDays(addMonths(triggeredOn, years * 12 + months), days);
}

/** The latest trigger that can be due today, and a few days more: what is asked of rooms is then held to `mayGoOn`. */
export function askUntil(today: Day, { years, months, days }: Period): Day {
  return addDays(addMonths(today, -(years * 12 + months)), 4 - days);
}

/** Whether a hold keeps a record today. */
export function isHeld(
  record: { class: string; subject: EndedRecord['subject'] },
  holds: readonly Hold[],
  today: Day,
): boolean {
  return holds.some((hold) => holdsToday(hold, today) && covers(hold, record));
}

export function holdsToday({ ended, fromOn, untilOn }: Hold, today: Day): boolean {
  return (
    ended === undefined &&
    compareDays(fromOn, today) <= 0 &&
    (untilOn === undefined || compareDays(today, untilOn) <= 0)
  );
}

function covers({ on }: Hold, record: { class: string; subject: EndedRecord['subject'] }): boolean {
  return 'class' in on
    ? on.class === record.class
    : on.subject.kind === record.subject.kind && on.subject.id === record.subject.id;
}

/** The records that are due under a rule: not a day early, and none that is held. */
export function dueRecords(
  ended: readonly EndedRecord[],
  { rule, holds, today }: { rule: RetentionRule; holds: readonly Hold[]; today: Day },
): (EndedRecord & { dueOn: Day })[] {
  return ended
    .map((record) => ({ ...record, dueOn: mayGoOn(record.triggeredOn, rule.period) }))
    .filter(({ dueOn }) => compareDays(dueOn, today) <= 0)
    .filter((record) => !isHeld({ class: rule.class, subject: record.subject }, holds, today));
}

/** "Six years after the day on which it was answered" */
export function sayRule(
  rule: Pick<RetentionRule, 'period' | 'trigger'>,
  recordClass: RecordClass | undefined,
): string {
  const words = recordClass?.triggers.find(({ key }) => key === rule.trigger)?.words ?? rule.trigger;
  return `${sayPeriod(rule.period)} after ${words}`;
}

function sayPeriod({ years, months, days }: Period): string {
  const parts = [sayCount(years, 'year'), sayCount(months, 'month'), sayCount(days, 'day')].filter(Boolean);
  const last = parts.at(-1) ?? 'no time';
  return parts.length > 1 ? `${parts.slice(0, -1).join(', ')} and ${last}` : last;
}

function sayCount(count: number, unit: string): string {
  return count === 0 ? '' : `${count} ${unit}${count === 1 ? '' : 's'}`;
}
