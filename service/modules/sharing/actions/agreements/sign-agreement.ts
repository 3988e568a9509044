import { allowed, type NotAllowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import { nameOfActor } from '#platform/kernel/context.ts';
import { compareDays, type Day } from '#platform/kernel/day.ts';
import type { Id } from '#platform/kernel/id.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import type { Agreement, Signature } from '../../domain/agreements/agreement.ts';
import { keepSharing } from '../../domain/permissions.ts';
import { lockAgreement } from '../../store/agreements/agreements.ts';
import { keepSignature, keepStanding } from '../../store/agreements/write-agreements.ts';

type Missing = NotAllowed | { reason: 'agreement-missing' };

export type SignAgreementRefusal =
  | Missing
  | { reason: 'ended-already' }
  | { reason: 'not-a-party' }
  | { reason: 'signed-already' }
  | { reason: 'signatory-missing' }
  | { reason: 'signed-later'; today: Day };

type Signing = { number: number; organisationId: Id<'organisation'>; signature: Signature };

/** Writes down who put their name to the newest version for one party. */
export async function signAgreement(
  ctx: Ctx,
  given: Signing,
): Promise<Outcome<Agreement, SignAgreementRefusal>> {
  if (!allowed(ctx.actor, keepSharing)) return refuse({ reason: 'not-allowed' });
  const agreement = await lockAgreement(ctx, given.number);
  const version = agreement?.versions.at(-1);
  if (!agreement || !version) return refuse({ reason: 'agreement-missing' });
  if (agreement.ended) return refuse({ reason: 'ended-already' });
  const party = version.parties.find(({ organisationId }) => organisationId === given.organisationId);
  if (!party) return refuse({ reason: 'not-a-party' });
  if (party.signature) return refuse({ reason: 'signed-already' });
  const signature = {
    ...given.signature,
    name: given.signature.name.trim(),
    job: given.signature.job.trim(),
  };
  if (signature.name === '' || signature.job === '') return refuse({ reason: 'signatory-missing' });
  if (compareDays(ctx.today, signature.signedOn) < 0)
    return refuse({ reason: 'signed-later', today: ctx.today });
  await keepSignature(ctx, { versionId: version.id, organisationId: party.organisationId, signature });
  const after = { ...agreement, version: agreement.version + 1 };
  await keepStanding(ctx, after);
  await ctx.record({
    type: 'sharing.agreement-signed',
    subject: { kind: 'agreement', id: agreement.id },
    details: { number: agreement.number, version: version.number },
  });
  return done(after);
}

export type EndAgreementRefusal =
  | Missing
  | { reason: 'ended-already' }
  | { reason: 'ending-words-missing' }
  | { reason: 'changed-meanwhile'; theirs: Agreement };

/** Ends an agreement today: what rests on it is refused from the next request on. */
export async function endAgreement(
  ctx: Ctx,
  given: { number: number; seen: number; words: string },
): Promise<Outcome<Agreement, EndAgreementRefusal>> {
  if (!allowed(ctx.actor, keepSharing)) return refuse({ reason: 'not-allowed' });
  const agreement = await lockAgreement(ctx, given.number);
  if (!agreement) return refuse({ reason: 'agreement-missing' });
  if (agreement.version !== given.seen) return refuse({ reason: 'changed-meanwhile', theirs: agreement });
  if (agreement.ended) return refuse({ reason: 'ended-already' });
  const words = given.words.trim();
  if (words === '') return refuse({ reason: 'ending-words-missing' });
  const after = {
    ...agreement,
    ended: { on: ctx.today, words, byName: nameOfActor(ctx.actor) },
    version: agreement.version + 1,
  };
  await keepStanding(ctx, after);
  await ctx.record({
    type: 'sharing.agreement-ended',
    subject: { kind: 'agreement', id: agreement.id },
    details: { number: agreement.number },
  });
  return done(after);
}
