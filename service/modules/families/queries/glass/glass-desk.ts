import type { Ctx } from '#platform/db/database.ts';
import { allowed } from '#platform/access/policy.ts';
import { titleOf } from '../../domain/record/child.ts';
import type { Glass } from '../../domain/glass/glass.ts';
import { reviewGlass } from '../../domain/permissions.ts';
import { glassesTold } from '../../store/glass/glasses.ts';
import { childrenById } from '../../store/record/children.ts';
import { openSearchAlarms, type SearchAlarm } from '../../store/search/search-alarms.ts';

/** One opening as it is read: with the child's name for whoever stands to the child. */
export type GlassOnDesk = { glass: Glass; child: string | undefined; mayReview: boolean };

export type GlassDesk = { openings: readonly GlassOnDesk[]; alarms: readonly SearchAlarm[] };

/** Openings of which whoever acts was told, or which are theirs, and alarms about asking. */
export async function glassDesk(ctx: Ctx): Promise<GlassDesk> {
  const { actor } = ctx;
  if (actor.kind !== 'person') return { openings: [], alarms: [] };
  const glasses = await glassesTold(ctx);
  const children = await childrenById(ctx, [...new Set(glasses.map(({ childId }) => childId))]);
  const reviews = allowed(actor, reviewGlass);
  for (const glass of glasses)
    ctx.audit({
      act: 'families.glass-read',
      way: 'read',
      subject: { kind: 'child', id: glass.childId },
      relationship: 'none',
      purpose: 'quality-review',
      part: { kind: 'glass', id: glass.id },
    });
  return {
    openings: glasses.map((glass) => {
      const child = children.find(({ id }) => id === glass.childId);
      return {
        glass,
        child: child && titleOf(child),
        mayReview: reviews && glass.personId !== actor.personId && glass.review === undefined,
      };
    }),
    alarms: reviews ? await openSearchAlarms(ctx, actor.personId) : [],
  };
}
