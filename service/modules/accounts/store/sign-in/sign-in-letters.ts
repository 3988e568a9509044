import type { Ctx } from '#platform/db/database.ts';
import { storedId, type Id } from '#platform/kernel/id.ts';
import { accounts } from '../accounts-tables.ts';

/** Somebody asked for a letter: the same row for an address that we know and for one that we do not. */
export async function addLetterAsk(
  ctx: Ctx,
  ask: { id: string; addressDigest: string; sealedAddress: string; next: string },
): Promise<void> {
  await accounts(ctx)
    .insertInto('accounts.letter_ask')
    .values({
      id: ask.id,
      partnership_id: ctx.partnershipId,
      address_digest: ask.addressDigest,
      sealed_address: ask.sealedAddress,
      next: ask.next,
      asked_at: ctx.now,
    })
    .execute();
}

/** An ask with its address, which is forgotten as it is taken; undefined where it was taken before. */
export async function takeLetterAsk(ctx: Ctx, id: string) {
  const row = await accounts(ctx)
    .selectFrom('accounts.letter_ask')
    .selectAll()
    .where('id', '=', id)
    .where('sealed_address', 'is not', null)
    .forUpdate()
    .executeTakeFirst();
  if (!row?.sealed_address) return undefined;
  await accounts(ctx)
    .updateTable('accounts.letter_ask')
    .set({ sealed_address: null })
    .where('id', '=', id)
    .execute();
  return {
    sealedAddress: row.sealed_address,
    addressDigest: row.address_digest,
    next: row.next,
    askedAt: row.asked_at,
  };
}

/** How often an address was asked about since then, up to this ask; older asks are forgotten. */
export async function asksSince(
  ctx: Ctx,
  about: { addressDigest: string; from: Date; to: Date },
): Promise<number> {
  const day = new Date(ctx.now.getTime() - 86_400_000);
  await accounts(ctx).deleteFrom('accounts.letter_ask').where('asked_at', '<', day).execute();
  const rows = await accounts(ctx)
    .selectFrom('accounts.letter_ask')
    .select('id')
    .where('address_digest', '=', about.addressDigest)
    .where('asked_at', '>', about.from)
    .where('asked_at', '<=', about.to)
    .execute();
  return rows.length;
}

/** People who are here and get their letters at this address. */
export async function peopleAtAddress(ctx: Ctx, address: string) {
  const rows = await accounts(ctx)
    .selectFrom('accounts.person')
    .select(['id', 'name', 'email'])
    .where((of) => of(of.fn<string>('lower', ['email']), '=', address))
    .where('state', '=', 'here')
    .where((of) => of.or([of('left_on', 'is', null), of('left_on', '>', ctx.today)]))
    .orderBy('name')
    .execute();
  return rows.map((row) => ({ id: storedId<'person'>(row.id), name: row.name, email: row.email ?? address }));
}

export async function addSignInLetter(
  ctx: Ctx,
  letter: { personId: string; next: string; askedAt: Date; expiresAt: Date },
): Promise<Id<'sign-in-letter'>> {
  const id = ctx.newId<'sign-in-letter'>();
  const day = new Date(ctx.now.getTime() - 86_400_000);
  await accounts(ctx).deleteFrom('accounts.sign_in_letter').where('expires_at', '<', day).execute();
  await accounts(ctx)
    .insertInto('accounts.sign_in_letter')
    .values({
      id,
      partnership_id: ctx.partnershipId,
      person_id: letter.personId,
      token_digest: null,
      next: letter.next,
      asked_at: letter.askedAt,
      expires_at: letter.expiresAt,
      used_at: null,
    })
    .execute();
  return id;
}

export async function setLetterToken(ctx: Ctx, id: string, tokenDigest: string): Promise<void> {
  await accounts(ctx)
    .updateTable('accounts.sign_in_letter')
    .set({ token_digest: tokenDigest })
    .where('id', '=', id)
    .execute();
}

export type OpenLetter = { id: string; personId: Id<'person'>; next: string };

/** The letter of this token, where it can still be used. */
export async function letterOfToken(ctx: Ctx, tokenDigest: string): Promise<OpenLetter | undefined> {
  const row = await openLetters(ctx).where('token_digest', '=', tokenDigest).executeTakeFirst();
  return row && openFrom(row);
}

/** A letter that can still be used, held until the transaction ends. */
export async function lockLetter(ctx: Ctx, id: string): Promise<OpenLetter | undefined> {
  const row = await openLetters(ctx).where('id', '=', id).forUpdate().executeTakeFirst();
  return row && openFrom(row);
}

export async function letterUsed(ctx: Ctx, id: string): Promise<void> {
  await accounts(ctx)
    .updateTable('accounts.sign_in_letter')
    .set({ used_at: ctx.now })
    .where('id', '=', id)
    .execute();
}

function openLetters(ctx: Ctx) {
  return accounts(ctx)
    .selectFrom('accounts.sign_in_letter')
    .select(['id', 'person_id', 'next'])
    .where('used_at', 'is', null)
    .where('expires_at', '>', ctx.now);
}

function openFrom(row: { id: string; person_id: string; next: string }): OpenLetter {
  return { id: row.id, personId: storedId<'person'>(row.person_id), next: row.next };
}
