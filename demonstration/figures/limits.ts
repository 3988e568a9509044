import { decideLimits, type Act } from '#modules/indicators/index.ts';
import { dayOf } from '#platform/kernel/day.ts';
import { county } from '../county.ts';

/** Where a process that is counted every month changed, as the invented analyst says it; so each side has limits of its own. */
export async function sayWhereItChanged(act: Act, measure: string): Promise<void> {
  const decided = await act('write', (ctx) =>
    decideLimits(ctx, {
      measure,
      areaCode: county.code,
      deed: 'anew',
      start: dayOf(2025, 10, 1),
      reason: 'From October 2025 the first visit is booked in the same call in which a family asks for help.',
      seen: 0,
    }),
  );
  if (!decided.done && decided.refusal.reason !== 'changed-meanwhile')
    throw new Error(`limits were not decided: ${decided.refusal.reason}`);
}
