import { allowed, type NotAllowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import { waitsForSignOff } from '../../domain/disclosures/disclosure.ts';
import { keepSharing } from '../../domain/permissions.ts';
import { lockDisclosure } from '../../store/disclosures/disclosures.ts';
import { keepSignOff } from '../../store/disclosures/write-disclosures.ts';

export type SignOffRefusal =
  | NotAllowed
  | { reason: 'disclosure-missing' }
  | { reason: 'nothing-to-sign-off' };

/** Whoever answers for information says that a demand is lawful and answered with no more than it asks. */
export async function signOff(ctx: Ctx, number: number): Promise<Outcome<undefined, SignOffRefusal>> {
  if (!allowed(ctx.actor, keepSharing)) return refuse({ reason: 'not-allowed' });
  const found = await lockDisclosure(ctx, { number });
  if (!found) return refuse({ reason: 'disclosure-missing' });
  if (!waitsForSignOff(found)) return refuse({ reason: 'nothing-to-sign-off' });
  await keepSignOff(ctx, found);
  ctx.audit({
    act: 'sharing.demand-signed-off',
    way: 'written',
    subject: found.subject,
    relationship: 'governance',
    purpose: 'compelled-by-law',
    part: { kind: 'disclosure', id: found.id },
  });
  await ctx.record({
    type: 'sharing.demand-signed-off',
    subject: { kind: 'disclosure', id: found.id },
    details: { number },
  });
  return done(undefined);
}
