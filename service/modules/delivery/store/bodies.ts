import { z } from 'zod';
import type { Selectable } from 'kysely';
import type { Ctx } from '#platform/db/database.ts';
import { storedId, type Id } from '#platform/kernel/id.ts';
import { bodyKinds, type Body } from '../domain/body.ts';
import { changedNow, tables } from './delivery-tables.ts';
import type { DeliveryTables } from './tables.generated.ts';

const kindOf = z.enum(bodyKinds);

/** Every body that the partnership ever had, by name. */
export async function allBodies(ctx: Ctx): Promise<Body[]> {
  const rows = await ours(ctx).execute();
  return rows.map(bodyOf).toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB'));
}

export async function bodyByKey(ctx: Ctx, key: string): Promise<Body | undefined> {
  const row = await ours(ctx).where('key', '=', key).executeTakeFirst();
  return row && bodyOf(row);
}

export async function bodyById(ctx: Ctx, id: Id<'body'>): Promise<Body | undefined> {
  const row = await ours(ctx).where('id', '=', id).executeTakeFirst();
  return row && bodyOf(row);
}

/** One, held against every other writer until the transaction ends. */
export async function lockBody(ctx: Ctx, key: string): Promise<Body | undefined> {
  const row = await ours(ctx).where('key', '=', key).forUpdate().executeTakeFirst();
  return row && bodyOf(row);
}

/** Keeps a body in place of the one of its id. */
export async function keepBody(ctx: Ctx, body: Body): Promise<void> {
  const row = {
    key: body.key,
    name: body.name,
    kind: body.kind,
    life_stage: body.lifeStage,
    purpose: body.purpose,
    part_of: body.partOf ?? null,
    from_on: body.from,
    until_on: body.until ?? null,
    followed_by: body.followedBy ?? null,
    quorum_people: body.quorum.people,
    quorum_organisations: body.quorum.organisations,
    version: body.version,
    ...changedNow(ctx),
  };
  await tables(ctx)
    .insertInto('delivery.body')
    .values({ id: body.id, partnership_id: ctx.partnershipId, ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute();
}

function ours(ctx: Ctx) {
  return tables(ctx).selectFrom('delivery.body').selectAll().where('partnership_id', '=', ctx.partnershipId);
}

function bodyOf(row: Selectable<DeliveryTables['delivery.body']>): Body {
  return {
    id: storedId(row.id),
    key: row.key,
    name: row.name,
    kind: kindOf.parse(row.kind),
    lifeStage: row.life_stage,
    purpose: row.purpose,
    partOf: row.part_of === null ? undefined : storedId(row.part_of),
    from: row.from_on,
    until: row.until_on ?? undefined,
    followedBy: row.followed_by === null ? undefined : storedId(row.followed_by),
    quorum: { people: row.quorum_people, organisations: row.quorum_organisations },
    version: row.version,
  };
}
