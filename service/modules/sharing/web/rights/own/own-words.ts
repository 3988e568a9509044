import type { ComplaintOutcome } from '../../../domain/complaints/complaint.ts';
import type { RequestKind, RequestOutcome } from '../../../domain/rights/rights-request.ts';

/** What was asked, said to whoever asked it. */
export const whatWasAsked: Readonly<Record<RequestKind, string>> = {
  see: 'You asked to see what is held about you',
  correct: 'You asked for something to be put right',
  delete: 'You asked for something to be deleted',
  stop: 'You asked for something to be stopped',
};

/** How it was answered, said to whoever asked. */
export const requestOutcomes: Readonly<Record<RequestOutcome, string>> = {
  given: 'You can read all of it.',
  'partly-given': 'You can read it. Words about other people are taken out.',
  corrected: 'It is put right.',
  'not-corrected': 'We did not change it. Here is why.',
  deleted: 'It is deleted.',
  'not-deleted': 'We could not delete it. Here is why.',
  stopped: 'We stopped it.',
  'not-stopped': 'We did not stop it. Here is why.',
  'nothing-held': 'Nothing is held about you.',
  'not-who-they-said': 'We could not be sure that it was you.',
  withdrawn: 'You took it back.',
};

/** What came of a complaint, said to whoever complained. */
export const complaintOutcomes: Readonly<Record<ComplaintOutcome, string>> = {
  upheld: 'You are right, and we put it right.',
  'partly-upheld': 'You are right in part.',
  'not-upheld': 'We see it differently. Here is why.',
  withdrawn: 'You took it back.',
};
