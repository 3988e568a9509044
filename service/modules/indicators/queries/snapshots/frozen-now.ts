import type { Ctx } from '#platform/db/database.ts';
import type { Day } from '#platform/kernel/day.ts';
import { freeze } from '../../domain/snapshots/freeze.ts';
import type { FrozenScorecard } from '../../domain/snapshots/frozen-scorecard.ts';
import type { Scope } from '../../domain/snapshots/snapshot.ts';
import { stampOfFigures } from '../figures-stamp.ts';
import { scorecardInScope } from './scorecard-in-scope.ts';

/**
 * A scorecard as everybody sees it today, written down whole; with `until`, as the figures of periods that had ended by
 * then give it.
 */
export async function frozenNow(
  ctx: Ctx,
  asked: Scope & { areaCode: string; until?: Day | undefined },
): Promise<FrozenScorecard | undefined> {
  const made = await scorecardInScope(ctx, { ...asked, seenBy: 'everybody' });
  if (!made) return undefined;
  const { strategy } = made;
  return freeze(made.found.scorecard, {
    figures: await stampOfFigures(ctx),
    figuresUntil: asked.until ?? null,
    takenOn: ctx.today,
    strategy: strategy ? { slug: strategy.slug, name: strategy.name } : null,
    owner: strategy?.owner ? { key: strategy.owner.key, name: strategy.owner.name } : null,
  });
}

/** Whether any measure in it has a figure: a scorecard of nothing is not worth keeping. */
export function holdsFigures({ groups }: FrozenScorecard): boolean {
  return groups.some(({ rows }) => rows.some(({ latest }) => latest !== null));
}
