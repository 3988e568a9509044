import { addDays, compareDays, dayOf, type Day } from '#platform/kernel/day.ts';

/** Days that do not count: we had to ask something back. Without an end it still runs. */
export type Pause = { reason: 'identity' | 'clarification'; fromOn: Day; untilOn: Day | undefined };

/** What a clock of a request runs by. */
export type Clocked = {
  receivedOn: Day;
  pauses: readonly Pause[];
  /** 0, or the one or two months more that a complex request may take, told within the first month with its reason */
  extendedMonths: number;
  answeredOn: Day | undefined;
};

export type Clock =
  | { state: 'running'; dueOn: Day; daysLeft: number }
  | { state: 'late'; dueOn: Day; daysLate: number }
  /** stands still; the day is as it would be if it went on today */
  | { state: 'paused'; since: Day; reason: Pause['reason']; dueOn: Day }
  | { state: 'answered'; dueOn: Day; inTime: boolean };

/**
 * The day by which a request is answered: the same day of the next month (its last day where it has no such day), as the
 * regulator reads Article 12 of the UK GDPR. It runs from the day the request came, or from the day on which a missing
 * proof of identity came; days on which we wait for an answer to a question do not count. A day that falls on a weekend
 * is not moved: sooner is never wrong.
 */
export function dueOn(clocked: Omit<Clocked, 'answeredOn'>, today: Day): Day {
  let from = clocked.receivedOn;
  let stoodStill = 0;
  for (const { reason, fromOn, untilOn = today } of inOrder(clocked.pauses)) {
    if (reason === 'identity') {
      from = later(from, untilOn);
      stoodStill = 0;
    } else {
      stoodStill += Math.max(0, daysBetween(later(fromOn, from), untilOn));
    }
  }
  return addDays(addMonths(from, 1 + clocked.extendedMonths), stoodStill);
}

/** How the clock of a request stands. */
export function clockOf(clocked: Clocked, today: Day): Clock {
  const { answeredOn } = clocked;
  if (answeredOn) {
    const due = dueOn(clocked, answeredOn);
    return { state: 'answered', dueOn: due, inTime: compareDays(answeredOn, due) <= 0 };
  }
  const due = dueOn(clocked, today);
  const open = clocked.pauses.find(({ untilOn }) => untilOn === undefined);
  if (open) return { state: 'paused', since: open.fromOn, reason: open.reason, dueOn: due };
  const left = daysBetween(today, due);
  return left < 0
    ? { state: 'late', dueOn: due, daysLate: -left }
    : { state: 'running', dueOn: due, daysLeft: left };
}

/** Whether one or two months more may still be told: within the month that the request has by itself. */
export function mayExtend(clocked: Omit<Clocked, 'answeredOn'>, today: Day): boolean {
  return clocked.extendedMonths === 0 && compareDays(today, dueOn(clocked, today)) <= 0;
}

/** The same day some months later, or the last day of that month where it has no such day. */
export function addMonths(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const at = year * 12 + (month - 1) + months;
  const [toYear, toMonth] = [Math.floor(at / 12), (at % 12) + 1];
  return dayOf(toYear, toMonth, Math.min(date, lastDateOf(toYear, toMonth)));
}

function lastDateOf(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

function inOrder(pauses: readonly Pause[]): Pause[] {
  return pauses.toSorted((a, b) => compareDays(a.fromOn, b.fromOn));
}

function later(a: Day, b: Day): Day {
  return compareDays(a, b) >= 0 ? a : b;
}
