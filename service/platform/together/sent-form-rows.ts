import type { Ctx } from '../db/database.ts';
import type { TogetherTables } from './tables.generated.ts';

/** How long the same press may come again and be known: longer than going back and sending once more takes. */
export const knownMs = 10 * 60_000;

/** What stands of a press: who works or worked it, and what was told. */
export type SentRow = { attempt: string; sealed: string | undefined };

/**
 * Says, in the transaction that makes it true, that this press takes effect now. Where another process is just saying
 * the same, this waits for its transaction to end.
 * @returns false where another try was first
 */
export async function claimPress(ctx: Ctx, press: string, attempt: string): Promise<boolean> {
  const fresh = { attempt, sent_at: ctx.now, sealed: null };
  const long = new Date(ctx.now.getTime() - knownMs);
  const row = await forms(ctx)
    .insertInto('platform.sent_form')
    .values({ partnership_id: ctx.partnershipId, press, ...fresh })
    .onConflict((conflict) =>
      conflict
        .columns(['partnership_id', 'press'])
        .doUpdateSet(fresh)
        .where((row) =>
          row.or([
            row('platform.sent_form.sent_at', '<=', long),
            row('platform.sent_form.attempt', '=', attempt),
          ]),
        ),
    )
    .returning('attempt')
    .executeTakeFirst();
  return row !== undefined;
}

/** What is known of a press; undefined where nothing is, or nothing any more. */
export async function readPress(ctx: Ctx, press: string): Promise<SentRow | undefined> {
  const row = await forms(ctx)
    .selectFrom('platform.sent_form')
    .select(['attempt', 'sealed'])
    .where('press', '=', press)
    .where('sent_at', '>', new Date(ctx.now.getTime() - knownMs))
    .executeTakeFirst();
  return row && { attempt: row.attempt, sealed: row.sealed ?? undefined };
}

/** Writes down what was told, for whoever asks again. */
export async function sealPress(
  ctx: Ctx,
  { press, attempt, sealed }: { press: string; attempt: string; sealed: string },
): Promise<void> {
  await forms(ctx)
    .updateTable('platform.sent_form')
    .set({ sealed })
    .where('press', '=', press)
    .where('attempt', '=', attempt)
    .execute();
}

/** The press was refused: it may be tried again. */
export async function forgetPress(ctx: Ctx, press: string, attempt: string): Promise<void> {
  await forms(ctx)
    .deleteFrom('platform.sent_form')
    .where('press', '=', press)
    .where('attempt', '=', attempt)
    .execute();
}

/** Takes away what nobody would send again any more. */
export async function forgetOldPresses(ctx: Ctx): Promise<void> {
  await forms(ctx)
    .deleteFrom('platform.sent_form')
    .where('sent_at', '<=', new Date(ctx.now.getTime() - knownMs))
    .execute();
}

function forms(ctx: Ctx) {
  return ctx.db.withTables<TogetherTables>();
}
