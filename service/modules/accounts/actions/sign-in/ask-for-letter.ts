import { createHmac, randomBytes } from 'node:crypto';
import type { Ctx } from '#platform/db/database.ts';
import { digestOf } from '#platform/identity/digest.ts';
import type { Keys } from '#platform/keys/keys.ts';
import { seal, unseal } from '#platform/keys/sealed.ts';
import { writeLetter } from '#platform/mail/letters.ts';
import type { Handler } from '#platform/outbox/outbox.ts';
import { howManyWays, type WaysIn } from '../../domain/sign-in/ways-in.ts';
import { waysInOf } from '../../queries/sign-in/ways-in.ts';
import {
  addLetterAsk,
  addSignInLetter,
  asksSince,
  peopleAtAddress,
  setLetterToken,
  takeLetterAsk,
} from '../../store/sign-in/sign-in-letters.ts';

const letterMinutes = 10;
const asksAnHour = 5;

/**
 * Somebody asks for a letter to sign in with. Whether the address is anybody's is looked at later, by the queue: what is
 * done here, and how long it takes, is the same for every address.
 */
export async function askForLetter(
  ctx: Ctx,
  { keys, address, next }: { keys: Keys; address: string; next: string },
): Promise<void> {
  const id = ctx.newId<'letter-ask'>();
  const lower = address.trim().toLowerCase().slice(0, 254);
  await addLetterAsk(ctx, {
    id,
    addressDigest: createHmac('sha256', keys.key('audit-digests'))
      .update(`sign-in ${lower}`)
      .digest('base64url'),
    sealedAddress: seal(keys, { value: Buffer.from(lower), of: `letter ask ${id}` }),
    next,
  });
  await ctx.record({ type: 'accounts.sign-in-letter-asked', subject: { kind: 'letter-ask', id } });
}

/** Writes the letters that were asked for: to whoever is here under that address, and to nobody else. */
export function writeSignInLetters(keys: Keys): Handler {
  return {
    name: 'accounts.write-sign-in-letters',
    types: ['accounts.sign-in-letter-asked'],
    async handle(ctx, { subject: { id } }) {
      const ask = await takeLetterAsk(ctx, id);
      if (!ask) return;
      const from = new Date(ask.askedAt.getTime() - 3_600_000);
      const often = await asksSince(ctx, { addressDigest: ask.addressDigest, from, to: ask.askedAt });
      if (often > asksAnHour) return;
      const address = unseal(keys, { sealed: ask.sealedAddress, of: `letter ask ${id}` }).toString();
      for (const person of await peopleAtAddress(ctx, address)) {
        const ways = await waysInOf(ctx, person.id);
        if (ways.appCode || ways.recoveryCodes > 0) await sendLink(ctx, person, ask);
        else if (howManyWays(ways) > 0) await sendWords(ctx, person, { id, ways });
      }
    },
  };
}

type Addressed = { id: string; name: string; email: string };

async function sendLink(ctx: Ctx, person: Addressed, ask: { next: string; askedAt: Date }): Promise<void> {
  const expiresAt = new Date(ask.askedAt.getTime() + letterMinutes * 60_000);
  const letterId = await addSignInLetter(ctx, { personId: person.id, ...ask, expiresAt });
  await writeLetter(ctx, {
    key: `sign-in:${letterId}`,
    to: person.email,
    subject: 'Your link to sign in',
    askedBy: undefined,
    parts: [
      { kind: 'words', text: `Hello ${person.name},` },
      {
        kind: 'words',
        text: 'Open this link, and have your phone ready: we then ask for a code of your app.',
      },
      { kind: 'one-use-link', text: 'Sign in', linkId: `${linkPrefix}${letterId}` },
      {
        kind: 'words',
        text: `It works once, for ${letterMinutes} minutes. If you did not ask for it, do nothing: by itself it opens nothing.`,
      },
    ],
  });
}

async function sendWords(
  ctx: Ctx,
  person: Addressed,
  { id, ways }: { id: string; ways: WaysIn },
): Promise<void> {
  const by = ways.passkeys.length > 0 ? 'with your passkey' : 'with the single sign-on of your organisation';
  await writeLetter(ctx, {
    key: `sign-in-words:${id}:${person.id}`,
    to: person.email,
    subject: 'How you sign in',
    askedBy: undefined,
    parts: [
      { kind: 'words', text: `Hello ${person.name},` },
      {
        kind: 'words',
        text: `Somebody, we hope you, asked for a letter to sign in with. You sign in ${by}: no letter is needed. If you have lost that way, ask whoever invited you.`,
      },
      { kind: 'page', text: 'Sign in', path: '/sign-in' },
    ],
  });
}

const linkPrefix = 'sign-in:';

/** Makes the link of a letter while it is carried; undefined where the link is of another kind. */
export async function signInLinkPath(ctx: Ctx, linkId: string): Promise<string | undefined> {
  if (!linkId.startsWith(linkPrefix)) return undefined;
  const token = randomBytes(32).toString('base64url');
  await setLetterToken(ctx, linkId.slice(linkPrefix.length), digestOf('sign-in letter', token));
  return `/sign-in/letter/${token}`;
}
