import type { Keys } from '#platform/keys/keys.ts';
import { seal, unseal } from '#platform/keys/sealed.ts';

const of = 'carried by a session';

/** Seals what a session by single sign-on holds until its end. */
export function sealCarried(keys: Keys, text: string): string {
  return seal(keys, { value: Buffer.from(text), of });
}

export function openCarried(keys: Keys, sealed: string | undefined): string | undefined {
  if (sealed === undefined) return undefined;
  try {
    return unseal(keys, { sealed, of }).toString();
  } catch {
    return undefined;
  }
}
