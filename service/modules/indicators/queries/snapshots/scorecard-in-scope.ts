import type { Ctx } from '#platform/db/database.ts';
import type { Day } from '#platform/kernel/day.ts';
import { areaScorecard, type AreaScorecard } from '../area-scorecard.ts';
import { frameworkGroups, type FrameworkGroups } from '../framework-groups.ts';
import type { Scope } from '../../domain/snapshots/snapshot.ts';

/** A scorecard with the strategy and the owner that it is narrowed to. */
export type ScorecardInScope = { found: AreaScorecard; strategy: FrameworkGroups | undefined };

/**
 * The scorecard of an area, whole or narrowed to a strategy or to one owner in it. Undefined where there is no such area,
 * strategy or owner for this person.
 */
export async function scorecardInScope(
  ctx: Ctx,
  asked: Scope & {
    areaCode: string;
    neighbourSet?: string | undefined;
    until?: Day | undefined;
    seenBy?: 'this-person' | 'everybody';
  },
): Promise<ScorecardInScope | undefined> {
  const { areaCode, neighbourSet, until, strategy: slug, owner, seenBy = 'this-person' } = asked;
  const strategy = slug === undefined ? undefined : await frameworkGroups(ctx, slug, { owner, seenBy });
  if (slug === undefined ? owner !== undefined : !strategy) return undefined;
  const groups = strategy ? { groups: strategy.groups } : {};
  const found = await areaScorecard(ctx, { areaCode, neighbourSet, until, ...groups });
  return found && { found, strategy };
}
