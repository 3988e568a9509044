import type { Ctx } from '#platform/db/database.ts';
import type { Organisation } from '../../domain/organisations/organisation.ts';
import { saveOrganisation } from '../../store/organisations/organisations.ts';

/** Sets up the context's organisations; saying it twice changes nothing. Only the service itself may. */
export async function setUpOrganisations(
  ctx: Ctx,
  given: readonly (Pick<Organisation, 'key' | 'name' | 'kind'> &
    Partial<Pick<Organisation, 'from' | 'until'>>)[],
): Promise<void> {
  if (ctx.actor.kind !== 'service') throw new Error('only the service sets up organisations');
  for (const { key, name, kind, from, until } of given)
    await saveOrganisation(ctx, { key, name, kind, from, until });
  await ctx.record({
    type: 'accounts.organisations-set-up',
    subject: { kind: 'partnership', id: ctx.partnershipId },
    details: { organisations: given.length },
  });
}
