import { permission } from '#platform/access/policy.ts';

/** Reading who did what to personal data; reading it is written down too. */
export const readAudit = permission('audit.read', ['governance-lead']);
