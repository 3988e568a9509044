import { editStrategy, ownFrameworks } from '#modules/strategy/index.ts';
import { allowed, type NotAllowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import type { Id } from '#platform/kernel/id.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import type { BatchState } from '../../domain/bringing-in/batch.ts';
import { changeBatch, lockBatch } from '../../store/batches.ts';

/** Ties are those of the strategy, so whoever may edit it decides on them. */
export const decideOnTies = editStrategy;

export type ChooseStrategyRefusal =
  | NotAllowed
  | { reason: 'no-such-import' }
  | { reason: 'not-waiting'; state: BatchState }
  | { reason: 'no-such-strategy' };

/** Chooses the strategy that a plan of a waiting map is about; none (an empty slug) leaves the plan out. */
export async function chooseStrategy(
  ctx: Ctx,
  { id, plan, slug }: { id: Id<'import'>; plan: string; slug: string },
): Promise<Outcome<null, ChooseStrategyRefusal>> {
  if (!allowed(ctx.actor, decideOnTies)) return refuse({ reason: 'not-allowed' });
  const batch = await lockBatch(ctx, id);
  const map = batch?.summary.map;
  if (!batch || !map) return refuse({ reason: 'no-such-import' });
  if (batch.state !== 'read') return refuse({ reason: 'not-waiting', state: batch.state });
  if (![...map.ties, ...map.unanswered].some((line) => line.plan === plan))
    return refuse({ reason: 'no-such-strategy' });
  const isOurs = (await ownFrameworks(ctx)).some(({ stored }) => stored.slug === slug);
  if (slug !== '' && !isOurs) return refuse({ reason: 'no-such-strategy' });
  const { [plan]: _, ...others } = map.choices;
  const choices = slug === '' ? others : { ...others, [plan]: slug };
  await changeBatch(ctx, batch.key, { summary: { ...batch.summary, map: { ...map, choices } } });
  return done(null);
}
