import { sql, type Selectable } from 'kysely';
import { z } from 'zod';
import type { Ctx } from '#platform/db/database.ts';
import { storedId, type Id } from '#platform/kernel/id.ts';
import {
  concerns,
  directions,
  type CombinedChange,
  type CombinedImpact,
} from '../../domain/plan/combined-impact.ts';
import { changedNow, tables } from '../delivery-tables.ts';
import type { DeliveryTables } from '../tables.generated.ts';

const directionOf = z.enum(directions);
const concernOf = z.enum(concerns);

type Row = Selectable<DeliveryTables['delivery.combined_impact']>;

/** The combined impacts of a plan, the earliest to be looked at again first. */
export async function impactsOf(ctx: Ctx, planId: Id<'plan'>): Promise<CombinedImpact[]> {
  const rows = await ours(ctx).where('plan_id', '=', planId).orderBy('review_on').orderBy('id').execute();
  return withChanges(ctx, rows);
}

export async function impactById(ctx: Ctx, id: Id<'combined-impact'>): Promise<CombinedImpact | undefined> {
  const rows = await ours(ctx).where('id', '=', id).execute();
  return (await withChanges(ctx, rows))[0];
}

/** One, held against every other writer until the transaction ends. */
export async function lockImpact(ctx: Ctx, id: Id<'combined-impact'>): Promise<CombinedImpact | undefined> {
  const rows = await ours(ctx).where('id', '=', id).forUpdate().execute();
  return (await withChanges(ctx, rows))[0];
}

/** Keeps an impact, with its changes, in place of the one of its id. */
export async function keepImpact(ctx: Ctx, impact: CombinedImpact): Promise<void> {
  const row = {
    plan_id: impact.planId,
    families: impact.families,
    concerns: [...impact.concerns],
    what_happens: impact.whatHappens,
    direction: impact.direction,
    what_we_do: impact.whatWeDo,
    owner_name: impact.ownerName,
    review_on: impact.review ?? null,
    version: impact.version,
    ...changedNow(ctx),
  };
  await tables(ctx)
    .insertInto('delivery.combined_impact')
    .values({ id: impact.id, partnership_id: ctx.partnershipId, ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute();
  await tables(ctx).deleteFrom('delivery.combined_change').where('impact_id', '=', impact.id).execute();
  if (impact.changes.length === 0) return;
  await tables(ctx)
    .insertInto('delivery.combined_change')
    .values(
      impact.changes.map((change) => ({
        id: change.id,
        partnership_id: ctx.partnershipId,
        impact_id: impact.id,
        action_id: change.actionId ?? null,
        organisation_key: change.organisationKey,
        words: change.words,
        from_on: change.from ?? null,
      })),
    )
    .execute();
}

function ours(ctx: Ctx) {
  return tables(ctx)
    .selectFrom('delivery.combined_impact')
    .selectAll()
    .where('partnership_id', '=', ctx.partnershipId);
}

async function withChanges(ctx: Ctx, rows: readonly Row[]): Promise<CombinedImpact[]> {
  if (rows.length === 0) return [];
  const changes = await tables(ctx)
    .selectFrom('delivery.combined_change')
    .selectAll()
    .where('partnership_id', '=', ctx.partnershipId)
    .where(sql<boolean>`impact_id = any(${rows.map(({ id }) => id)}::uuid[])`)
    .orderBy('id')
    .execute();
  const byImpact = Map.groupBy(changes, ({ impact_id }) => impact_id);
  return rows.map((row) => impactOf(row, (byImpact.get(row.id) ?? []).map(changeOf)));
}

function changeOf(row: Selectable<DeliveryTables['delivery.combined_change']>): CombinedChange {
  return {
    id: storedId(row.id),
    actionId: row.action_id === null ? undefined : storedId(row.action_id),
    organisationKey: row.organisation_key,
    words: row.words,
    from: row.from_on ?? undefined,
  };
}

function impactOf(row: Row, changes: readonly CombinedChange[]): CombinedImpact {
  return {
    id: storedId(row.id),
    planId: storedId(row.plan_id),
    families: row.families,
    concerns: z.array(concernOf).parse(row.concerns),
    whatHappens: row.what_happens,
    direction: directionOf.parse(row.direction),
    whatWeDo: row.what_we_do,
    ownerName: row.owner_name,
    review: row.review_on ?? undefined,
    changes,
    version: row.version,
  };
}
