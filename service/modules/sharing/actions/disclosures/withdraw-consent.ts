import { allowed, type NotAllowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import { recordSharing } from '../../domain/permissions.ts';
import { withdrawConsentOf } from '../../store/disclosures/consents.ts';
import { lockDisclosure } from '../../store/disclosures/disclosures.ts';

export type WithdrawConsentRefusal =
  | NotAllowed
  | { reason: 'disclosure-missing' }
  | { reason: 'rests-on-no-consent' }
  | { reason: 'withdrawn-already' };

/** Writes down that somebody took their consent back. Nothing crosses on it from the next request on. */
export async function withdrawConsent(
  ctx: Ctx,
  { number, words, relationship }: { number: number; words: string; relationship: string },
): Promise<Outcome<undefined, WithdrawConsentRefusal>> {
  if (!allowed(ctx.actor, recordSharing)) return refuse({ reason: 'not-allowed' });
  const found = await lockDisclosure(ctx, { number });
  if (!found) return refuse({ reason: 'disclosure-missing' });
  if (!found.consent) return refuse({ reason: 'rests-on-no-consent' });
  if (found.consent.withdrawn) return refuse({ reason: 'withdrawn-already' });
  await withdrawConsentOf(ctx, found.consent.id, words.trim());
  ctx.audit({
    act: 'sharing.consent-withdrawn',
    way: 'written',
    subject: found.subject,
    relationship,
    purpose: found.purpose ?? 'record-keeping',
    part: { kind: 'disclosure', id: found.id },
  });
  await ctx.record({
    type: 'sharing.consent-withdrawn',
    subject: { kind: 'disclosure', id: found.id },
    details: { number },
  });
  return done(undefined);
}
