import type { PageRequest } from '#platform/http/route.ts';
import { sayNumber } from '../../domain/action.ts';
import type { ActionView } from '../../queries/plan/action-view.ts';
import { planPlaces } from '../plan/places.ts';

/** The number in the address; 0, which no action has, where it is none. */
export function numberIn({ params }: PageRequest): number {
  const text = params['number'] ?? '';
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : 0;
}

/** From the plan down to an action, for the pages below it. */
export function crumbsOf({ action, plan }: Pick<ActionView, 'action' | 'plan'>) {
  return [
    ...(plan ? [{ text: plan.title, href: planPlaces.plan(plan.key) }] : []),
    { text: `${sayNumber(action)} ${action.title}`, href: planPlaces.action(action.number) },
  ];
}
