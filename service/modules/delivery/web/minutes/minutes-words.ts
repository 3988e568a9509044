import type { WordsFor } from '#platform/kernel/outcome.ts';
import { sayDay } from '#platform/kernel/day.ts';
import type { AgreeMinutesRefusal, EndMeetingRefusal } from '../../actions/minutes/close-meeting.ts';
import type { PublishMinutesRefusal } from '../../actions/minutes/publish-minutes.ts';
import type { WriteNoteRefusal } from '../../actions/minutes/write-note.ts';
import type { Quorate } from '../../domain/decision.ts';
import { sayWhoReads } from './who-reads.tsx';

export const noteRefusals: WordsFor<WriteNoteRefusal> = {
  'not-allowed': () => 'Only those who take minutes write notes.',
  'meeting-missing': () => 'There is no such meeting.',
  'item-missing': () =>
    'Somebody took this item off the agenda. Your words are still here: move them under another item',
  'minutes-agreed': () =>
    'The minutes of this meeting are agreed and stand as they are. Your words are still here, and were not added',
  'note-empty': () => 'Enter what was said',
  'note-of-another': ({ authorName }) => `This note belongs to ${authorName}. Write one of your own`,
};

export const endRefusals: WordsFor<EndMeetingRefusal | AgreeMinutesRefusal> = {
  'not-allowed': () => 'This is for others to say.',
  'meeting-missing': () => 'There is no such meeting.',
  'meeting-cancelled': () => 'This meeting was cancelled.',
  'not-yet-met': ({ meeting }) => `The meeting is on ${sayDay(meeting.on)}: it can end then.`,
  'not-held': () => 'The meeting has not ended yet.',
  'not-a-later-meeting': () => 'Choose a later meeting of the same body, whose day has come.',
  'minutes-agreed': () => 'The minutes were agreed already.',
};

export const publishMinutesRefusals: WordsFor<PublishMinutesRefusal> = {
  'not-allowed': () => 'Only whoever keeps the boards says who reads the minutes.',
  'meeting-missing': () => 'There is no such meeting.',
  'minutes-not-agreed': () => 'No later meeting has agreed these minutes yet, so only members read them.',
  'said-meanwhile': ({ theirs }) =>
    `${theirs.byName} said something else of these minutes while you were choosing. ${sayWhoReads(theirs)} Save again if yours should stand`,
  'ground-missing': () => 'Choose on which ground they are not published',
  'already-so': ({ publish }) =>
    publish === 'publish'
      ? 'Everybody reads exactly this already: nothing had to be done'
      : 'Nobody else reads them already: nothing had to be done',
  'saying-reason-missing': () => 'Enter why: somebody may have read what stood there before',
};

/** Whether enough are there, during the meeting. */
export const quorumNow: { readonly [Which in Quorate]: string } = {
  quorate: 'Quorate: enough came to decide.',
  'not-quorate': 'Not quorate: what is decided is to be confirmed.',
  'not-known': 'Nobody has written down yet who came.',
};
