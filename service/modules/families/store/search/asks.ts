import { sql } from 'kysely';
import type { Ctx } from '#platform/db/database.ts';
import type { Day } from '#platform/kernel/day.ts';
import { storedId, type Id } from '#platform/kernel/id.ts';
import { tables } from '../families-tables.ts';

/** A record that exists: whom to ring, and nothing of it. */
export type PointerRow = {
  childId: Id<'child'>;
  givenKey: string;
  ownerOrganisationId: Id<'organisation'>;
  leadPersonId: Id<'person'> | undefined;
  isProtected: boolean;
};

/** Records of exactly this family name and day of birth; never a closed one. */
export async function pointsTo(ctx: Ctx, familyKey: string, bornOn: Day): Promise<PointerRow[]> {
  const { rows } = await sql<{
    child_id: string;
    given_key: string;
    owner_organisation_id: string;
    lead_person_id: string | null;
    is_protected: boolean;
  }>`select * from families.points_to(${familyKey}, ${bornOn}::date)`.execute(ctx.db);
  return rows.map((row) => ({
    childId: storedId(row.child_id),
    givenKey: row.given_key,
    ownerOrganisationId: storedId(row.owner_organisation_id),
    leadPersonId: row.lead_person_id === null ? undefined : storedId(row.lead_person_id),
    isProtected: row.is_protected,
  }));
}

/** Counts one more question of whoever acts today, and holds their count until the transaction ends. */
export async function countAsk(ctx: Ctx, personId: Id<'person'>): Promise<number> {
  const { asks } = await tables(ctx)
    .insertInto('families.search_day')
    .values({ partnership_id: ctx.partnershipId, person_id: personId, on_day: ctx.today, asks: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['partnership_id', 'person_id', 'on_day'])
        .doUpdateSet({ asks: sql<number>`search_day.asks + 1` }),
    )
    .returning('asks')
    .executeTakeFirstOrThrow();
  return asks;
}

/** Of which records whoever acts was told today. */
export async function toldToday(ctx: Ctx, personId: Id<'person'>): Promise<ReadonlySet<string>> {
  const rows = await tables(ctx)
    .selectFrom('families.search_ask')
    .select('told')
    .where('partnership_id', '=', ctx.partnershipId)
    .where('person_id', '=', personId)
    .where('on_day', '=', ctx.today)
    .execute();
  return new Set(rows.flatMap(({ told }) => told.filter((id) => id !== null)));
}

/** Keeps a question with its reason, and of which records it told. */
export async function keepAsk(
  ctx: Ctx,
  { personId, reason, told }: { personId: Id<'person'>; reason: string; told: readonly string[] },
): Promise<void> {
  await tables(ctx)
    .insertInto('families.search_ask')
    .values({
      id: ctx.newId<'search-ask'>(),
      partnership_id: ctx.partnershipId,
      person_id: personId,
      on_day: ctx.today,
      asked_at: ctx.now,
      reason,
      told: [...told],
    })
    .execute();
}
