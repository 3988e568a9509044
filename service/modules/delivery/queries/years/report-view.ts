import type { Ctx } from '#platform/db/database.ts';
import type { Plan } from '../../domain/plan.ts';
import type { Edition, YearReport } from '../../domain/years/year-report.ts';
import { planByKey } from '../../store/plans.ts';
import { editionsOf, reportOf } from '../../store/years/year-reports.ts';

/** The report of a year: as it is worked on, and as it was published. */
export type ReportView = {
  plan: Plan;
  report: YearReport | undefined;
  /** the newest first */
  editions: readonly Edition[];
};

/** The report of a plan's year; undefined where there is no such plan. */
export async function reportView(ctx: Ctx, key: string): Promise<ReportView | undefined> {
  const plan = await planByKey(ctx, key);
  return plan && { plan, report: await reportOf(ctx, plan.id), editions: await editionsOf(ctx, plan.id) };
}
