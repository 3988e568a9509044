import type { Ctx } from '#platform/db/database.ts';
import type { Id } from '#platform/kernel/id.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import type { Disclosure } from '../../domain/disclosures/disclosure.ts';
import { whyNotCross, type CrossingAsked, type CrossingRefusal } from '../../domain/disclosures/may-cross.ts';
import { aroundCrossing } from '../../queries/disclosures/still-holds.ts';
import { keepCrossing } from '../../store/disclosures/crossings.ts';
import { lockDisclosure } from '../../store/disclosures/disclosures.ts';

/** What passes, on which line of the ledger, and by what relationship whoever lets it pass may know of it. */
export type CrossingGiven = CrossingAsked & {
  disclosureId: Id<'disclosure'>;
  output: { kind: string; id: string };
  relationship: string;
};

/**
 * Lets something pass from one body to another, on a line of the ledger that covers it, and writes down that it did, in the
 * same transaction. Every grant, export, message and match between bodies comes through here; without it nothing passes.
 */
export async function crossing(
  ctx: Ctx,
  given: CrossingGiven,
): Promise<Outcome<{ id: Id<'crossing'>; disclosure: Disclosure }, CrossingRefusal>> {
  const disclosure = await lockDisclosure(ctx, { id: given.disclosureId });
  if (!disclosure) return refuse({ reason: 'no-disclosure' });
  const why = whyNotCross(disclosure, given, await aroundCrossing(ctx, disclosure));
  ctx.audit({
    act: why ? 'sharing.crossing-refused' : 'sharing.crossed',
    way: why ? 'refused' : 'disclosed',
    subject: given.subject,
    relationship: given.relationship,
    purpose: given.purpose,
    part: { kind: given.output.kind, id: given.output.id },
  });
  if (why) return refuse(why);
  const id = ctx.newId<'crossing'>();
  const once = disclosure.manner === 'compelled' ? 'once' : 'again';
  await keepCrossing(ctx, { id, disclosureId: disclosure.id, way: given.way, output: given.output, once });
  await ctx.record({
    type: 'sharing.crossed',
    subject: { kind: 'disclosure', id: disclosure.id },
    details: { number: disclosure.number, way: given.way },
  });
  return done({ id, disclosure });
}
