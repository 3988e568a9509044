export { readAudit } from './domain/permissions.ts';
export { whoLooked, type Look, type WhoLooked } from './queries/who-looked.ts';
export { exportHeads, type HeadsKept } from './actions/export-heads.ts';
export { headsRefusals } from './actions/heads-refusals.ts';
export { exportHeadsDaily, verifyWeekly } from './actions/schedules.ts';
export { askToVerify, verifyAudit } from './actions/verify-audit.ts';
