import { z } from 'zod';
import type { Keys } from '#platform/keys/keys.ts';
import { seal, unseal } from '#platform/keys/sealed.ts';

const journey = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('single-sign-on'),
    /** to come in, to show once more that it is they, or to have it tied to a person who was invited */
    purpose: z.enum(['sign-in', 'prove', 'enrol']),
    next: z.string(),
    kept: z.object({
      provider: z.string(),
      state: z.string(),
      nonce: z.string(),
      verifier: z.string(),
      anew: z.boolean(),
    }),
    at: z.number(),
  }),
  z.object({ kind: z.literal('letter'), letterId: z.string(), at: z.number() }),
]);

/** Where a browser is on its way in. It holds this itself, sealed, so that a visitor's looking about writes nothing. */
export type Journey = z.output<typeof journey>;

const lifeMs = 15 * 60_000;

/** Seals a journey for one browser. */
export function sealJourney(keys: Keys, browser: string, going: Journey): string {
  return seal(keys, { value: Buffer.from(JSON.stringify(going)), of: `journey ${browser}` });
}

/** The journey of this browser; undefined where it is none of ours, another browser's, or took too long. */
export function openJourney(
  keys: Keys,
  { browser, sealed, now }: { browser: string; sealed: string | undefined; now: Date },
): Journey | undefined {
  if (sealed === undefined) return undefined;
  try {
    const opened = unseal(keys, { sealed, of: `journey ${browser}` }).toString();
    const found = journey.safeParse(JSON.parse(opened));
    return found.success && now.getTime() - found.data.at < lifeMs ? found.data : undefined;
  } catch {
    return undefined;
  }
}
