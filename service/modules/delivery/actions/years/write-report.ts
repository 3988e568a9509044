import { allowed, type NotAllowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import { nameOfActor } from '#platform/kernel/context.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import { keepPlan, turnYear } from '../../domain/permissions.ts';
import type { Plan } from '../../domain/plan.ts';
import {
  checkPublish,
  editedPart,
  redrafted,
  wordsOfPart,
  type Edit,
  type EditRefusal,
  type Edition,
  type PublishRefusal,
  type ReportDocument,
  type YearReport,
} from '../../domain/years/year-report.ts';
import { draftReport } from '../../queries/years/draft-report.ts';
import { lockPlan } from '../../store/plans.ts';
import { addEdition, editionsOf, keepReport, reportOf } from '../../store/years/year-reports.ts';

export type DraftRefusal = NotAllowed | { reason: 'plan-missing' };

/** Drafts the report of a year from what the system holds now. What people wrote into it stays. */
export async function draftYearReport(ctx: Ctx, planKey: string): Promise<Outcome<YearReport, DraftRefusal>> {
  if (!allowed(ctx.actor, turnYear)) return refuse({ reason: 'not-allowed' });
  const plan = await lockPlan(ctx, planKey);
  if (!plan) return refuse({ reason: 'plan-missing' });
  const before = await reportOf(ctx, plan.id);
  const report: YearReport = {
    id: before?.id ?? ctx.newId<'year-report'>(),
    planId: plan.id,
    title: before?.title ?? `How ${yearsOf(plan)} went`,
    parts: redrafted(before?.parts ?? [], await draftReport(ctx, plan)),
    version: (before?.version ?? 0) + 1,
  };
  await keepReport(ctx, report);
  await tell(ctx, report, 'drafted');
  return done(report);
}

type ReportMissing = { reason: 'plan-missing' } | { reason: 'report-missing' };

export type EditPartRefusal = NotAllowed | ReportMissing | EditRefusal;

/** Puts people's words in place of a part's draft, unless somebody changed it first. */
export async function editYearReport(
  ctx: Ctx,
  given: { planKey: string } & Pick<Edit, 'kind' | 'seen' | 'words'>,
): Promise<Outcome<YearReport, EditPartRefusal>> {
  if (!allowed(ctx.actor, turnYear)) return refuse({ reason: 'not-allowed' });
  const found = await lockReport(ctx, given.planKey);
  if (!found.done) return found;
  const { report: before } = found.value;
  const edit = { ...given, byName: nameOfActor(ctx.actor), at: ctx.now };
  const edited = editedPart(before.parts, edit);
  if (!edited.done) return edited;
  const report = { ...before, parts: edited.value, version: before.version + 1 };
  await keepReport(ctx, report);
  await tell(ctx, report, 'edited');
  return done(report);
}

export type PublishReportRefusal = NotAllowed | ReportMissing | PublishRefusal;

/** Publishes the report as it stands. An edition never changes: a later one stands beside it and says why. */
export async function publishYearReport(
  ctx: Ctx,
  given: { planKey: string; reason: string },
): Promise<Outcome<Edition, PublishReportRefusal>> {
  if (!allowed(ctx.actor, keepPlan)) return refuse({ reason: 'not-allowed' });
  const found = await lockReport(ctx, given.planKey);
  if (!found.done) return found;
  const { plan, report } = found.value;
  const document = documentOf(plan, report);
  const [last] = await editionsOf(ctx, plan.id);
  const checked = checkPublish({ document, last, reason: given.reason });
  if (!checked.done) return checked;
  const edition: Edition = {
    ...checked.value,
    id: ctx.newId<'year-report-edition'>(),
    reportId: report.id,
    document,
    publishedAt: ctx.now,
    publishedByName: nameOfActor(ctx.actor),
  };
  await addEdition(ctx, edition);
  await tell(ctx, report, 'published');
  return done(edition);
}

/** "2025/26" */
function yearsOf({ from, until }: Plan): string {
  const [first, last] = [from.slice(0, 4), until.slice(0, 4)];
  return first === last ? first : `${first}/${last.slice(2)}`;
}

/** Parts in which nothing stands are left out. */
function documentOf({ key, title, from, until }: Plan, report: YearReport): ReportDocument {
  return {
    title: report.title,
    plan: { key, title, from, until },
    parts: report.parts
      .map((part) => ({ kind: part.kind, heading: part.heading, words: wordsOfPart(part) }))
      .filter(({ words }) => words !== ''),
  };
}

async function lockReport(
  ctx: Ctx,
  planKey: string,
): Promise<Outcome<{ plan: Plan; report: YearReport }, ReportMissing>> {
  const plan = await lockPlan(ctx, planKey);
  if (!plan) return refuse({ reason: 'plan-missing' });
  const report = await reportOf(ctx, plan.id);
  return report ? done({ plan, report }) : refuse({ reason: 'report-missing' });
}

async function tell(ctx: Ctx, { id, planId }: YearReport, what: string): Promise<void> {
  await ctx.record({
    type: `delivery.year-report-${what}`,
    subject: { kind: 'year-report', id },
    details: { planId },
  });
}
