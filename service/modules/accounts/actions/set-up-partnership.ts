import { readableUnderWhite } from '#platform/kernel/colour.ts';
import type { Ctx } from '#platform/db/database.ts';
import { conflictAmong } from '../domain/people/built-in-roles.ts';
import type { Partnership, PersonToSetUp } from '../domain/person.ts';
import { savePartnership } from '../store/partnerships.ts';
import { savePerson } from '../store/people.ts';

export type PartnershipSetUp = {
  partnership: Omit<Partnership, 'id'>;
  people: readonly PersonToSetUp[];
};

/** Sets up the context's partnership and its people; saying it twice changes nothing. Only the service itself may. */
export async function setUpPartnership(ctx: Ctx, given: PartnershipSetUp): Promise<void> {
  if (ctx.actor.kind !== 'service') throw new Error('only the service sets up a partnership');
  if (!readableUnderWhite(given.partnership.brandColour))
    throw new Error(`white words cannot be read on ${given.partnership.brandColour}: choose a darker colour`);
  for (const { name, roles } of given.people) {
    const conflict = conflictAmong(roles);
    if (conflict)
      throw new Error(`${name} cannot be ${conflict.role} and ${conflict.beside}: ${conflict.because}`);
  }
  await savePartnership(ctx, { id: ctx.partnershipId, ...given.partnership });
  for (const person of given.people) await savePerson(ctx, person);
  await ctx.record({
    type: 'accounts.partnership-set-up',
    subject: { kind: 'partnership', id: ctx.partnershipId },
    details: { people: given.people.length },
  });
}
