import type { NumberPair } from '../people/pair-book.ts';
import type { Move } from '../people/people.ts';

/** Why, and by whom (a person or a model by its name): every change has both. */
export type Because = { readonly reason: string; readonly by: string };

/** What can happen to a store. */
export const changeKinds = [
  'added',
  'merged',
  'split',
  'unmerged',
  'kept-apart',
  'let-together',
  'undone',
] as const;

/** Pairs that came to a book of pairs, and pairs that left it. */
export type PairChange = { readonly in: readonly NumberPair[]; readonly out: readonly NumberPair[] };

/** Records that came in, as numbers: with it they are put in again without any question being asked anew. */
export type NewRecords = {
  readonly sources: readonly string[];
  readonly texts: readonly string[];
  readonly sourceOf: readonly number[];
  readonly ids: readonly number[];
  /** all values, record by record */
  readonly rows: readonly number[];
  /** the person that each record is of */
  readonly people: readonly number[];
  /** left, right, score and class of each pair that is kept, one after the other */
  readonly edges: readonly number[];
};

/** One change of a store, as it stands in its log; all of it can be turned back. */
export type Change = Because & {
  readonly is: (typeof changeKinds)[number];
  readonly moves: readonly Move[];
  readonly apart?: PairChange;
  readonly together?: PairChange;
  readonly records?: NewRecords;
  /** the place in the log of the change that this one undoes */
  readonly undoes?: number;
};

/** A change as one line: a check sum, a space, JSON. A line that was cut short by a crash does not pass its check. */
export function lineOf(change: Change): string {
  const text = JSON.stringify(change);
  return `${checkSum(text)} ${text}\n`;
}

/** The change of a line; undefined where the line is cut short, altered, or none of ours. */
export function readChange(line: string): Change | undefined {
  const text = line.slice(9);
  if (line[8] !== ' ' || checkSum(text) !== line.slice(0, 8)) return undefined;
  const read: unknown = JSON.parse(text);
  return isChange(read) ? read : undefined;
}

/** Eight hexadecimal digits over a text (FNV-1a, both halves). */
export function checkSum(text: string): string {
  let hash = 0x811c9dc5;
  for (let place = 0; place < text.length; place += 1)
    hash = Math.imul(hash ^ text.charCodeAt(place), 0x01000193);
  return ((hash ^ (hash >>> 15)) >>> 0).toString(16).padStart(8, '0');
}

/** Whether a line that passed its check is of the kinds that this version writes. */
function isChange(read: unknown): read is Change {
  if (typeof read !== 'object' || read === null) return false;
  const kinds: readonly string[] = changeKinds;
  return (
    'is' in read &&
    typeof read.is === 'string' &&
    kinds.includes(read.is) &&
    'moves' in read &&
    Array.isArray(read.moves)
  );
}
