import type { Ctx } from '#platform/db/database.ts';
import { stepOfCode } from '#platform/identity/app-codes.ts';
import type { Keys } from '#platform/keys/keys.ts';
import { seal, unseal } from '#platform/keys/sealed.ts';
import type { Id } from '#platform/kernel/id.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import { minutesToWait, triesLeft } from '../../domain/sign-in/tries.ts';
import {
  appCodeOf,
  appCodeRight,
  appCodeWrong,
  lockAppCode,
  setAppCode,
} from '../../store/sign-in/app-codes.ts';
import { tellPerson } from './tell-person.ts';
import { useOnce } from './use-once.ts';

export type CodeRefusal =
  | { reason: 'code-wrong'; left: number }
  /** none is looked at until then */
  | { reason: 'codes-wait'; minutes: number }
  | { reason: 'no-app' };

const offerMs = 30 * 60_000;

/** Seals a secret that is offered to one person, for the form in which they give its first code. */
export function sealOffer(keys: Keys, offer: { personId: string; secret: Uint8Array; now: Date }): string {
  const until = Buffer.alloc(8);
  until.writeBigUInt64BE(BigInt(offer.now.getTime() + offerMs));
  return seal(keys, { value: Buffer.concat([until, offer.secret]), of: `offer ${offer.personId}` });
}

/** The secret that was offered to this person; undefined where it was not, or too long ago. */
export function openOffer(
  keys: Keys,
  offer: { personId: string; sealed: string; now: Date },
): Uint8Array | undefined {
  try {
    const value = unseal(keys, { sealed: offer.sealed, of: `offer ${offer.personId}` });
    return Number(value.readBigUInt64BE()) > offer.now.getTime()
      ? new Uint8Array(value.subarray(8))
      : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps an app's secret once the person has shown that their app knows it: its first code. */
export async function addAppCode(
  ctx: Ctx,
  given: { keys: Keys; personId: Id<'person'>; secret: Uint8Array; code: string },
): Promise<Outcome<undefined, CodeRefusal>> {
  const { keys, personId, secret, code } = given;
  const step = stepOfCode(secret, code, ctx.now);
  if (step === undefined) return refuse({ reason: 'code-wrong', left: triesLeft(0) });
  const sealedSecret = seal(keys, { value: secret, of: secretOf(personId) });
  await setAppCode(ctx, { personId, sealedSecret, step });
  await ctx.record({
    type: 'accounts.way-in-added',
    subject: { kind: 'person', id: personId },
    details: { way: 'app-code' },
  });
  await tellPerson(ctx, personId, { what: 'way-added', way: 'An app that shows codes' });
  return done(undefined);
}

/** Takes a code of a person's app: each once, and after five wrong ones none for a while that grows. */
export async function giveAppCode(
  ctx: Ctx,
  { keys, personId, code }: { keys: Keys; personId: Id<'person'>; code: string },
): Promise<Outcome<undefined, CodeRefusal>> {
  const kept = await lockAppCode(ctx, personId);
  if (!kept) return refuse({ reason: 'no-app' });
  if (kept.waitUntil && kept.waitUntil > ctx.now)
    return refuse({
      reason: 'codes-wait',
      minutes: Math.ceil((kept.waitUntil.getTime() - ctx.now.getTime()) / 60_000),
    });
  const secret = unseal(keys, { sealed: kept.sealedSecret, of: secretOf(personId) });
  const step = stepOfCode(secret, code, ctx.now);
  if (step !== undefined && step > kept.lastStep) {
    await appCodeRight(ctx, personId, step);
    return done(undefined);
  }
  return refuse(await wrong(ctx, personId, kept.wrongTries + 1));
}

/** A code of a letter's journey was wrong, of whichever kind. */
export async function codeWasWrong(ctx: Ctx, personId: Id<'person'>): Promise<CodeRefusal> {
  const kept = await lockAppCode(ctx, personId);
  return kept ? wrong(ctx, personId, kept.wrongTries + 1) : { reason: 'code-wrong', left: 0 };
}

/** Whether codes of this person are looked at now. */
export async function waitsForCodes(ctx: Ctx, personId: Id<'person'>): Promise<CodeRefusal | undefined> {
  const until = (await appCodeOf(ctx, personId))?.waitUntil;
  if (!until || until <= ctx.now) return undefined;
  return { reason: 'codes-wait', minutes: Math.ceil((until.getTime() - ctx.now.getTime()) / 60_000) };
}

async function wrong(ctx: Ctx, personId: Id<'person'>, wrongTries: number): Promise<CodeRefusal> {
  const minutes = minutesToWait(wrongTries);
  const waitUntil = minutes > 0 ? new Date(ctx.now.getTime() + minutes * 60_000) : undefined;
  await appCodeWrong(ctx, personId, { wrongTries, waitUntil });
  await ctx.record({
    type: 'accounts.sign-in-refused',
    subject: { kind: 'person', id: personId },
    details: { way: 'app-code', wrongTries },
  });
  // once a day is enough: whoever guesses must not be able to fill a letter box
  if (minutes > 0 && (await useOnce(ctx, `guessed ${personId} ${ctx.now.toISOString().slice(0, 13)}`)))
    await tellPerson(ctx, personId, { what: 'codes-guessed' });
  return minutes > 0
    ? { reason: 'codes-wait', minutes }
    : { reason: 'code-wrong', left: triesLeft(wrongTries) };
}

function secretOf(personId: string): string {
  return `app secret ${personId}`;
}
