import type { WordsFor } from '#platform/kernel/outcome.ts';
import type { AdoptRefusal } from '../../actions/retention/adopt-rule.ts';
import type { ApproveRefusal, StrikeRefusal } from '../../actions/retention/approve.ts';
import type { EndHoldRefusal, HoldRefusal } from '../../actions/retention/hold.ts';

export const adoptWords: WordsFor<AdoptRefusal> = {
  'not-allowed': () => 'This is for whoever keeps the rules',
  'class-unknown': () => 'No room keeps such records',
  'trigger-unknown': () => 'Choose from when the time runs',
  'period-empty': () => 'Enter how long it is kept',
  'authority-missing': () => 'Enter the law, the judgement or the decision that says so',
  'owner-missing': () => 'Enter the job that answers for this rule',
};

export const holdWords: WordsFor<HoldRefusal | EndHoldRefusal> = {
  'not-allowed': () => 'This is for whoever keeps the rules',
  'reason-missing': () => 'Enter the reason',
  'until-before-today': () => 'Enter a day that is still to come, or leave it empty',
  'hold-missing': () => 'This is not there any more',
  'hold-ended': () => 'It was ended already',
  'changed-meanwhile': () => 'Somebody else changed it while you had it open. Look again',
};

export const listWords: WordsFor<ApproveRefusal | StrikeRefusal> = {
  'not-allowed': () => 'This is for whoever approves that records end',
  'list-missing': () => 'This list is not there any more',
  'list-over': () => 'This list was carried out or turned back already',
  'changed-meanwhile': () =>
    'Somebody else changed the list while you had it open. Look at it again before you approve',
  'approved-by-you': () => 'You approved this list: the second approval is somebody else’s',
  'room-missing': () => 'The room that keeps these records is not here',
  'reason-missing': () => 'Enter the reason',
  'not-on-list': () => 'This record is not on the list any more',
};
