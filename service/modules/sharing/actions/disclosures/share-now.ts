import { allowed, type NotAllowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import type { Id } from '#platform/kernel/id.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import type { Recipient, Subject } from '../../domain/disclosures/disclosure.ts';
import { recordSharing } from '../../domain/permissions.ts';
import { keepEmergency } from '../../store/disclosures/write-disclosures.ts';
import { nextNumber } from '../../store/sharing-tables.ts';
import { mayGiveFor, type Kept } from './record-disclosure.ts';

export type ShareNowRefusal =
  | NotAllowed
  | { reason: 'not-your-body' }
  | { reason: 'same-body' }
  /** the least that has to be said: to whom, and what */
  | { reason: 'recipient-missing' }
  | { reason: 'what-missing' };

export type SharingNow = {
  subject: Subject;
  from: Id<'organisation'>;
  to: Recipient;
  what: string;
  relationship: string;
};

/** Somebody is in danger: it is shared at once, and the record follows within a day. */
export async function shareNow(
  ctx: Ctx,
  { subject, from, to, what, relationship }: SharingNow,
): Promise<Outcome<Kept, ShareNowRefusal>> {
  if (!allowed(ctx.actor, recordSharing)) return refuse({ reason: 'not-allowed' });
  if (!mayGiveFor(ctx, from)) return refuse({ reason: 'not-your-body' });
  if (to.organisationId === from) return refuse({ reason: 'same-body' });
  const named = { ...to, body: to.body.trim(), person: to.person.trim() };
  if (named.body === '' || named.person === '') return refuse({ reason: 'recipient-missing' });
  const extent = what.trim();
  if (extent === '') return refuse({ reason: 'what-missing' });
  const kept = { id: ctx.newId<'disclosure'>(), number: await nextNumber(ctx, 'sharing.disclosure') };
  await keepEmergency(ctx, { ...kept, subject, from, to: named, extent });
  ctx.audit({
    act: 'sharing.shared-at-once',
    way: 'disclosed',
    subject,
    relationship,
    purpose: 'safeguarding',
    part: { kind: 'disclosure', id: kept.id },
  });
  await ctx.record({
    type: 'sharing.shared-at-once',
    subject: { kind: 'disclosure', id: kept.id },
    details: { number: kept.number },
  });
  return done(kept);
}
