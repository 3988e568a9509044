import { sql } from 'kysely';
import { z } from 'zod';
import type { Ctx } from '#platform/db/database.ts';

/** What is kept of a receipt. */
export type ReceiptDigests = { locator: string; code: string };

/** What a receipt opens: moments, and the reader's answer. */
export type ReceiptStanding =
  | { standing: 'locked' }
  | { standing: 'unknown' }
  | {
      standing: 'open';
      toldAt: Date;
      readAt: Date | undefined;
      actedAt: Date | undefined;
      answer: string;
    };

const row = z.object({
  standing: z.enum(['locked', 'unknown', 'open']),
  told_at: z.date().nullable(),
  read_at: z.date().nullable(),
  acted_at: z.date().nullable(),
  answer: z.string().nullable(),
});

/** Opens a receipt by its digests. A wrong one is counted, and after ten nothing opens for an hour. */
export async function openReceiptRow(
  ctx: Ctx,
  { locator, code }: ReceiptDigests,
  browser: string,
): Promise<ReceiptStanding> {
  const { rows } = await sql`select standing, told_at, read_at, acted_at, answer
    from families.open_receipt(${locator}::text, ${code}::text, ${browser}::text)`.execute(ctx.db);
  const found = row.parse(rows[0]);
  if (found.standing !== 'open' || !found.told_at)
    return { standing: found.standing === 'locked' ? 'locked' : 'unknown' };
  return {
    standing: 'open',
    toldAt: found.told_at,
    readAt: found.read_at ?? undefined,
    actedAt: found.acted_at ?? undefined,
    answer: found.answer ?? '',
  };
}
