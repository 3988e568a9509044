/**
 * One thing that happened to the clusters of a store, as it stands in its log. Records are known by what the caller
 * calls them; clusters by a number that is never given twice.
 */
export type Fact =
  | { readonly is: 'added'; readonly record: string; readonly cluster: number }
  | {
      readonly is: 'merged';
      readonly kept: number;
      readonly gone: number;
      readonly reason: string;
      readonly by: string;
    }
  | { readonly is: 'unmerged'; readonly merge: number; readonly reason: string; readonly by: string }
  | {
      readonly is: 'split';
      readonly from: number;
      readonly to: number;
      readonly records: readonly string[];
      readonly reason: string;
      readonly by: string;
    }
  | {
      readonly is: 'kept-apart';
      readonly one: string;
      readonly other: string;
      readonly reason: string;
      readonly by: string;
    }
  | {
      readonly is: 'let-together';
      readonly one: string;
      readonly other: string;
      readonly reason: string;
      readonly by: readonly [string, string];
    };

/** A fact as one line: a check sum, a space, JSON. A line that was cut short by a crash does not pass its check. */
export function lineOf(fact: Fact): string {
  const text = JSON.stringify(fact);
  return `${checkSum(text)} ${text}\n`;
}

/** Eight hexadecimal digits over a text (FNV-1a, both halves). */
export function checkSum(text: string): string {
  let hash = 0x811c9dc5;
  for (let place = 0; place < text.length; place += 1)
    hash = Math.imul(hash ^ text.charCodeAt(place), 0x01000193);
  return ((hash ^ (hash >>> 15)) >>> 0).toString(16).padStart(8, '0');
}
