import type { Ctx } from '#platform/db/database.ts';
import type { AccountsTables } from './tables.generated.ts';

/** The tables of this room. */
export function accounts(ctx: Ctx) {
  return ctx.db.withTables<AccountsTables>();
}
