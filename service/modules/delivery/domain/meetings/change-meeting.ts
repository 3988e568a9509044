import { compareDays, type Day } from '#platform/kernel/day.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import type { Meeting } from '../meeting.ts';

/** What can be written of a meeting when it is called. */
export type MeetingWords = Pick<
  Meeting,
  'kind' | 'title' | 'theme' | 'element' | 'on' | 'at' | 'minutes' | 'place' | 'joining'
>;

export type MeetingRefusal =
  | { reason: 'meeting-title-missing' }
  | { reason: 'time-wrong' }
  | { reason: 'length-wrong' }
  /** not an address that can be followed */
  | { reason: 'joining-wrong' };

const clockTime = /^([01]\d|2[0-3]):[0-5]\d$/;

/** Words of a meeting as they are kept. */
export function checkMeeting(words: MeetingWords): Outcome<MeetingWords, MeetingRefusal> {
  const title = words.title.trim();
  const joining = words.joining.trim();
  if (title === '') return refuse({ reason: 'meeting-title-missing' });
  if (!clockTime.test(words.at)) return refuse({ reason: 'time-wrong' });
  if (!Number.isInteger(words.minutes) || words.minutes < 5 || words.minutes > 1440)
    return refuse({ reason: 'length-wrong' });
  if (joining !== '' && !/^https:\/\/\S+$/.test(joining)) return refuse({ reason: 'joining-wrong' });
  return done({ ...words, title, joining, theme: words.theme.trim(), place: words.place.trim() });
}

type OverRefusal = { reason: 'meeting-over'; state: 'held' | 'cancelled' };

export type MoveRefusal =
  | OverRefusal
  | { reason: 'reason-missing' }
  | { reason: 'moves-nowhere' }
  | { reason: 'moves-into-the-past' }
  | { reason: 'time-wrong' };

/** Moves a meeting to another day or hour. Calendars hear of it: its sequence grows. */
export function moveMeeting(
  meeting: Meeting,
  move: { on: Day; at: string; reason: string },
  today: Day,
): Outcome<Meeting, MoveRefusal> {
  if (meeting.state !== 'planned') return refuse({ reason: 'meeting-over', state: meeting.state });
  if (!clockTime.test(move.at)) return refuse({ reason: 'time-wrong' });
  if (move.on === meeting.on && move.at === meeting.at) return refuse({ reason: 'moves-nowhere' });
  if (compareDays(move.on, today) < 0) return refuse({ reason: 'moves-into-the-past' });
  if (move.reason.trim() === '') return refuse({ reason: 'reason-missing' });
  return done({ ...meeting, on: move.on, at: move.at, ...changed(meeting) });
}

export type CancelRefusal = OverRefusal | { reason: 'reason-missing' };

/** Cancels a meeting. It stays in the list and in calendars, and says why. */
export function cancelMeeting(meeting: Meeting, because: string): Outcome<Meeting, CancelRefusal> {
  if (meeting.state !== 'planned') return refuse({ reason: 'meeting-over', state: meeting.state });
  if (because.trim() === '') return refuse({ reason: 'reason-missing' });
  return done({ ...meeting, state: 'cancelled', cancelledBecause: because.trim(), ...changed(meeting) });
}

/** What is written of a meeting beside its day and hour. */
export type WordsBesideTheDay = Omit<MeetingWords, 'on' | 'at'>;

export type RewriteRefusal = MeetingRefusal | OverRefusal | { reason: 'minutes-agreed' };

/**
 * Writes a meeting anew but for its day and hour. One that was held can be mended until its minutes are agreed, which
 * then stand with it; where nothing is new it stays, and no calendar is told.
 */
export function rewriteMeeting(
  meeting: Meeting,
  given: WordsBesideTheDay,
  minutes: 'open' | 'agreed',
): Outcome<Meeting, RewriteRefusal> {
  if (meeting.state === 'cancelled') return refuse({ reason: 'meeting-over', state: 'cancelled' });
  if (minutes === 'agreed') return refuse({ reason: 'minutes-agreed' });
  const checked = checkMeeting({ ...given, on: meeting.on, at: meeting.at });
  if (!checked.done) return checked;
  const { kind, title, theme, element, minutes: length, place, joining } = checked.value;
  const words: WordsBesideTheDay = { kind, title, theme, element, minutes: length, place, joining };
  return done(saysTheSame(meeting, words) ? meeting : { ...meeting, ...words, ...changed(meeting) });
}

function saysTheSame(meeting: Meeting, words: WordsBesideTheDay): boolean {
  const { element } = words;
  return (
    meeting.kind === words.kind &&
    meeting.title === words.title &&
    meeting.theme === words.theme &&
    meeting.minutes === words.minutes &&
    meeting.place === words.place &&
    meeting.joining === words.joining &&
    meeting.element.frameworkSlug === element.frameworkSlug &&
    meeting.element.elementKey === element.elementKey
  );
}

/** What grows with every change that calendars must hear of. */
function changed({ sequence, version }: Pick<Meeting, 'sequence' | 'version'>) {
  return { sequence: sequence + 1, version: version + 1 };
}
