import type { Ctx } from '#platform/db/database.ts';
import { accounts } from '../accounts-tables.ts';

/** Keeps what scrypt made of new codes; the ones before open nothing more. */
export async function setRecoveryCodes(
  ctx: Ctx,
  given: { personId: string; salt: string; digests: readonly string[] },
): Promise<void> {
  await removeRecoveryCodes(ctx, given.personId);
  const rows = given.digests.map((digest) => ({
    partnership_id: ctx.partnershipId,
    person_id: given.personId,
    salt: given.salt,
    digest,
    made_at: ctx.now,
    used_at: null,
  }));
  await accounts(ctx).insertInto('accounts.recovery_code').values(rows).execute();
}

/** The codes of a person that have not been used, held until the transaction ends. */
export async function lockRecoveryCodes(ctx: Ctx, personId: string) {
  return unused(ctx, personId).select(['salt', 'digest']).forUpdate().execute();
}

export async function recoveryCodesLeft(ctx: Ctx, personId: string): Promise<number> {
  return (await unused(ctx, personId).select('digest').execute()).length;
}

export async function recoveryCodeUsed(ctx: Ctx, personId: string, digest: string): Promise<void> {
  await accounts(ctx)
    .updateTable('accounts.recovery_code')
    .set({ used_at: ctx.now })
    .where('person_id', '=', personId)
    .where('digest', '=', digest)
    .execute();
}

async function removeRecoveryCodes(ctx: Ctx, personId: string): Promise<void> {
  await accounts(ctx).deleteFrom('accounts.recovery_code').where('person_id', '=', personId).execute();
}

function unused(ctx: Ctx, personId: string) {
  return accounts(ctx)
    .selectFrom('accounts.recovery_code')
    .where('person_id', '=', personId)
    .where('used_at', 'is', null);
}
