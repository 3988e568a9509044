import { mayRead } from '#platform/access/record-policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import { titleOf } from '../../domain/record/child.ts';
import { reached } from '../standing/reach.ts';

/** What a child is called, where whoever acts may know it. */
export async function childTitle(ctx: Ctx, childId: string): Promise<string | undefined> {
  const found = await reached(ctx, childId);
  if (!found || !mayRead(found.reach.access.name)) return undefined;
  const { reach, child } = found;
  ctx.audit({
    act: 'families.name-read',
    way: 'read',
    subject: { kind: 'child', id: child.id },
    relationship: reach.relationship,
    purpose: reach.purpose,
  });
  return titleOf(child);
}
