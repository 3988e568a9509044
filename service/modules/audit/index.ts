export { readAudit } from './domain/permissions.ts';
export { whoLooked, type Look, type WhoLooked, type WhoLookedAsked } from './queries/who-looked.ts';
