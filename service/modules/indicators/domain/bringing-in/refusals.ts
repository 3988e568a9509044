import type { RefusedRow } from '../observation.ts';
import type { RefusalCount } from './summary.ts';

/** How many refused rows of a file are kept to be shown; all are counted. */
export const mostRefusedKept = 1000;

const linesShown = 5;

/** What a file's readers refused: counted by reason, the first of them kept. */
export type Refusals = {
  take(refused: RefusedRow): void;
  readonly rows: number;
  readonly cells: number;
  /** why nothing of the file can be taken; undefined where something can */
  readonly ofFile: RefusedRow | undefined;
  readonly kept: readonly RefusedRow[];
  counts(): RefusalCount[];
};

/** Counts refusals; a row that several observations are refused for is one row. */
export function refusals(): Refusals {
  const byReason = new Map<string, RefusalCount>();
  const kept: RefusedRow[] = [];
  let rows = 0;
  let cells = 0;
  let lastRow = 0;
  let ofFile: RefusedRow | undefined;
  return {
    take(refused) {
      if (refused.about === 'row' && refused.line === lastRow) return;
      if (refused.about === 'row') {
        rows += 1;
        lastRow = refused.line;
      } else if (refused.about === 'cell') cells += 1;
      else ofFile ??= refused;
      if (kept.length < mostRefusedKept) kept.push(refused);
      count(byReason, refused);
    },
    get rows() {
      return rows;
    },
    get cells() {
      return cells;
    },
    get ofFile() {
      return ofFile;
    },
    kept,
    counts: () => [...byReason.values()].toSorted((a, b) => b.count - a.count),
  };
}

function count(byReason: Map<string, RefusalCount>, { about, line, reason, words, mend }: RefusedRow): void {
  const key = `${about} ${reason}`;
  const known = byReason.get(key) ?? { reason, about, words, mend, count: 0, firstLines: [] };
  known.count += 1;
  if (known.firstLines.length < linesShown) known.firstLines.push(line);
  byReason.set(key, known);
}
