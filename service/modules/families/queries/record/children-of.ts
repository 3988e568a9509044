import { mayRead } from '#platform/access/record-policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import type { Day } from '#platform/kernel/day.ts';
import { titleOf } from '../../domain/record/child.ts';
import { childrenById } from '../../store/record/children.ts';
import { standingsOfPerson } from '../../store/standing/standings.ts';
import { bestReach, type Reach } from '../standing/reach.ts';

/** A child as they stand in a list: what they are called, and how whoever reads it stands to them. */
export type ChildInList = { reach: Reach; title: string; bornOn: Day | undefined; dueOn: Day | undefined };

/** The children to whom whoever acts stands today, by name. */
export async function childrenOf(ctx: Ctx): Promise<ChildInList[]> {
  if (ctx.actor.kind !== 'person') return [];
  const standings = await standingsOfPerson(ctx, ctx.actor.personId);
  const children = await childrenById(ctx, [...new Set(standings.map(({ childId }) => childId))]);
  const found: ChildInList[] = [];
  for (const child of children) {
    const own = standings.filter(({ childId }) => childId === child.id);
    const reach = await bestReach(ctx, { child, standings: own, purpose: undefined });
    if (!reach || !mayRead(reach.access.name)) continue;
    ctx.audit({
      act: 'families.list-read',
      way: 'read',
      subject: { kind: 'child', id: child.id },
      relationship: reach.relationship,
      purpose: reach.purpose,
    });
    const seesBirth = mayRead(reach.access.birth);
    found.push({
      reach,
      title: titleOf(child),
      bornOn: seesBirth ? child.bornOn : undefined,
      dueOn: seesBirth ? child.dueOn : undefined,
    });
  }
  return found;
}
