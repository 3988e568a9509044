import type { Ctx } from '#platform/db/database.ts';
import { nameOfActor } from '#platform/kernel/context.ts';
import type { FamiliesTables } from './tables.generated.ts';

/** The room's tables, typed. */
export function tables(ctx: Ctx) {
  return ctx.db.withTables<FamiliesTables>();
}

/** When and by whom a row was changed. */
export function changedNow(ctx: Ctx): { changed_at: Date; changed_by_name: string } {
  return { changed_at: ctx.now, changed_by_name: nameOfActor(ctx.actor) };
}
