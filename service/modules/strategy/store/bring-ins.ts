import type { Ctx } from '#platform/db/database.ts';
import { jsonb } from '#platform/db/jsonb.ts';
import type { Id } from '#platform/kernel/id.ts';
import { bringInContent, type BringInContent } from '../domain/editing/bring-in.ts';
import type { StrategyTables } from './tables.generated.ts';

/** A working day and the night after it: long enough to be called away, short enough to forget. */
const keptMs = 24 * 60 * 60 * 1000;

/** Keeps a strategy on its way in for the person who brought it; what expired meanwhile goes. */
export async function insertBringIn(ctx: Ctx, content: BringInContent): Promise<Id<'bring-in'>> {
  const id = ctx.newId<'bring-in'>();
  await strategy(ctx).deleteFrom('strategy.bring_in').where('expires_at', '<', ctx.now).execute();
  const row = { id, partnership_id: ctx.partnershipId, made_by: maker(ctx), content: jsonb(content) };
  await strategy(ctx)
    .insertInto('strategy.bring_in')
    .values({ ...row, expires_at: expiry(ctx) })
    .execute();
  return id;
}

/** What one person is bringing in; undefined where it is somebody else's, or has expired. */
export async function bringInById(ctx: Ctx, id: Id<'bring-in'>): Promise<BringInContent | undefined> {
  const row = await strategy(ctx)
    .selectFrom('strategy.bring_in')
    .select('content')
    .where('id', '=', id)
    .where('made_by', 'is not distinct from', maker(ctx))
    .where('expires_at', '>=', ctx.now)
    .executeTakeFirst();
  return row && bringInContent.parse(row.content);
}

/** Keeps what changed of it, and gives it a new day. */
export async function updateBringIn(ctx: Ctx, id: Id<'bring-in'>, content: BringInContent): Promise<void> {
  await strategy(ctx)
    .updateTable('strategy.bring_in')
    .set({ content: jsonb(content), expires_at: expiry(ctx) })
    .where('id', '=', id)
    .where('made_by', 'is not distinct from', maker(ctx))
    .execute();
}

/** Lets go of it: it has been brought in, or will not be. */
export async function deleteBringIn(ctx: Ctx, id: Id<'bring-in'>): Promise<void> {
  await strategy(ctx)
    .deleteFrom('strategy.bring_in')
    .where('id', '=', id)
    .where('made_by', 'is not distinct from', maker(ctx))
    .execute();
}

function maker(ctx: Ctx): Id<'person'> | null {
  return ctx.actor.kind === 'person' ? ctx.actor.personId : null;
}

function expiry(ctx: Ctx): Date {
  return new Date(ctx.now.getTime() + keptMs);
}

function strategy(ctx: Ctx) {
  return ctx.db.withTables<StrategyTables>();
}
