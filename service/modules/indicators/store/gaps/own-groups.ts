import type { Ctx } from '#platform/db/database.ts';
import { groupsOfOwn, type OwnGroup } from '../../domain/gap/own-groups.ts';
import type { IndicatorsTables } from '../tables.generated.ts';

/** The groups that the partnership added, by name. */
export async function listOwnGroups(ctx: Ctx): Promise<readonly OwnGroup[]> {
  const rows = await ctx.db
    .withTables<IndicatorsTables>()
    .selectFrom('indicators.own_group')
    .selectAll()
    .where('partnership_id', '=', ctx.partnershipId)
    .orderBy('name')
    .execute();
  return rows.map((row) => ({
    key: row.key,
    dimension: row.dimension,
    name: row.name,
    others: row.others,
    column: row.column_name,
    item: row.item,
    othersItem: row.others_item === '' ? undefined : row.others_item,
  }));
}

/** The same as dimensions, groups and how tables name them. */
export async function ownGroups(ctx: Ctx) {
  return groupsOfOwn(await listOwnGroups(ctx));
}

/** Keeps a group; answers false where one of its key, or one that a table names so, is there already. */
export async function addOwnGroup(ctx: Ctx, group: OwnGroup, byName: string): Promise<boolean> {
  const added = await ctx.db
    .withTables<IndicatorsTables>()
    .insertInto('indicators.own_group')
    .values({
      partnership_id: ctx.partnershipId,
      key: group.key,
      dimension: group.dimension,
      name: group.name,
      others: group.others,
      column_name: group.column,
      item: group.item,
      others_item: group.othersItem ?? '',
      made_at: ctx.now,
      made_by_name: byName,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (added.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** Takes a group away; answers whether it was there. */
export async function removeOwnGroup(ctx: Ctx, key: string): Promise<boolean> {
  const removed = await ctx.db
    .withTables<IndicatorsTables>()
    .deleteFrom('indicators.own_group')
    .where('partnership_id', '=', ctx.partnershipId)
    .where('key', '=', key)
    .executeTakeFirst();
  return (removed.numDeletedRows ?? 0n) > 0n;
}
