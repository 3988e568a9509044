import type { Ctx } from '#platform/db/database.ts';
import { newRecoveryCodes, newSalt, recoveryDigest, sameDigest } from '#platform/identity/recovery-codes.ts';
import type { Id } from '#platform/kernel/id.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import {
  lockRecoveryCodes,
  recoveryCodesLeft,
  recoveryCodeUsed,
  setRecoveryCodes,
} from '../../store/sign-in/recovery-codes.ts';
import { codeWasWrong, waitsForCodes, type CodeRefusal } from './app-codes.ts';
import { tellPerson } from './tell-person.ts';

/** Makes ten codes for a bad day, in the place of those before. They are told once, here, and kept by nobody. */
export async function makeRecoveryCodes(ctx: Ctx, personId: Id<'person'>): Promise<readonly string[]> {
  const [codes, salt] = [newRecoveryCodes(), newSalt()];
  const digests = await Promise.all(codes.map((code) => recoveryDigest(code, salt)));
  await setRecoveryCodes(ctx, { personId, salt, digests });
  await ctx.record({ type: 'accounts.recovery-codes-made', subject: { kind: 'person', id: personId } });
  await tellPerson(ctx, personId, { what: 'codes-made' });
  return codes;
}

/** Takes a code for a bad day, once. Wrong ones count as wrong codes of the app do. */
export async function giveRecoveryCode(
  ctx: Ctx,
  { personId, code }: { personId: Id<'person'>; code: string },
): Promise<Outcome<undefined, CodeRefusal>> {
  const waits = await waitsForCodes(ctx, personId);
  if (waits) return refuse(waits);
  const left = await lockRecoveryCodes(ctx, personId);
  const [first] = left;
  const digest = first && (await recoveryDigest(code, first.salt));
  const found = digest === undefined ? undefined : left.find((one) => sameDigest(one.digest, digest));
  if (!found) return refuse(await codeWasWrong(ctx, personId));
  await recoveryCodeUsed(ctx, personId, found.digest);
  await ctx.record({ type: 'accounts.recovery-code-used', subject: { kind: 'person', id: personId } });
  await tellPerson(ctx, personId, { what: 'code-used', left: await recoveryCodesLeft(ctx, personId) });
  return done(undefined);
}
