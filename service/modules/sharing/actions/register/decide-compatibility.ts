import { allowed, type NotAllowed } from '#platform/access/policy.ts';
import type { Purpose } from '#platform/access/purposes.ts';
import type { Ctx } from '#platform/db/database.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import { compatibleByLaw } from '../../domain/disclosures/compatibility.ts';
import { keepSharing } from '../../domain/permissions.ts';
import { keepCompatibility } from '../../store/register/compatibilities.ts';

export type DecideCompatibilityRefusal =
  | NotAllowed
  | { reason: 'decision-words-missing' }
  /** a purpose is compatible with itself, and with some the law has decided */
  | { reason: 'nothing-to-decide' };

export type CompatibilityWords = {
  gatheredFor: Purpose;
  usedFor: Purpose;
  answer: 'may' | 'may-not';
  words: string;
};

/** Decides whether what was gathered for one purpose may be used for another. The newest decision holds. */
export async function decideCompatibility(
  ctx: Ctx,
  { gatheredFor, usedFor, answer, words: given }: CompatibilityWords,
): Promise<Outcome<undefined, DecideCompatibilityRefusal>> {
  if (!allowed(ctx.actor, keepSharing)) return refuse({ reason: 'not-allowed' });
  if (gatheredFor === usedFor || compatibleByLaw.some((law) => law.usedFor === usedFor))
    return refuse({ reason: 'nothing-to-decide' });
  const words = given.trim();
  if (words === '') return refuse({ reason: 'decision-words-missing' });
  await keepCompatibility(ctx, { gatheredFor, usedFor, compatible: answer === 'may', words });
  await ctx.record({
    type: 'sharing.compatibility-decided',
    subject: { kind: 'purpose', id: gatheredFor },
    details: { usedFor, answer },
  });
  return done(undefined);
}
