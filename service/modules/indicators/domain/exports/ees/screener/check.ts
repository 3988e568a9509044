import type { EesPair } from './pair.ts';

/**
 * fail: the pair is not fit to be given out. warning: it can be read, but a reader is ill served. advisory: a custom
 * of the format that is not kept.
 */
export type EesLevelOfFinding = 'fail' | 'warning' | 'advisory';

/** Where something was found. */
export type FoundAt = {
  readonly file: 'data' | 'meta';
  /** the header's line is 1; absent where it is about the whole file or column */
  readonly line?: number;
  readonly column?: string;
};

/** Something that a check found, in words for the person who mends the files. */
export type Found = {
  readonly words: string;
  readonly where: FoundAt;
  /** where one finding weighs differently from the check's others */
  readonly level?: EesLevelOfFinding;
};

/** One rule of the format: what must hold, how much it weighs, and how it is found out. */
export type EesCheck = {
  readonly name: string;
  readonly level: EesLevelOfFinding;
  /** what must hold, as a sentence for the list of checks */
  readonly holds: string;
  /** whether nothing further can be told of a pair that fails it */
  readonly stops?: true;
  readonly find: (pair: EesPair) => readonly Found[];
};

/** What stands in the way of a pair. */
export type EesFinding = {
  readonly check: string;
  readonly level: EesLevelOfFinding;
  readonly words: string;
  readonly where: FoundAt;
};

const mostNamed = 5;

/** Texts in quotes, the first few of them: “a”, “b” and 3 more. */
export function quoted(texts: Iterable<string>): string {
  const all = [...texts];
  const named = all.slice(0, mostNamed).map((text) => `“${text}”`);
  return all.length > mostNamed ? `${named.join(', ')} and ${all.length - mostNamed} more` : named.join(', ');
}

/** "1 row", "12 rows". */
export function counted(count: number, one: string, several = `${one}s`): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? one : several}`;
}

/** A finding about a column of the table. */
export function inData(words: string, where: Omit<FoundAt, 'file'> = {}): Found {
  return { words, where: { file: 'data', ...where } };
}

/** A finding about the file that describes the columns. */
export function inMeta(words: string, where: Omit<FoundAt, 'file'> = {}): Found {
  return { words, where: { file: 'meta', ...where } };
}
