import type { Observation, RefusedRow } from '../../observation.ts';

/** A file as it was handed in: its name and its bytes, in pieces of any size. */
export type Source = { name: string; bytes: AsyncIterable<Uint8Array> };

/** What readers offer at a time: about this many rows, so that memory stays small and a page waits briefly. */
export const rowsAtATime = 2000;

/** A part of a file, read. Every row is in it once: among the observations, the refused, or the repeated. */
export type ReadPart = {
  observations: Observation[];
  refused: RefusedRow[];
  rowsRead: number;
  /** rows that say again what an earlier row said (Fingertips writes England once for every parent area) */
  repeated: number;
  /** what was noticed and did not stop the reading, as sentences */
  notes: string[];
};

export function emptyPart(): ReadPart {
  return { observations: [], refused: [], rowsRead: 0, repeated: 0, notes: [] };
}
