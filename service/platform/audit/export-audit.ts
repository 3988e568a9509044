import type { Ctx } from '../db/database.ts';
import { chainEnds, exportLines, type ChainEnd } from './entries.ts';
import { auditChecker, type AuditReport, type Head } from './verify-audit.ts';

/** One short transaction of whoever exports or verifies, as often as it is asked for. */
export type ActToRead = <T>(work: (ctx: Ctx) => Promise<T>) => Promise<T>;

/** Every entry of the partnership as it stood at the beginning, as lines of text, chain by chain. */
export async function* exportOfAudit(act: ActToRead, ends?: readonly ChainEnd[]): AsyncGenerator<string[]> {
  for (const { chain, head, last: end } of ends ?? (await act(chainEnds))) {
    const upTo = Math.max(head?.sequence ?? 0, end);
    for (let after = 0; after < upTo;) {
      const from = after;
      const { lines, last } = await act((ctx) => exportLines(ctx, { chain, after: from, upTo }));
      yield lines;
      after = last;
    }
  }
}

/**
 * Verifies what stands in the database: every seal, every chain up to the head that the database names, and every head
 * that was signed.
 */
export async function verifyDatabase(
  act: ActToRead,
  parts: {
    partnershipId: string;
    signed: readonly Head[];
    now: Date;
    /** told now and then how far it has come */
    tell?: (progress: { done: number; of: number }) => Promise<void> | void;
  },
): Promise<AuditReport> {
  const { partnershipId: partnership, signed, now, tell = () => {} } = parts;
  const ends = await act(chainEnds);
  const named = ends.flatMap(({ chain, head }): Head[] =>
    head
      ? [{ partnership, chain, ...head, at: now.toISOString(), from: 'the database', unsigned: true }]
      : [],
  );
  const checker = auditChecker([...signed, ...named]);
  const of = ends.reduce((sum, { last }) => sum + last, 0);
  let done = 0;
  for await (const lines of exportOfAudit(act, ends)) {
    for (const line of lines) checker.take(line);
    done += lines.length;
    await tell({ done, of });
  }
  const report = checker.end();
  const faults = [...report.faults, ...ends.flatMap(headless)];
  return {
    ...report,
    faults,
    wrong: report.wrong + faults.length - report.faults.length,
    heads: signed.length,
  };
}

/** A chain whose entries go further than its head, or that has none, was written past the service. */
function headless({ chain, head, last }: ChainEnd): { says: string }[] {
  if (!head) return [{ says: `Chain ${chain} has entries and no head in the database.` }];
  return head.sequence < last
    ? [{ says: `Chain ${chain} goes to entry ${last}, and its head in the database says ${head.sequence}.` }]
    : [];
}
