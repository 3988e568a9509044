import { sayDay } from '#platform/kernel/day.ts';
import type { WordsFor } from '#platform/kernel/outcome.ts';
import type { AddPaperRefusal, WithdrawRefusal } from '../../actions/meetings/add-paper.ts';
import type { MakeFeedRefusal } from '../../actions/meetings/calendar-feeds.ts';
import type { CallMeetingRefusal, ChangeMeetingRefusal } from '../../actions/meetings/call-meeting.ts';
import type { KeepYearRefusal } from '../../actions/meetings/keep-year.ts';
import type { WhoCameRefusal } from '../../actions/meetings/say-who-came.ts';
import type { Meeting, MeetingKind } from '../../domain/meeting.ts';
import type { CancelRefusal, MoveRefusal } from '../../domain/meetings/change-meeting.ts';
import { sayMeetingDay } from '../../domain/meetings/meeting-days.ts';

export const meetingKindWords: Readonly<Record<MeetingKind, string>> = {
  oversight: 'Oversight of the whole',
  workshop: 'Workshop on a theme',
  ordinary: 'Ordinary meeting',
};

/** "Monday 11 January 2027, 14:00" */
export function sayWhen({ on, at }: Pick<Meeting, 'on' | 'at'>): string {
  return `${sayMeetingDay(on)}, ${at}`;
}

/** "2 hours 30 minutes" */
export function sayLength(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  const parts = [
    hours > 0 ? `${hours} ${hours === 1 ? 'hour' : 'hours'}` : '',
    rest > 0 ? `${rest} ${rest === 1 ? 'minute' : 'minutes'}` : '',
  ];
  return parts.filter(Boolean).join(' ');
}

export type MeetingRefusals =
  | CallMeetingRefusal
  | ChangeMeetingRefusal
  | MoveRefusal
  | CancelRefusal
  | WhoCameRefusal
  | KeepYearRefusal
  | AddPaperRefusal
  | WithdrawRefusal
  | MakeFeedRefusal
  | { reason: 'feed-missing' };

export const meetingRefusals: WordsFor<MeetingRefusals> = {
  'not-allowed': () => 'Only whoever keeps the boards can do this',
  'feed-missing': () => 'This address was closed already',
  'body-missing': () => 'This body is no longer there',
  'body-ended': () => 'This body has ended, so it meets no more',
  'meeting-missing': () => 'This meeting is no longer there',
  'changed-meanwhile': ({ theirs }) =>
    `Somebody changed this meeting while you were writing. It is now “${theirs.title}”, on ${sayWhen(theirs)}, ${sayLength(theirs.minutes)}, ${theirs.place || 'nobody has said where'}. What you wrote is still here: save again if it should stand`,
  'minutes-agreed': () =>
    'The minutes of this meeting are agreed, so what is written of it stands with them. What you wrote is still here, and was not kept',
  'meeting-title-missing': () => 'Enter what the meeting is called',
  'time-wrong': () => 'Enter a time such as 14:00',
  'length-wrong': () => 'Enter how many minutes it lasts, from 5 to 1,440',
  'joining-wrong': () => 'Enter an address that begins with https://, or leave it empty',
  'meeting-over': ({ state }) =>
    state === 'held' ? 'This meeting has been held' : 'This meeting was cancelled already',
  'reason-missing': () => 'Enter why: everybody who planned for it will want to know',
  'moves-nowhere': () => 'It is on that day and hour already: enter another',
  'moves-into-the-past': () => 'Enter today or a later day',
  'meeting-cancelled': () => 'This meeting was cancelled, so nobody came',
  'meeting-not-yet': ({ on }) => `This meeting is on ${sayDay(on)}: say who came once it has begun`,
  'no-month-chosen': () => 'Choose at least one month in which the body meets',
  'holidays-not-known': ({ until }) =>
    `We know bank holidays until ${sayDay(until)}: choose a year that ends before`,
  'year-made-already': ({ title }) => `The year ${title} is made already. Add a single meeting, or move one`,
  'paper-missing': () => 'Choose a file',
  'paper-empty': () => 'This file is empty: choose another',
  'paper-too-large': ({ bytes }) =>
    `This file is ${Math.ceil(bytes / 1024 / 1024)} MB. A paper may be 20 MB at most: make its pictures smaller, or hand it in as two. All else you wrote is still here`,
  'paper-kind-wrong': ({ ending }) =>
    `${ending === '' ? 'A file without an ending' : `A .${ending} file`} cannot be a paper. Save it as a PDF, a Word, Excel, PowerPoint or OpenDocument file without macros, a picture, or plain text`,
  'paper-not-what-it-says': ({ ending }) =>
    `Its name ends in .${ending}, and what is in it is something else. Open it, save it anew as what it is, and choose that`,
  'paper-has-macros': () =>
    'There is a macro or a program in this file, which could harm whoever opens it. Save it without, or as a PDF',
  'paper-title-missing': () => 'Enter what the paper is called',
  'ground-missing': () => 'Choose on which ground it is not published',
  'paper-gone': () => 'This paper is no longer there',
  'withdrawn-already': () => 'This paper was withdrawn already',
  'too-many-feeds': () => 'You have twenty calendars open. Close one that you no longer use',
};
