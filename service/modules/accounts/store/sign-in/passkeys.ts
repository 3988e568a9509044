import type { Ctx } from '#platform/db/database.ts';
import { storedId, type Id } from '#platform/kernel/id.ts';
import { accounts } from '../accounts-tables.ts';

export type KeptPasskey = {
  id: string;
  personId: Id<'person'>;
  credentialId: string;
  publicKey: Uint8Array<ArrayBuffer>;
  counter: number;
};

/** The passkey of this credential, held until the transaction ends. */
export async function lockPasskey(ctx: Ctx, credentialId: string): Promise<KeptPasskey | undefined> {
  const row = await accounts(ctx)
    .selectFrom('accounts.passkey')
    .select(['id', 'person_id', 'credential_id', 'public_key', 'counter'])
    .where('credential_id', '=', credentialId)
    .forUpdate()
    .executeTakeFirst();
  return (
    row && {
      id: row.id,
      personId: storedId<'person'>(row.person_id),
      credentialId: row.credential_id,
      publicKey: new Uint8Array(Buffer.from(row.public_key, 'base64url')),
      counter: row.counter,
    }
  );
}

/** Keeps a new passkey; false where it is kept already, by whomever. */
export async function addPasskey(
  ctx: Ctx,
  given: Omit<KeptPasskey, 'id'> & { name: string },
): Promise<boolean> {
  const row = {
    id: ctx.newId<'passkey'>(),
    partnership_id: ctx.partnershipId,
    person_id: given.personId,
    credential_id: given.credentialId,
    public_key: Buffer.from(given.publicKey).toString('base64url'),
    counter: given.counter,
    name: given.name,
    made_at: ctx.now,
    used_at: null,
  };
  const added = await accounts(ctx)
    .insertInto('accounts.passkey')
    .values(row)
    .onConflict((conflict) => conflict.columns(['partnership_id', 'credential_id']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return added !== undefined;
}

export async function passkeyUsed(ctx: Ctx, used: { id: string; counter: number }): Promise<void> {
  await accounts(ctx)
    .updateTable('accounts.passkey')
    .set({ counter: used.counter, used_at: ctx.now })
    .where('id', '=', used.id)
    .execute();
}

export async function passkeysOf(ctx: Ctx, personId: string) {
  return accounts(ctx)
    .selectFrom('accounts.passkey')
    .select(['id', 'credential_id', 'name', 'made_at', 'used_at'])
    .where('person_id', '=', personId)
    .orderBy('made_at')
    .execute();
}

export async function removePasskey(ctx: Ctx, own: { personId: string; id: string }): Promise<boolean> {
  const gone = await accounts(ctx)
    .deleteFrom('accounts.passkey')
    .where('id', '=', own.id)
    .where('person_id', '=', own.personId)
    .returning('id')
    .executeTakeFirst();
  return gone !== undefined;
}
