export { setUpOrganisations } from './actions/set-up-organisations.ts';

export { organisations, organisationsNamed } from './queries/organisations.ts';

export { organisationSubjects } from './queries/organisation-subjects.ts';
