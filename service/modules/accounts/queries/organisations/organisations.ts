import type { Ctx } from '#platform/db/database.ts';
import type { Organisation, OrganisationName } from '../../domain/organisations/organisation.ts';
import * as store from '../../store/organisations/organisations.ts';

/** The organisations of the partnership as it stands today, by name. Everyone may know them. */
export async function organisations(ctx: Ctx): Promise<Organisation[]> {
  return store.standingOrganisations(ctx);
}

/** Organisations by their keys, those too that have closed. */
export async function organisationsNamed(ctx: Ctx, keys: readonly string[]): Promise<Organisation[]> {
  return store.organisationsByKey(ctx, [...new Set(keys)]);
}

/** Organisations by their ids, those too that have closed. */
export async function organisationsById(ctx: Ctx, ids: readonly string[]): Promise<Organisation[]> {
  return store.organisationsById(ctx, [...new Set(ids)]);
}

const mostWords = 8;

/** Organisations whose name or kind holds every word typed, by name, those too that have closed; all where no word is given. */
export async function organisationsWithWords(ctx: Ctx, typed: string): Promise<Organisation[]> {
  return store.organisationsWithWords(ctx, typed.split(/\s+/).filter(Boolean).slice(0, mostWords));
}

/** Every name that a body has had or will have, the first one first. */
export async function organisationNames(
  ctx: Ctx,
  { id }: Pick<Organisation, 'id'>,
): Promise<readonly OrganisationName[]> {
  return store.namesOfOrganisation(ctx, id);
}
