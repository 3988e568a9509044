export { setUpPartnership } from './actions/set-up-partnership.ts';
export { identify } from './queries/identify.ts';
export { ownPartnership } from './queries/own-partnership.ts';
export { people } from './queries/people.ts';
export type { Person } from './domain/person.ts';
