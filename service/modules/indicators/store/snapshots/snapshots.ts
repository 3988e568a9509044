import { sql } from 'kysely';
import { z } from 'zod';
import type { Ctx } from '#platform/db/database.ts';
import { jsonb } from '#platform/db/jsonb.ts';
import { dayInEngland, type Day } from '#platform/kernel/day.ts';
import { storedId, type Id } from '#platform/kernel/id.ts';
import { frozenScorecard, type FrozenScorecard } from '../../domain/snapshots/frozen-scorecard.ts';
import {
  readings,
  type Reading,
  type Snapshot,
  type WholeSnapshot,
} from '../../domain/snapshots/snapshot.ts';
import type { IndicatorsTables } from '../tables.generated.ts';

/** Who keeps something: a person, or the service itself. */
export type Keeper = { id: Id<'person'> | null; name: string };

/** The kept scorecards of an area, the newest first. */
export async function snapshotsOfArea(ctx: Ctx, areaCode: string): Promise<readonly Snapshot[]> {
  const rows = await lines(ctx)
    .where('kept.area_code', '=', areaCode)
    .orderBy('kept.taken_on', 'desc')
    .orderBy('kept.kept_at', 'desc')
    .orderBy('kept.scope')
    .orderBy('kept.id', 'desc')
    .execute();
  return rows.map(snapshotOf);
}

/** One of them, whole. */
export async function snapshotById(ctx: Ctx, id: Id<'snapshot'>): Promise<WholeSnapshot | undefined> {
  const row = await lines(ctx).select('kept.document').where('kept.id', '=', id).executeTakeFirst();
  return row && { ...snapshotOf(row), document: frozenScorecard.parse(row.document) };
}

/** Keeps one; answers false where this turn of the calendar kept it already. */
export async function addSnapshot(
  ctx: Ctx,
  given: {
    id: Id<'snapshot'>;
    scope: string;
    name: string;
    note: string;
    turn: string | null;
    document: FrozenScorecard;
    by: Keeper;
  },
): Promise<boolean> {
  const { document, by } = given;
  const { numInsertedOrUpdatedRows } = await indicators(ctx)
    .insertInto('indicators.scorecard_snapshot')
    .values({
      id: given.id,
      partnership_id: ctx.partnershipId,
      area_code: document.area.code,
      scope: given.scope,
      name: given.name,
      note: given.note,
      taken_on: document.takenOn,
      turn: given.turn,
      document: jsonb(document),
      kept_at: ctx.now,
      kept_by: by.id,
      kept_by_name: by.name,
    })
    .onConflict((conflict) => conflict.columns(['partnership_id', 'area_code', 'scope', 'turn']).doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

/** Says that one should no longer be relied on; answers false where somebody said so before. */
export async function supersede(
  ctx: Ctx,
  given: {
    id: Id<'snapshot'>;
    reason: string;
    by: Id<'snapshot'> | undefined;
    reading: Reading;
    keeper: Keeper;
  },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await indicators(ctx)
    .insertInto('indicators.scorecard_superseded')
    .values({
      snapshot_id: given.id,
      partnership_id: ctx.partnershipId,
      reason: given.reason,
      by_snapshot_id: given.by ?? null,
      reading: given.reading,
      superseded_at: ctx.now,
      superseded_by: given.keeper.id,
      superseded_by_name: given.keeper.name,
    })
    .onConflict((conflict) => conflict.column('snapshot_id').doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

function lines(ctx: Ctx) {
  return indicators(ctx)
    .selectFrom('indicators.scorecard_snapshot as kept')
    .leftJoin('indicators.scorecard_superseded as later', 'later.snapshot_id', 'kept.id')
    .select([
      'kept.id',
      'kept.area_code',
      'kept.scope',
      'kept.name',
      'kept.note',
      'kept.taken_on',
      'kept.turn',
    ])
    .select(
      sql<
        string | null
      >`coalesce(kept.document -> 'owner' ->> 'name', kept.document -> 'strategy' ->> 'name')`.as('whose'),
    )
    .select(['kept.kept_by', 'kept.kept_by_name', 'later.reason', 'later.by_snapshot_id', 'later.reading'])
    .select(['later.superseded_at', 'later.superseded_by_name'])
    .where('kept.partnership_id', '=', ctx.partnershipId);
}

type Line = {
  whose: string | null;
  id: string;
  area_code: string;
  scope: string;
  name: string;
  note: string;
  taken_on: Day;
  turn: string | null;
  kept_by: string | null;
  kept_by_name: string;
  reason: string | null;
  by_snapshot_id: string | null;
  reading: string | null;
  superseded_at: Date | null;
  superseded_by_name: string | null;
};

const reading = z.enum(readings);

function snapshotOf(row: Line): Snapshot {
  return {
    id: storedId(row.id),
    areaCode: row.area_code,
    scope: row.scope,
    whose: row.whose ?? '',
    name: row.name,
    note: row.note,
    takenOn: row.taken_on,
    byItself: row.turn !== null && row.kept_by === null,
    keptByName: row.kept_by_name,
    superseded: row.superseded_at
      ? {
          reason: row.reason ?? '',
          by: row.by_snapshot_id === null ? undefined : storedId(row.by_snapshot_id),
          reading: reading.parse(row.reading),
          on: dayInEngland(row.superseded_at),
          byName: row.superseded_by_name ?? '',
        }
      : undefined,
  };
}

function indicators(ctx: Ctx) {
  return ctx.db.withTables<IndicatorsTables>();
}
