import type { Ctx } from '#platform/db/database.ts';
import type { Organisation } from '../domain/organisation.ts';
import { standingOrganisations } from '../store/organisations.ts';

/** The organisations of the partnership as it stands today, by name. Everyone may know them. */
export async function organisations(ctx: Ctx): Promise<Organisation[]> {
  return standingOrganisations(ctx);
}
