import type { Id } from '#platform/kernel/id.ts';

/** What somebody took down in a meeting. It belongs to who wrote it. */
export type MinuteNote = {
  id: Id<'minute-note'>;
  meetingId: Id<'meeting'>;
  itemId: Id<'agenda-item'> | undefined;
  /** made by the page, so that what is sent twice is kept once */
  clientKey: string;
  words: string;
  author: { id: Id<'person'> | undefined; name: string };
  writtenAt: Date;
  changedAt: Date;
  version: number;
};

/** What became of words that came in for a note that stands. */
export type Came =
  /** they are there already, or they are the beginning of what is there: they came twice, or late */
  | { kind: 'nothing-new' }
  /** all that stood there stands in the new words */
  | { kind: 'goes-on' }
  /** words of before are not in the new ones: they are kept beside them */
  | { kind: 'reworded' }
  /** the same, and whoever wrote had not seen what stood there */
  | { kind: 'written-in-two-places' };

/** How the words that came in stand to those that are kept. No word that was ever kept is lost by it. */
export function cameFor(kept: Pick<MinuteNote, 'words' | 'version'>, words: string, seen: number): Came {
  const isStale = seen !== kept.version;
  if (words === kept.words || (isStale && kept.words.startsWith(words))) return { kind: 'nothing-new' };
  if (words.startsWith(kept.words)) return { kind: 'goes-on' };
  return { kind: isStale ? 'written-in-two-places' : 'reworded' };
}
