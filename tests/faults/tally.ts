import { appendFileSync } from 'node:fs';

/**
 * What a fault test counts, for the one line at the end of `npm run faults`. Call these where the test knows: how many
 * bad inputs, kills, cuts and repeats it tried; how many of them lost, doubled or halved something that was acknowledged;
 * how many were answered by neither a page nor a reason; and how often a process ended that should have gone on. A test
 * that finds any of the last three says so here first and then fails, so that the line is true even where it is bad.
 *
 * In an ordinary run of the tests nothing is kept.
 */
export const tally = {
  tried: (count: number) => note('tried', count),
  lost: (count: number) => note('lost', count),
  unexplained: (count: number) => note('unexplained', count),
  crashes: (count: number) => note('crashes', count),
};

export type TallyKind = keyof typeof tally;

/** The file that a full run counts in. */
export const tallyFile = 'GOLDENTHREAD_TALLY';

/** Whether this is the full run; the ordinary one is short. */
export const isFull = process.env['GOLDENTHREAD_FULL'] === '1';

/** How many rounds: some in the ordinary run, all in the full one. */
export function rounds(size: { short: number; full: number }): number {
  return isFull ? size.full : size.short;
}

function note(kind: TallyKind, count: number): void {
  const file = process.env[tallyFile];
  // one short line is written whole, so several test files can count at once
  if (file && count > 0) appendFileSync(file, `${kind} ${count}\n`);
}
