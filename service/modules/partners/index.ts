export { organisationSubjects } from './queries/organisation-subjects.ts';
