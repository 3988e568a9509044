import { addDays, dayOf, type Day } from '#platform/kernel/day.ts';
import type { Plan } from '../plan.ts';

/** The same day one year on; 29 February becomes the 28th. */
function yearOn(day: Day): Day {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return dayOf(year + 1, month, month === 2 && date === 29 ? 28 : date);
}

/** "2026-27" after "2025-26"; by its years where the key before says none. */
function keyAfter(key: string, from: Day): string {
  const year = Number(from.slice(0, 4));
  const plain = /^\d{4}-\d{2}$/.test(key);
  const years = `${year}-${String((year + 1) % 100).padStart(2, '0')}`;
  return plain ? years : `plan-${years}`;
}

/** What the plan of the next year begins as: a draft of the same strategy, from the day after the last. */
export function nextPlanOf(plan: Plan): Omit<Plan, 'id'> {
  const from = addDays(plan.until, 1);
  const until = addDays(yearOn(from), -1);
  const [first, last] = [from.slice(0, 4), until.slice(2, 4)];
  const years = from.slice(0, 4) === until.slice(0, 4) ? first : `${first}/${last}`;
  return {
    key: keyAfter(plan.key, from),
    title: `Our plan for ${years}`,
    frameworkSlug: plan.frameworkSlug,
    from,
    until,
    state: 'draft',
    follows: plan.id,
    agreedOn: undefined,
    agreedBy: undefined,
    version: 1,
  };
}
