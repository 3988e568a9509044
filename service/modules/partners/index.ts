export { setUpOrganisations } from './actions/set-up-organisations.ts';

export { organisations } from './queries/organisations.ts';

export { organisationSubjects } from './queries/organisation-subjects.ts';
