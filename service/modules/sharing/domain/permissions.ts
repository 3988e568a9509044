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

/** Answering people who ask what is held about them, or who ask to have it put right. */
export const answerRights = permission('rights.answer', ['governance-lead']);

/** Reading in one's own account what one asked and complained of, and the answers. */
export const readOwnAnswers = permission('rights.read-own', ['young-person', 'parent']);

/** Looking at an answer before it leaves, as the second of two people. */
export const signRights = permission('rights.sign', ['governance-lead', 'supervisor']);

/** Answering complaints: more than one job, because nobody answers one that is about them. */
export const answerComplaints = permission('complaints.answer', ['governance-lead', 'manager']);

/** Saying how long records are kept, and holding back what must not be deleted. */
export const keepRetention = permission('retention.keep', ['governance-lead']);

/** Approving that records on a list are deleted for good. */
export const approveDisposal = permission('retention.approve', ['governance-lead', 'supervisor']);
