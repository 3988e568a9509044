import type { Keys } from '../keys/keys.ts';
import { seal, unseal } from '../keys/sealed.ts';

/** For what a browser is asked to show a passkey, and which browser: an answer to one is no answer to another. */
export type ChallengeFor = { purpose: 'enrol' | 'sign-in' | 'prove'; browser: string };

const lifeMs = 5 * 60_000;

/** A challenge (WebAuthn level 3, 13.4.3) that nobody else can make and that tells its own age: base64url. */
export function newChallenge(keys: Keys, at: Date, about: ChallengeFor): string {
  const value = Buffer.from(String(at.getTime()));
  return Buffer.from(seal(keys, { value, of: nameOf(about) })).toString('base64url');
}

/** Whether a challenge is one of ours, for this and no older than five minutes. That it is used once is noted elsewhere. */
export function challengeHolds(keys: Keys, at: Date, asked: ChallengeFor & { challenge: string }): boolean {
  try {
    const sealed = Buffer.from(asked.challenge, 'base64url').toString('latin1');
    const age = at.getTime() - Number(unseal(keys, { sealed, of: nameOf(asked) }).toString());
    return age >= -60_000 && age <= lifeMs;
  } catch {
    return false;
  }
}

function nameOf({ purpose, browser }: ChallengeFor): string {
  return `challenge ${purpose} ${browser}`;
}
