import { allowed, type NotAllowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import type { Id } from '#platform/kernel/id.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import type { CompleteDisclosure, Disclosure, DisclosureWords } from '../../domain/disclosures/disclosure.ts';
import { checkDisclosure, type DisclosureRefusal } from '../../domain/disclosures/new-disclosure.ts';
import { keepSharing, recordSharing } from '../../domain/permissions.ts';
import { aroundDisclosure } from '../../queries/disclosures/around-disclosure.ts';
import { lockDisclosure } from '../../store/disclosures/disclosures.ts';
import { keepDisclosure, keepRecordOfEmergency } from '../../store/disclosures/write-disclosures.ts';
import { nextNumber } from '../../store/sharing-tables.ts';

/** Nobody gives away what another body holds. */
type NotYours = { reason: 'not-your-body' };

/** What is written, and by what relationship whoever writes may know of it. */
export type Recording = { words: DisclosureWords; relationship: string };

/** How a line of the ledger is named once it is kept. */
export type Kept = { id: Id<'disclosure'>; number: number };

export type RecordDisclosureRefusal =
  | NotAllowed
  | NotYours
  | DisclosureRefusal
  | { reason: 'emergency-first' };

/** Writes down a share, or a decision not to share: whole, or not at all. */
export async function recordDisclosure(
  ctx: Ctx,
  { words, relationship }: Recording,
): Promise<Outcome<Kept, RecordDisclosureRefusal>> {
  if (!allowed(ctx.actor, recordSharing)) return refuse({ reason: 'not-allowed' });
  if (!mayGiveFor(ctx, words.from)) return refuse({ reason: 'not-your-body' });
  if (words.manner === 'emergency') return refuse({ reason: 'emergency-first' });
  const checked = checkDisclosure(words, await aroundDisclosure(ctx, words));
  if (!checked.done) return checked;
  const kept = { id: ctx.newId<'disclosure'>(), number: await nextNumber(ctx, 'sharing.disclosure') };
  await keepDisclosure(ctx, kept, checked.value);
  await tell(ctx, kept, { whole: checked.value, relationship });
  return done(kept);
}

export type RecordEmergencyRefusal =
  | NotAllowed
  | NotYours
  | DisclosureRefusal
  | { reason: 'disclosure-missing' }
  | { reason: 'recorded-already' }
  | { reason: 'changed-meanwhile'; theirs: Disclosure };

/** Writes down what was shared in an emergency: the one thing that ends what is owed. */
export async function recordEmergency(
  ctx: Ctx,
  { words, relationship, number, seen }: Recording & { number: number; seen: number },
): Promise<Outcome<Kept, RecordEmergencyRefusal>> {
  if (!allowed(ctx.actor, recordSharing)) return refuse({ reason: 'not-allowed' });
  const before = await lockDisclosure(ctx, { number });
  if (!before) return refuse({ reason: 'disclosure-missing' });
  if (before.recorded) return refuse({ reason: 'recorded-already' });
  if (before.version !== seen) return refuse({ reason: 'changed-meanwhile', theirs: before });
  if (!mayGiveFor(ctx, before.from)) return refuse({ reason: 'not-your-body' });
  const { subject, from, outcome, decidedByName } = before;
  const fixed = { subject, from, outcome, decidedByName, manner: 'emergency' as const };
  const whole = checkDisclosure({ ...words, ...fixed }, await aroundDisclosure(ctx, { ...words, ...fixed }));
  if (!whole.done) return whole;
  await keepRecordOfEmergency(ctx, before, whole.value);
  const kept = { id: before.id, number };
  await tell(ctx, kept, { whole: whole.value, relationship });
  return done(kept);
}

/** Whether this person may say what a body shares: their own, or any where they answer for information. */
export function mayGiveFor({ actor }: Ctx, from: Id<'organisation'>): boolean {
  if (actor.kind !== 'person' || actor.organisationId === undefined) return true;
  return actor.organisationId === from || allowed(actor, keepSharing);
}

type Told = { whole: CompleteDisclosure; relationship: string };

async function tell(ctx: Ctx, { id, number }: Kept, { whole, relationship }: Told): Promise<void> {
  const { subject, outcome, manner, purpose } = whole;
  const shared = outcome === 'shared';
  ctx.audit({
    act: shared ? 'sharing.share-recorded' : 'sharing.refusal-recorded',
    way: shared ? 'disclosed' : 'refused',
    subject,
    relationship,
    purpose,
    part: { kind: 'disclosure', id },
  });
  await ctx.record({
    type: shared ? 'sharing.share-recorded' : 'sharing.refusal-recorded',
    subject: { kind: 'disclosure', id },
    details: { number, manner },
  });
}
