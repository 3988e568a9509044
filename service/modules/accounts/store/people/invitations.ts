import type { Ctx } from '#platform/db/database.ts';
import { storedId, type Id } from '#platform/kernel/id.ts';
import type { IdentityCheck, Invitation, InvitationState } from '../../domain/people/invitation.ts';
import { accounts } from '../accounts-tables.ts';

export async function addInvitation(
  ctx: Ctx,
  invitation: Pick<
    Invitation,
    'id' | 'personId' | 'kind' | 'to' | 'recognised' | 'invitedBy' | 'invitedByName' | 'expiresAt'
  > & { state: 'waiting' | 'open' },
): Promise<void> {
  await accounts(ctx)
    .insertInto('accounts.invitation')
    .values({
      id: invitation.id,
      partnership_id: ctx.partnershipId,
      person_id: invitation.personId,
      kind: invitation.kind,
      to_address: invitation.to ?? null,
      recognised: invitation.recognised,
      invited_by: invitation.invitedBy,
      invited_by_name: invitation.invitedByName,
      made_at: ctx.now,
      expires_at: invitation.expiresAt,
      state: invitation.state,
    })
    .execute();
}

/** Every invitation of some people, the newest first. */
export async function invitationsOf(ctx: Ctx, personIds: readonly string[]): Promise<Invitation[]> {
  if (personIds.length === 0) return [];
  const rows = await invitations(ctx)
    .where('person_id', 'in', [...personIds])
    .execute();
  return rows.map((row) => invitationFrom(row, ctx.now));
}

/** Every invitation that is open, or waits for a second person; the one that ends first stands first. */
export async function openInvitations(ctx: Ctx): Promise<Invitation[]> {
  const rows = await invitations(ctx).where('state', 'in', ['waiting', 'open']).execute();
  return rows
    .map((row) => invitationFrom(row, ctx.now))
    .toSorted((a, b) => a.expiresAt.getTime() - b.expiresAt.getTime());
}

export async function invitationById(ctx: Ctx, id: Id<'invitation'>): Promise<Invitation | undefined> {
  const row = await invitations(ctx).where('id', '=', id).executeTakeFirst();
  return row && invitationFrom(row, ctx.now);
}

/** The invitation whose token has this hash, in whatever state; undefined where there is none. */
export async function invitationByHash(ctx: Ctx, hash: string): Promise<Invitation | undefined> {
  const held = await accounts(ctx)
    .selectFrom('accounts.invitation_token')
    .select('invitation_id')
    .where('hash', '=', hash)
    .executeTakeFirst();
  return held && invitationById(ctx, storedId<'invitation'>(held.invitation_id));
}

/** Keeps the hash of a token; the token itself goes into the letter and nowhere else. */
export async function addInvitationToken(ctx: Ctx, id: Id<'invitation'>, hash: string): Promise<void> {
  await accounts(ctx)
    .insertInto('accounts.invitation_token')
    .values({ hash, partnership_id: ctx.partnershipId, invitation_id: id })
    .execute();
}

/** Carries an invitation on where it still stands as it was found; whether it did. */
export async function settleInvitation(
  ctx: Ctx,
  given: {
    id: Id<'invitation'>;
    from: readonly ('waiting' | 'open')[];
    to: 'accepted' | 'withdrawn' | 'replaced';
  },
): Promise<boolean> {
  const { numUpdatedRows } = await accounts(ctx)
    .updateTable('accounts.invitation')
    .set({ state: given.to, settled_at: ctx.now })
    .where('id', '=', given.id)
    .where('state', 'in', [...given.from])
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** A second person said yes: from now on it can be opened. */
export async function confirmInvitation(
  ctx: Ctx,
  given: { id: Id<'invitation'>; by: { id: Id<'person'>; name: string }; expiresAt: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await accounts(ctx)
    .updateTable('accounts.invitation')
    .set({
      state: 'open',
      confirmed_by: given.by.id,
      confirmed_by_name: given.by.name,
      expires_at: given.expiresAt,
    })
    .where('id', '=', given.id)
    .where('state', '=', 'waiting')
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function addIdentityCheck(
  ctx: Ctx,
  check: {
    personId: Id<'person'>;
    checkedBy: Id<'person'>;
    checkedByName: string;
    relationship: string;
    identitySeen: string;
    responsibilitySeen: string | undefined;
  },
): Promise<void> {
  await accounts(ctx)
    .insertInto('accounts.identity_check')
    .values({
      id: ctx.newId<'identity-check'>(),
      partnership_id: ctx.partnershipId,
      person_id: check.personId,
      checked_by: check.checkedBy,
      checked_by_name: check.checkedByName,
      checked_on: ctx.today,
      relationship: check.relationship,
      identity_seen: check.identitySeen,
      responsibility_seen: check.responsibilitySeen ?? null,
    })
    .execute();
}

/** How somebody was checked when they were introduced, by the person's id. */
export async function identityChecksOf(
  ctx: Ctx,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, IdentityCheck>> {
  if (personIds.length === 0) return new Map();
  const rows = await accounts(ctx)
    .selectFrom('accounts.identity_check')
    .selectAll()
    .where('person_id', 'in', [...personIds])
    .orderBy('checked_on')
    .execute();
  return new Map(
    rows.map((row) => [
      row.person_id,
      {
        checkedByName: row.checked_by_name,
        checkedOn: row.checked_on,
        relationship: row.relationship,
        identitySeen: row.identity_seen,
        responsibilitySeen: row.responsibility_seen ?? undefined,
      },
    ]),
  );
}

function invitations(ctx: Ctx) {
  return accounts(ctx)
    .selectFrom('accounts.invitation')
    .selectAll()
    .where('partnership_id', '=', ctx.partnershipId)
    .orderBy('made_at', 'desc')
    .orderBy('id', 'desc');
}

function invitationFrom(
  row: Awaited<ReturnType<ReturnType<typeof invitations>['execute']>>[number],
  now: Date,
): Invitation {
  return {
    id: storedId<'invitation'>(row.id),
    personId: storedId<'person'>(row.person_id),
    kind: row.kind === 'family' || row.kind === 'again' ? row.kind : 'colleague',
    to: row.to_address ?? undefined,
    recognised: row.recognised,
    invitedBy: storedId<'person'>(row.invited_by),
    invitedByName: row.invited_by_name,
    confirmedByName: row.confirmed_by_name,
    madeAt: row.made_at,
    expiresAt: row.expires_at,
    state: stateAt(row.state, row.expires_at, now),
  };
}

function stateAt(state: string, expiresAt: Date, now: Date): InvitationState {
  if (state === 'accepted' || state === 'withdrawn' || state === 'replaced') return state;
  if (expiresAt <= now) return 'expired';
  return state === 'waiting' ? 'waiting' : 'open';
}
