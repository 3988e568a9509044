import type { Ctx } from '#platform/db/database.ts';
import type { Id } from '#platform/kernel/id.ts';
import type { WaysIn } from '../../domain/sign-in/ways-in.ts';
import { appCodeOf } from '../../store/sign-in/app-codes.ts';
import { identitiesOf } from '../../store/sign-in/identities.ts';
import { passkeysOf } from '../../store/sign-in/passkeys.ts';
import { recoveryCodesLeft } from '../../store/sign-in/recovery-codes.ts';

/** All the ways in which a person signs in. */
export async function waysInOf(ctx: Ctx, personId: Id<'person'>): Promise<WaysIn> {
  const identities = await identitiesOf(ctx, personId);
  const passkeys = await passkeysOf(ctx, personId);
  const appCode = await appCodeOf(ctx, personId);
  return {
    identities: identities.map((row) => ({
      id: row.id,
      provider: row.provider,
      issuer: row.issuer,
      linkedAt: row.linked_at,
      usedAt: row.used_at ?? undefined,
    })),
    passkeys: passkeys.map((row) => ({
      id: row.id,
      credentialId: row.credential_id,
      name: row.name,
      madeAt: row.made_at,
      usedAt: row.used_at ?? undefined,
    })),
    appCode: appCode && { madeAt: appCode.madeAt, usedAt: appCode.usedAt },
    recoveryCodes: await recoveryCodesLeft(ctx, personId),
  };
}
