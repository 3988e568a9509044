import { sql } from 'kysely';
import { z } from 'zod';
import type { Ctx } from '#platform/db/database.ts';
import { storedId, type Id } from '#platform/kernel/id.ts';
import { documentShape, partShape, type Edition, type YearReport } from '../../domain/years/year-report.ts';
import { changedNow, tables } from '../delivery-tables.ts';

const partsOf = z.array(partShape);

/** The report of a plan's year as it is worked on; undefined where nobody has begun it. */
export async function reportOf(ctx: Ctx, planId: Id<'plan'>): Promise<YearReport | undefined> {
  const row = await tables(ctx)
    .selectFrom('delivery.year_report')
    .selectAll()
    .where('partnership_id', '=', ctx.partnershipId)
    .where('plan_id', '=', planId)
    .executeTakeFirst();
  return (
    row && {
      id: storedId(row.id),
      planId: storedId(row.plan_id),
      title: row.title,
      parts: partsOf.parse(row.parts),
      version: row.version,
    }
  );
}

/** Keeps a report in place of the one of its id. */
export async function keepReport(ctx: Ctx, report: YearReport): Promise<void> {
  const row = {
    plan_id: report.planId,
    title: report.title,
    parts: JSON.stringify(report.parts),
    version: report.version,
    ...changedNow(ctx),
  };
  await tables(ctx)
    .insertInto('delivery.year_report')
    .values({ id: report.id, partnership_id: ctx.partnershipId, ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute();
}

/** The editions of the report of a plan's year, the newest first. */
export async function editionsOf(ctx: Ctx, planId: Id<'plan'>): Promise<Edition[]> {
  return editionsOfPlans(ctx, [planId]);
}

/** The same of several years at once, each with its plan. */
export async function editionsOfPlans(
  ctx: Ctx,
  planIds: readonly Id<'plan'>[],
): Promise<(Edition & { planId: string })[]> {
  const rows = await tables(ctx)
    .selectFrom('delivery.year_report_edition')
    .innerJoin('delivery.year_report', 'delivery.year_report.id', 'delivery.year_report_edition.report_id')
    .selectAll('delivery.year_report_edition')
    .select('delivery.year_report.plan_id')
    .where('delivery.year_report_edition.partnership_id', '=', ctx.partnershipId)
    .where(sql<boolean>`plan_id = any(${[...planIds]}::uuid[])`)
    .orderBy('edition', 'desc')
    .execute();
  return rows.map((row) => ({
    id: storedId(row.id),
    reportId: storedId(row.report_id),
    edition: row.edition,
    document: documentShape.parse(row.document),
    reason: row.reason,
    publishedAt: row.published_at,
    publishedByName: row.published_by_name,
    planId: row.plan_id,
  }));
}

export async function addEdition(ctx: Ctx, edition: Edition): Promise<void> {
  await tables(ctx)
    .insertInto('delivery.year_report_edition')
    .values({
      id: edition.id,
      partnership_id: ctx.partnershipId,
      report_id: edition.reportId,
      edition: edition.edition,
      document: JSON.stringify(edition.document),
      reason: edition.reason,
      published_at: edition.publishedAt,
      published_by_name: edition.publishedByName,
    })
    .execute();
}
