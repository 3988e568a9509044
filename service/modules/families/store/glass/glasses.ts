import { sql, type Selectable } from 'kysely';
import { z } from 'zod';
import type { Ctx } from '#platform/db/database.ts';
import { storedId, type Id } from '#platform/kernel/id.ts';
import { glassCategories, glassFindings, type Glass, type GlassFinding } from '../../domain/glass/glass.ts';
import { tables } from '../families-tables.ts';
import type { FamiliesTables } from '../tables.generated.ts';

const categoryOf = z.enum(glassCategories);
const findingOf = z.enum(glassFindings);

type Row = Selectable<FamiliesTables['families.glass']>;

/** Whether a record is protected: the one thing that can be asked of a record to which nobody stands. */
export async function isProtected(ctx: Ctx, childId: Id<'child'>): Promise<boolean> {
  const { rows } = await sql<{ is_protected: boolean }>`select families.is_protected(${childId})`.execute(
    ctx.db,
  );
  return rows[0]?.is_protected === true;
}

/** Openings of which whoever acts was told, or which are theirs: those to look at first, then the latest. */
export async function glassesTold(ctx: Ctx): Promise<Glass[]> {
  const rows = await ours(ctx)
    .orderBy(sql`reviewed_at is not null`)
    .orderBy('opened_at', 'desc')
    .limit(200)
    .execute();
  return rows.map(glassOf);
}

export async function glassById(ctx: Ctx, id: Id<'glass'>): Promise<Glass | undefined> {
  const row = await ours(ctx).where('id', '=', id).executeTakeFirst();
  return row && glassOf(row);
}

/** One that waits to be looked at, held against every other writer until the transaction ends. */
export async function lockGlass(ctx: Ctx, id: Id<'glass'>): Promise<Glass | undefined> {
  const row = await ours(ctx).where('id', '=', id).forUpdate().executeTakeFirst();
  return row && glassOf(row);
}

/** Those of a child, the latest first. */
export async function glassesOfChild(ctx: Ctx, childId: Id<'child'>): Promise<Glass[]> {
  const rows = await ours(ctx).where('child_id', '=', childId).orderBy('opened_at', 'desc').execute();
  return rows.map(glassOf);
}

/** Openings whose time has come and that nobody has ended. */
export async function glassesPast(ctx: Ctx): Promise<Glass[]> {
  const rows = await ours(ctx).where('ended_at', 'is', null).where('until_at', '<=', ctx.now).execute();
  return rows.map(glassOf);
}

export async function addGlass(ctx: Ctx, glass: Glass): Promise<void> {
  await tables(ctx)
    .insertInto('families.glass')
    .values({
      id: glass.id,
      partnership_id: ctx.partnershipId,
      child_id: glass.childId,
      standing_id: glass.standingId,
      person_id: glass.personId,
      person_name: glass.personName,
      category: glass.category,
      reason: glass.reason,
      opened_at: glass.openedAt,
      until_at: glass.until,
      told_to: [...glass.toldTo],
      review_due_on: glass.reviewDueOn,
    })
    .execute();
}

export async function endGlassRow(ctx: Ctx, id: Id<'glass'>): Promise<void> {
  await tables(ctx)
    .updateTable('families.glass')
    .set({ ended_at: ctx.now })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .execute();
}

type Review = { id: Id<'glass'>; byId: Id<'person'>; byName: string; finding: GlassFinding; words: string };

export async function keepReview(ctx: Ctx, review: Review): Promise<void> {
  await tables(ctx)
    .updateTable('families.glass')
    .set({
      reviewed_by: review.byId,
      reviewed_by_name: review.byName,
      reviewed_at: ctx.now,
      finding: review.finding,
      review_words: review.words,
    })
    .where('id', '=', review.id)
    .where('reviewed_at', 'is', null)
    .execute();
}

function ours(ctx: Ctx) {
  return tables(ctx).selectFrom('families.glass').selectAll().where('partnership_id', '=', ctx.partnershipId);
}

function glassOf(row: Row): Glass {
  return {
    id: storedId(row.id),
    childId: storedId(row.child_id),
    standingId: storedId(row.standing_id),
    personId: storedId(row.person_id),
    personName: row.person_name,
    category: categoryOf.parse(row.category),
    reason: row.reason,
    openedAt: row.opened_at,
    until: row.until_at,
    endedAt: row.ended_at ?? undefined,
    toldTo: row.told_to.flatMap((id) => (id === null ? [] : [storedId<'person'>(id)])),
    reviewDueOn: row.review_due_on,
    review:
      row.reviewed_at === null
        ? undefined
        : {
            byName: row.reviewed_by_name,
            at: row.reviewed_at,
            finding: findingOf.parse(row.finding),
            words: row.review_words,
          },
  };
}
