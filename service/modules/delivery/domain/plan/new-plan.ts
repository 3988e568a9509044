import { compareDays } from '#platform/kernel/day.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import type { Plan, Priority } from '../plan.ts';

export type PlanWords = Pick<
  Plan,
  'key' | 'title' | 'frameworkSlug' | 'from' | 'until' | 'state' | 'agreedOn'
>;

export type PlanRefusal =
  | { reason: 'title-missing' }
  /** what stands in its address: small letters, figures, hyphens */
  | { reason: 'key-wrong' }
  | { reason: 'ends-before-it-begins' };

/** A plan's words as they are kept. */
export function checkPlan(words: PlanWords): Outcome<PlanWords, PlanRefusal> {
  const title = words.title.trim();
  const key = words.key.trim().toLowerCase();
  if (title === '') return refuse({ reason: 'title-missing' });
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(key) || key.length > 40 || key === 'new')
    return refuse({ reason: 'key-wrong' });
  if (compareDays(words.until, words.from) <= 0) return refuse({ reason: 'ends-before-it-begins' });
  return done({ ...words, title, key });
}

/** The priorities in their new order, where one goes a place up or down; undefined where it stands at that end already. */
export function movedPriority(
  priorities: readonly Priority[],
  id: Priority['id'],
  way: 'up' | 'down',
): Priority[] | undefined {
  const at = priorities.findIndex((priority) => priority.id === id);
  const to = way === 'up' ? at - 1 : at + 1;
  const [one, other] = [priorities[at], priorities[to]];
  if (!one || !other) return undefined;
  return priorities
    .map((priority, index) => (index === at ? other : index === to ? one : priority))
    .map((priority, index) => ({ ...priority, place: index + 1 }));
}
