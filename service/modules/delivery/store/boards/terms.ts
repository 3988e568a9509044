import type { Ctx } from '#platform/db/database.ts';
import { nameOfActor } from '#platform/kernel/context.ts';
import type { Day } from '#platform/kernel/day.ts';
import type { Id } from '#platform/kernel/id.ts';
import { tables } from '../delivery-tables.ts';

/** One version of a body's terms of reference. */
export type Terms = { bodyId: string; words: string; agreedOn: Day; reviewOn: Day | undefined };

/** Every version of some bodies' terms, each body's newest first. */
export async function termsOf(ctx: Ctx, bodyIds: readonly Id<'body'>[]): Promise<Terms[]> {
  if (bodyIds.length === 0) return [];
  const rows = await tables(ctx)
    .selectFrom('delivery.terms_of_reference')
    .select(['body_id', 'words', 'agreed_on', 'review_on'])
    .where('partnership_id', '=', ctx.partnershipId)
    .where('body_id', 'in', [...bodyIds])
    .orderBy('agreed_on', 'desc')
    .orderBy('made_at', 'desc')
    .execute();
  return rows.map((row) => ({
    bodyId: row.body_id,
    words: row.words,
    agreedOn: row.agreed_on,
    reviewOn: row.review_on ?? undefined,
  }));
}

/** Adds a version; those before it stay. */
export async function addTerms(ctx: Ctx, bodyId: Id<'body'>, terms: Omit<Terms, 'bodyId'>): Promise<void> {
  await tables(ctx)
    .insertInto('delivery.terms_of_reference')
    .values({
      id: ctx.newId(),
      partnership_id: ctx.partnershipId,
      body_id: bodyId,
      words: terms.words,
      agreed_on: terms.agreedOn,
      review_on: terms.reviewOn ?? null,
      made_at: ctx.now,
      made_by_name: nameOfActor(ctx.actor),
    })
    .execute();
}
