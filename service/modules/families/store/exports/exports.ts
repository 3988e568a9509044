import { sql, type Selectable } from 'kysely';
import { z } from 'zod';
import type { Ctx } from '#platform/db/database.ts';
import type { Day } from '#platform/kernel/day.ts';
import { storedId, type Id } from '#platform/kernel/id.ts';
import {
  exportDecisions,
  exportPurposes,
  type Export,
  type ExportDecision,
} from '../../domain/exports/export.ts';
import { tables } from '../families-tables.ts';
import type { FamiliesTables } from '../tables.generated.ts';

type Row = Selectable<FamiliesTables['families.export']>;

const purposeOf = z.enum(exportPurposes);
const decisionOf = z.enum(exportDecisions);

/** Keeps what was asked, and whose records it was asked for. */
export async function addExport(ctx: Ctx, asked: Export, children: readonly Id<'child'>[]): Promise<void> {
  await tables(ctx)
    .insertInto('families.export')
    .values({
      id: asked.id,
      partnership_id: ctx.partnershipId,
      asked_by: asked.askedBy,
      asked_by_name: asked.askedByName,
      asked_at: asked.askedAt,
      setting_organisation_id: asked.settingOrganisationId ?? null,
      purpose: asked.purpose,
      reason: asked.reason,
      records: asked.records,
      told_to: [...asked.toldTo],
    })
    .execute();
  await tables(ctx)
    .insertInto('families.export_record')
    .values(
      children.map((childId) => ({
        id: ctx.newId<'export-record'>(),
        partnership_id: ctx.partnershipId,
        export_id: asked.id,
        child_id: childId,
      })),
    )
    .execute();
}

/** One, held against every other writer until the transaction ends. */
export async function lockExport(ctx: Ctx, id: Id<'export'>): Promise<Export | undefined> {
  const row = await ours(ctx).where('id', '=', id).forUpdate().executeTakeFirst();
  return row && exportOf(row);
}

/** What whoever acts asked for, the latest first. */
export async function exportsAskedBy(ctx: Ctx, personId: Id<'person'>): Promise<Export[]> {
  return (
    await ours(ctx).where('asked_by', '=', personId).orderBy('asked_at', 'desc').limit(50).execute()
  ).map(exportOf);
}

/** What others asked for and whoever acts was told of, what waits first. */
export async function exportsTold(ctx: Ctx, personId: Id<'person'>): Promise<Export[]> {
  const rows = await ours(ctx)
    .where('asked_by', '<>', personId)
    .where(sql<boolean>`${personId}::uuid = any(told_to)`)
    .orderBy(sql`decided_at is not null`)
    .orderBy('asked_at', 'desc')
    .limit(50)
    .execute();
  return rows.map(exportOf);
}

/** Whose records were asked for, of those whom whoever acts may still see. */
export async function recordsOfExport(
  ctx: Ctx,
  id: Id<'export'>,
): Promise<{ id: Id<'export-record'>; childId: Id<'child'> }[]> {
  const rows = await tables(ctx)
    .selectFrom('families.export_record')
    .select(['id', 'child_id'])
    .where('partnership_id', '=', ctx.partnershipId)
    .where('export_id', '=', id)
    .execute();
  return rows.map((row) => ({ id: storedId(row.id), childId: storedId(row.child_id) }));
}

type Decision = { id: Id<'export'>; byId: Id<'person'>; byName: string; as: ExportDecision; words: string };

export async function keepDecision(ctx: Ctx, { id, byId, byName, as, words }: Decision): Promise<void> {
  await tables(ctx)
    .updateTable('families.export')
    .set({
      decision: as,
      decided_by: byId,
      decided_by_name: byName,
      decided_at: ctx.now,
      decision_words: words,
    })
    .where('id', '=', id)
    .execute();
}

/** Notes that a file was taken; false where it was taken already. */
export async function keepTaking(
  ctx: Ctx,
  { id, records }: { id: Id<'export'>; records: number },
): Promise<boolean> {
  const { numUpdatedRows } = await tables(ctx)
    .updateTable('families.export')
    .set({ taken_at: ctx.now, taken_records: records })
    .where('id', '=', id)
    .where('taken_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

type Asker = { personId: Id<'person'>; personName: string; toldTo: readonly Id<'person'>[] };

/** Counts one more file asked for today, and holds the count until the transaction ends. */
export async function countExport(ctx: Ctx, { personId, personName, toldTo }: Asker): Promise<number> {
  const { asks } = await tables(ctx)
    .insertInto('families.export_day')
    .values({
      partnership_id: ctx.partnershipId,
      person_id: personId,
      person_name: personName,
      on_day: ctx.today,
      asks: 1,
      told_to: [...toldTo],
    })
    .onConflict((conflict) =>
      conflict
        .columns(['partnership_id', 'person_id', 'on_day'])
        .doUpdateSet({ asks: sql<number>`export_day.asks + 1` }),
    )
    .returning('asks')
    .executeTakeFirstOrThrow();
  return asks;
}

/** Raises the alarm of today, once for a person; false where it is raised already. */
export async function raiseExportAlarm(ctx: Ctx, personId: Id<'person'>): Promise<boolean> {
  const { numUpdatedRows } = await tables(ctx)
    .updateTable('families.export_day')
    .set({ alarm_at: ctx.now })
    .where('person_id', '=', personId)
    .where('on_day', '=', ctx.today)
    .where('alarm_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Somebody asked for more files in a day than anybody may. */
export type ExportAlarm = { personName: string; onDay: Day; asks: number };

/** Alarms of which whoever acts was told, from a day on, the latest first. */
export async function exportAlarms(
  ctx: Ctx,
  { personId, since }: { personId: Id<'person'>; since: Day },
): Promise<ExportAlarm[]> {
  const rows = await tables(ctx)
    .selectFrom('families.export_day')
    .select(['person_name', 'on_day', 'asks'])
    .where('partnership_id', '=', ctx.partnershipId)
    .where('person_id', '<>', personId)
    .where('alarm_at', 'is not', null)
    .where('on_day', '>=', since)
    .orderBy('on_day', 'desc')
    .execute();
  return rows.map((row) => ({ personName: row.person_name, onDay: row.on_day, asks: row.asks }));
}

function ours(ctx: Ctx) {
  return tables(ctx)
    .selectFrom('families.export')
    .selectAll()
    .where('partnership_id', '=', ctx.partnershipId);
}

function exportOf(row: Row): Export {
  return {
    id: storedId(row.id),
    askedBy: storedId(row.asked_by),
    askedByName: row.asked_by_name,
    askedAt: row.asked_at,
    settingOrganisationId:
      row.setting_organisation_id === null ? undefined : storedId(row.setting_organisation_id),
    purpose: purposeOf.parse(row.purpose),
    reason: row.reason,
    records: row.records,
    toldTo: row.told_to.filter((id) => id !== null).map((id) => storedId(id)),
    decided:
      row.decided_at === null
        ? undefined
        : {
            as: decisionOf.parse(row.decision),
            byName: row.decided_by_name,
            at: row.decided_at,
            words: row.decision_words,
          },
    taken: row.taken_at === null ? undefined : { at: row.taken_at, records: row.taken_records ?? 0 },
  };
}
