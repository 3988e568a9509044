import type { Ctx } from '#platform/db/database.ts';
import { storedId, type Id } from '#platform/kernel/id.ts';
import { accounts } from '../accounts-tables.ts';

export type IdentityName = { issuer: string; subject: string };

/** Whose identity this is; undefined where it is nobody's here. */
export async function personOfIdentity(ctx: Ctx, name: IdentityName): Promise<Id<'person'> | undefined> {
  const row = await accounts(ctx)
    .selectFrom('accounts.identity')
    .select('person_id')
    .where('issuer', '=', name.issuer)
    .where('subject', '=', name.subject)
    .executeTakeFirst();
  return row && storedId<'person'>(row.person_id);
}

/** Ties an identity to a person; false where it is somebody's already. */
export async function addIdentity(
  ctx: Ctx,
  given: IdentityName & { personId: string; provider: string },
): Promise<boolean> {
  const row = {
    id: ctx.newId<'identity'>(),
    partnership_id: ctx.partnershipId,
    person_id: given.personId,
    issuer: given.issuer,
    subject: given.subject,
    provider: given.provider,
    linked_at: ctx.now,
    used_at: ctx.now,
  };
  const added = await accounts(ctx)
    .insertInto('accounts.identity')
    .values(row)
    .onConflict((conflict) => conflict.columns(['partnership_id', 'issuer', 'subject']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return added !== undefined;
}

export async function identityUsed(ctx: Ctx, name: IdentityName): Promise<void> {
  await accounts(ctx)
    .updateTable('accounts.identity')
    .set({ used_at: ctx.now })
    .where('issuer', '=', name.issuer)
    .where('subject', '=', name.subject)
    .execute();
}

export async function identitiesOf(ctx: Ctx, personId: string) {
  return accounts(ctx)
    .selectFrom('accounts.identity')
    .select(['id', 'provider', 'issuer', 'linked_at', 'used_at'])
    .where('person_id', '=', personId)
    .orderBy('linked_at')
    .execute();
}

export async function removeIdentity(ctx: Ctx, own: { personId: string; id: string }): Promise<boolean> {
  const gone = await accounts(ctx)
    .deleteFrom('accounts.identity')
    .where('id', '=', own.id)
    .where('person_id', '=', own.personId)
    .returning('id')
    .executeTakeFirst();
  return gone !== undefined;
}
