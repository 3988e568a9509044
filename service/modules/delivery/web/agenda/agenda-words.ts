import { sayDay } from '#platform/kernel/day.ts';
import type { WordsFor } from '#platform/kernel/outcome.ts';
import type { AgendaOrigin, Asks, Meeting } from '../../domain/meeting.ts';
import type { LeftOut, TimeOnAgenda } from '../../domain/meetings/agenda.ts';
import type { ItemRefusal } from '../../actions/agenda/write-agenda.ts';

/** What is asked of those who come, for people. */
export const asksWords: { readonly [Which in Asks]: string } = {
  'to-decide': 'To decide',
  'to-talk': 'To talk about',
  'to-know': 'To know',
};

/** Where an item came from, for people. */
export const originWords: { readonly [Which in AgendaOrigin]: string } = {
  hand: 'Added by hand',
  exception: 'A number that stands out',
  'late-action': 'A late action',
  finding: 'A finding that is due',
  'decision-due': 'A decision to hear of',
  ask: 'An ask without an answer',
  'last-time': 'From last time',
};

/** Where the rest of a kind is read. */
export const whereTheRestIs: { readonly [Which in LeftOut['origin']]: { link: string; words: string } } = {
  exception: { link: '/outcomes', words: 'How we are doing' },
  'late-action': { link: '/plan', words: 'The plan' },
  finding: { link: '/findings', words: 'Findings' },
  'decision-due': { link: '/decisions', words: 'Decisions' },
  ask: { link: '/work', words: 'Your work' },
  'last-time': { link: '/decisions', words: 'Decisions' },
};

export const itemRefusals: WordsFor<ItemRefusal> = {
  'not-allowed': () => 'Only whoever keeps the boards can change an agenda.',
  'meeting-missing': () => 'There is no such meeting.',
  'meeting-over': () =>
    'This meeting was cancelled or its minutes are agreed, so its agenda stays as it was.',
  'item-missing': () => 'Somebody took this item off the agenda meanwhile.',
  'item-title-missing': () => 'Enter what the item is called',
  'ground-missing': () => 'Enter the ground on which it is not published',
  'changed-meanwhile': ({ theirs }) =>
    `Somebody saved “${theirs.title}” while you were writing. Your words are still here: save them again if they should stand`,
};

/** "The Board: 14 September 2026, 14:00 to 16:00, Room 2" */
export function sayMeeting(meeting: Meeting): string {
  const place = meeting.place === '' ? '' : `, ${meeting.place}`;
  return `${sayDay(meeting.on)}, ${meeting.at} to ${endOf(meeting)}${place}`;
}

export function sayTimeOn({ planned, length }: TimeOnAgenda): string {
  const over = planned - length;
  if (planned === 0) return `The meeting lasts ${sayMinutes(length)}. Nothing is planned yet.`;
  if (over > 0)
    return `${sayMinutes(planned)} are planned in a meeting of ${sayMinutes(length)}: ${sayMinutes(over)} too long.`;
  const left = over === 0 ? 'the time is full' : `${sayMinutes(-over)} are left`;
  return `${sayMinutes(planned)} of ${sayMinutes(length)} are planned; ${left}.`;
}

function sayMinutes(minutes: number): string {
  return minutes === 1 ? '1 minute' : `${minutes} minutes`;
}

function endOf({ at, minutes }: Pick<Meeting, 'at' | 'minutes'>): string {
  const [hours = 0, past = 0] = at.split(':').map(Number);
  const end = hours * 60 + past + minutes;
  return `${String(Math.floor(end / 60) % 24).padStart(2, '0')}:${String(end % 60).padStart(2, '0')}`;
}
