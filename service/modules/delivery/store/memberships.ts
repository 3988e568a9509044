import { z } from 'zod';
import type { Selectable } from 'kysely';
import type { Ctx } from '#platform/db/database.ts';
import { storedId, type Id } from '#platform/kernel/id.ts';
import { parts, type Membership } from '../domain/body.ts';
import { tables } from './delivery-tables.ts';
import type { DeliveryTables } from './tables.generated.ts';

const partOf = z.enum(parts);

/** Every seat that a body ever had, those who lead it first, then by name. */
export async function membershipsOf(ctx: Ctx, bodyId: Id<'body'>): Promise<Membership[]> {
  const rows = await ours(ctx).where('body_id', '=', bodyId).execute();
  return rows.map(membershipOf).toSorted(inOrder);
}

/** Keeps a seat in place of the one of its id. */
export async function keepMembership(ctx: Ctx, membership: Membership): Promise<void> {
  const row = {
    body_id: membership.bodyId,
    person_id: membership.personId ?? null,
    name: membership.name,
    organisation_key: membership.organisationKey,
    part: membership.part,
    votes: membership.votes,
    email: membership.email,
    from_on: membership.from,
    until_on: membership.until ?? null,
  };
  await tables(ctx)
    .insertInto('delivery.membership')
    .values({ id: membership.id, partnership_id: ctx.partnershipId, ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute();
}

function inOrder(a: Membership, b: Membership): number {
  return parts.indexOf(a.part) - parts.indexOf(b.part) || a.name.localeCompare(b.name, 'en-GB');
}

function ours(ctx: Ctx) {
  return tables(ctx)
    .selectFrom('delivery.membership')
    .selectAll()
    .where('partnership_id', '=', ctx.partnershipId);
}

function membershipOf(row: Selectable<DeliveryTables['delivery.membership']>): Membership {
  return {
    id: storedId(row.id),
    bodyId: storedId(row.body_id),
    personId: row.person_id === null ? undefined : storedId(row.person_id),
    name: row.name,
    organisationKey: row.organisation_key,
    part: partOf.parse(row.part),
    votes: row.votes,
    email: row.email,
    from: row.from_on,
    until: row.until_on ?? undefined,
  };
}
