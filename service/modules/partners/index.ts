export { setUpOrganisations } from './actions/set-up-organisations.ts';
export type { Organisation } from './domain/organisation.ts';
export { organisations } from './queries/organisations.ts';
