import type { Ctx } from '#platform/db/database.ts';
import type { OwnGroup } from '../../domain/gap/own-groups.ts';
import { listOwnGroups } from '../../store/gaps/own-groups.ts';

/** The groups that the partnership added, by name. */
export function groupsAdded(ctx: Ctx): Promise<readonly OwnGroup[]> {
  return listOwnGroups(ctx);
}
