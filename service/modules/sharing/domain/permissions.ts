import { permission } from '#platform/access/policy.ts';

/** Keeping agreements between organisations, the owners of records and the compatibility of purposes; signing off. */
export const keepSharing = permission('sharing.keep', ['governance-lead']);

/** Writing down what was shared, or that it was decided not to share, and reading what one wrote down. */
export const recordSharing = permission('sharing.record', [
  'practitioner',
  'supervisor',
  'setting-lead',
  'safeguarding-reader',
  'governance-lead',
]);
