import type { Ctx } from '#platform/db/database.ts';
import { challengeHolds } from '#platform/identity/challenge.ts';
import {
  challengeIn,
  passkeyMade,
  passkeyNamed,
  passkeyShown,
  type Site,
} from '#platform/identity/passkeys.ts';
import type { Keys } from '#platform/keys/keys.ts';
import type { Id } from '#platform/kernel/id.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import { mostPasskeys, passkeyName } from '../../domain/sign-in/ways-in.ts';
import { personById } from '../../store/people.ts';
import { addPasskey, lockPasskey, passkeysOf, passkeyUsed } from '../../store/sign-in/passkeys.ts';
import { tellPerson } from './tell-person.ts';
import { useOnce } from './use-once.ts';

export type PasskeyRefusal =
  /** not of this site, too late, used before, of nobody here, or nonsense: whoever asks is not told which */
  { reason: 'passkey-not-taken' } | { reason: 'passkey-known' } | { reason: 'passkeys-enough' };

type Answered = { keys: Keys; site: Site; browser: string; answer: string };

/** Adds the passkey that a browser made to a person. */
export async function enrolPasskey(
  ctx: Ctx,
  given: Answered & { personId: Id<'person'>; name: string; kind: string },
): Promise<Outcome<undefined, PasskeyRefusal>> {
  const { personId, site, answer } = given;
  if ((await passkeysOf(ctx, personId)).length >= mostPasskeys) return refuse({ reason: 'passkeys-enough' });
  const made = await passkeyMade(site, answer, holdsFor(ctx, given, 'enrol'));
  if (!made || !(await usedNow(ctx, answer))) return refuse({ reason: 'passkey-not-taken' });
  const name = passkeyName(given.name, given.kind);
  if (!(await addPasskey(ctx, { ...made, personId, name }))) return refuse({ reason: 'passkey-known' });
  await ctx.record({
    type: 'accounts.way-in-added',
    subject: { kind: 'person', id: personId },
    details: { way: 'passkey' },
  });
  await tellPerson(ctx, personId, { what: 'way-added', way: `The passkey “${name}”` });
  return done(undefined);
}

/** Whose passkey a browser showed. `purpose` is what it was asked for. */
export async function comeInByPasskey(
  ctx: Ctx,
  given: Answered & { purpose: 'sign-in' | 'prove' },
): Promise<Outcome<Id<'person'>, PasskeyRefusal>> {
  const { site, answer } = given;
  const refused = refuse({ reason: 'passkey-not-taken' });
  const named = passkeyNamed(answer);
  const passkey = named && (await lockPasskey(ctx, named.credentialId));
  if (!passkey || (named.personId !== undefined && named.personId !== passkey.personId)) return refused;
  const holds = holdsFor(ctx, given, given.purpose);
  const counter = await passkeyShown(site, { answer, holds, passkey });
  if (counter === undefined || !(await usedNow(ctx, answer))) {
    await ctx.record({
      type: 'accounts.sign-in-refused',
      subject: { kind: 'person', id: passkey.personId },
      details: { way: 'passkey' },
    });
    return refused;
  }
  const person = await personById(ctx, passkey.personId);
  if (!person) return refused;
  await passkeyUsed(ctx, { id: passkey.id, counter });
  return done(person.id);
}

function holdsFor(ctx: Ctx, { keys, browser }: Answered, purpose: 'enrol' | 'sign-in' | 'prove') {
  return (challenge: string) => challengeHolds(keys, ctx.now, { purpose, browser, challenge });
}

/** Uses the challenge up, so that the same answer opens nothing again. */
async function usedNow(ctx: Ctx, answer: string): Promise<boolean> {
  const challenge = challengeIn(answer);
  return challenge !== undefined && useOnce(ctx, `challenge ${challenge}`);
}
