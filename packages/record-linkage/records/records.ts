import type { Dictionary } from './dictionary.ts';

/**
 * Records as the engine holds them: for each expression that a model reads, the number of each record's value in a
 * dictionary. Records are ordered by source and id, so that the smaller number is the left of a pair.
 */
export type Records = {
  readonly count: number;
  /** what names each record within its source; its letters by record number */
  readonly ids: Dictionary;
  readonly sources: readonly string[];
  /** the number of each record's source */
  readonly sourceOf: Uint8Array;
  /** by `keyOf(expression)` */
  readonly columns: ReadonlyMap<string, Column>;
};

/** What is read of records to find and to compare pairs; their ids are not. */
export type RecordsRead = Omit<Records, 'ids'>;

/** One expression over all records. */
export type Column = {
  /** the number of each record's value; -1 where it has none. Shared between threads. */
  readonly codes: Int32Array;
  readonly values: Dictionary;
};
