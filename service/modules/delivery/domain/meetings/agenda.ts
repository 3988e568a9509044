import type { Day } from '#platform/kernel/day.ts';
import type { Publishing } from '../decision.ts';
import type { AgendaItem, AgendaOrigin, Asks, Meeting } from '../meeting.ts';

/** What the system would put on an agenda, with the words that say why. */
export type Suggestion = {
  origin: Exclude<AgendaOrigin, 'hand'>;
  /** on the thread */
  subject: { kind: string; id: string };
  title: string;
  /** why it should be talked about */
  words: string;
  asks: Asks;
  minutes: number;
  /** where it is read */
  link: string;
  publishing: Publishing;
};

/** A suggestion, and whether it stands on the agenda already. */
export type SuggestionSeen = Suggestion & { isTaken: boolean };

/** An item with the time on the wall at which it begins. */
export type TimedItem = { item: AgendaItem; startsAt: string };

/** What a meeting's time comes to. */
export type TimeOnAgenda = { planned: number; length: number };

/** Items in their order, each with the time at which it begins. */
export function timed(meeting: Pick<Meeting, 'at'>, items: readonly AgendaItem[]): TimedItem[] {
  let minute = minuteOfDay(meeting.at);
  return items.map((item) => {
    const startsAt = sayTime(minute);
    minute += item.minutes;
    return { item, startsAt };
  });
}

export function timeOn(meeting: Pick<Meeting, 'minutes'>, items: readonly AgendaItem[]): TimeOnAgenda {
  return { planned: items.reduce((sum, { minutes }) => sum + minutes, 0), length: meeting.minutes };
}

/** Which suggestions stand on the agenda: those whose subject an item names. */
export function withTaken(
  suggestions: readonly Suggestion[],
  items: readonly AgendaItem[],
): SuggestionSeen[] {
  const named = (origin: AgendaOrigin, { kind, id }: { kind: string; id: string }) =>
    JSON.stringify([origin, kind, id]);
  const taken = new Set(items.map(({ origin, subject }) => named(origin, subject)));
  return suggestions.map((suggestion) => ({
    ...suggestion,
    isTaken: taken.has(named(suggestion.origin, suggestion.subject)),
  }));
}

/** More of one kind than these no meeting can look through. */
const mostOfAKind = 10;

/** How many of a kind are not shown, because there are too many to choose from. */
export type LeftOut = { origin: Suggestion['origin']; count: number };

/** What is on the agenda already and, of each kind, the first that a meeting can look through; the rest is counted. */
export function worthShowing(suggestions: readonly SuggestionSeen[]): {
  shown: readonly SuggestionSeen[];
  left: readonly LeftOut[];
} {
  const open = new Map<Suggestion['origin'], number>();
  const shown = suggestions.filter(({ isTaken, origin }) => {
    if (isTaken) return true;
    const before = open.get(origin) ?? 0;
    open.set(origin, before + 1);
    return before < mostOfAKind;
  });
  const left = [...open].flatMap(([origin, count]) =>
    count > mostOfAKind ? [{ origin, count: count - mostOfAKind }] : [],
  );
  return { shown, left };
}

/** The items with one moved by a place; unchanged where it stands at that end already. */
export function moved(
  items: readonly AgendaItem[],
  id: AgendaItem['id'],
  way: 'up' | 'down',
): readonly AgendaItem[] {
  const from = items.findIndex((item) => item.id === id);
  const to = way === 'up' ? from - 1 : from + 1;
  const [one, other] = [items[from], items[to]];
  if (!one || !other) return items;
  return items.with(from, other).with(to, one);
}

/** What a reader sees who may not see an item: that there is one, and on which ground it is not told. */
export function withheld(item: AgendaItem): AgendaItem {
  return {
    ...item,
    title: 'Not published',
    words: '',
    leadName: '',
    origin: 'hand',
    subject: { kind: '', id: '' },
  };
}

/** "since 3 days": how long a day is past, in words. */
export function sayPast(due: Day, today: Day): string {
  const days = Math.round((Date.parse(today) - Date.parse(due)) / 86_400_000);
  if (days === 1) return 'one day past its day';
  return days < 60 ? `${days} days past its day` : `${Math.floor(days / 30)} months past its day`;
}

function minuteOfDay(at: string): number {
  const [hours = 0, minutes = 0] = at.split(':').map(Number);
  return hours * 60 + minutes;
}

function sayTime(minute: number): string {
  const hours = Math.floor(minute / 60) % 24;
  return `${String(hours).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}
