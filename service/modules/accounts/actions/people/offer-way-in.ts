import { createHash, randomBytes } from 'node:crypto';
import type { Ctx } from '#platform/db/database.ts';
import { dayInEngland, sayDay } from '#platform/kernel/day.ts';
import { storedId, type Id } from '#platform/kernel/id.ts';
import { writeLetter } from '#platform/mail/letters.ts';
import { invitationDays, type Invitation } from '../../domain/people/invitation.ts';
import {
  addInvitation,
  addInvitationToken,
  invitationById,
  invitationsOf,
  settleInvitation,
} from '../../store/people/invitations.ts';
import { ownPartnership } from '../../store/partnerships.ts';

export type WayInToOffer = {
  personId: Id<'person'>;
  kind: Invitation['kind'];
  /** undefined where it is handed over */
  to: string | undefined;
  recognised: string;
  by: { id: Id<'person'>; name: string };
  /** until a second person said yes */
  waits?: true;
};

/** What was offered; `token` only where nobody else carries it: it is shown once. */
export type WayInOffered = { id: Id<'invitation'>; token: string | undefined };

/** Offers somebody a way in, in place of what was offered before: by a letter, or by a token that is handed over. */
export async function offerWayIn(ctx: Ctx, given: WayInToOffer): Promise<WayInOffered> {
  for (const before of await invitationsOf(ctx, [given.personId]))
    await settleInvitation(ctx, { id: before.id, from: ['waiting', 'open'], to: 'replaced' });
  const id = ctx.newId<'invitation'>();
  const { personId, kind, to, recognised, by, waits } = given;
  await addInvitation(ctx, {
    id,
    personId,
    kind,
    to,
    recognised,
    invitedBy: by.id,
    invitedByName: by.name,
    expiresAt: endOfInvitation(ctx.now),
    state: waits ? 'waiting' : 'open',
  });
  if (waits) return { id, token: undefined };
  if (to !== undefined) {
    await writeInvitation(ctx, { id, kind, to, by });
    return { id, token: undefined };
  }
  return { id, token: await freshToken(ctx, id) };
}

/** Two weeks from now. */
export function endOfInvitation(now: Date): Date {
  return new Date(now.getTime() + invitationDays * 86_400_000);
}

/** The letter that carries an invitation. */
export async function writeInvitation(
  ctx: Ctx,
  given: {
    id: Id<'invitation'>;
    kind: Invitation['kind'];
    to: string;
    by: { id: Id<'person'>; name: string };
  },
): Promise<void> {
  const name = (await ownPartnership(ctx))?.name ?? 'The partnership';
  const { first, link } = letterWords[given.kind];
  await writeLetter(ctx, {
    key: `invitation:${given.id}`,
    to: given.to,
    subject: `${link}: ${name}`,
    askedBy: given.by.id,
    parts: [
      { kind: 'words', text: first(given.by.name, name) },
      { kind: 'one-use-link', text: link, linkId: given.id },
      {
        kind: 'words',
        text: `The link is for you alone and works once, until ${sayDay(dayInEngland(endOfInvitation(ctx.now)))}. Please do not pass it on. If you did not expect this letter, do nothing: nothing opens by itself.`,
      },
    ],
  });
}

const letterWords: Readonly<
  Record<Invitation['kind'], { first: (by: string, partnership: string) => string; link: string }>
> = {
  colleague: {
    first: (by, partnership) => `${by} invites you to work with ${partnership}.`,
    link: 'Your way in',
  },
  family: {
    first: (by) =>
      `${by} offers you a way to see what is written down together with you. You choose whether you want it.`,
    link: 'Your way in',
  },
  again: {
    first: (by) =>
      `${by} spoke with you, and you can set up your way in anew. What you used before opens nothing from then on.`,
    link: 'Your new way in',
  },
};

/** Where the invitation of a letter is opened; its token is made as the letter is carried. Undefined where it is none. */
export async function welcomePath(ctx: Ctx, id: string): Promise<string | undefined> {
  const invitation = await invitationById(ctx, storedId<'invitation'>(id));
  return invitation && welcomeOf(await freshToken(ctx, invitation.id));
}

export function welcomeOf(token: string): string {
  return `/welcome/${token}`;
}

async function freshToken(ctx: Ctx, id: Id<'invitation'>): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await addInvitationToken(ctx, id, hashOfInvitation(token));
  return token;
}

/** What is kept of a token. */
export function hashOfInvitation(token: string): string {
  return createHash('sha256').update(`invitation ${token}`).digest('hex');
}
