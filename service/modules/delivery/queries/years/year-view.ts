import type { Ctx } from '#platform/db/database.ts';
import type { Decision } from '../../domain/decision.ts';
import type { Plan, Priority } from '../../domain/plan.ts';
import type { LookBack } from '../../domain/years/look-back.ts';
import type { Line } from '../../domain/years/turn-line.ts';
import type { Edition, YearReport } from '../../domain/years/year-report.ts';
import { actionsById, actionsOfPlan } from '../../store/actions.ts';
import { allDecisions, decisionsById } from '../../store/decisions.ts';
import { allPlans, planByKey, prioritiesOf } from '../../store/plans.ts';
import { lookBacksOf } from '../../store/years/look-backs.ts';
import { editionsOf, editionsOfPlans, reportOf } from '../../store/years/year-reports.ts';
import { organisationNames } from '../plan/standing.ts';
import { elementChoices, type Choice } from '../plan/form-choices.ts';
import { measuresOfPriorities, type MeasuresOf } from './draft-report.ts';
import { planAfter } from './next-plan.ts';
import { openByPlan, yearLines } from './year-lines.ts';

/** The next plan as it is made ready. */
export type NextYear = { plan: Plan; priorities: readonly Priority[]; agreedBy: Decision | undefined };

/** All that the turning of a year needs on one page. */
export type YearView = {
  plan: Plan;
  lines: readonly Line[];
  /** short numbers of the actions that carry others on, by id */
  carriedInto: ReadonlyMap<string, number>;
  lookBacks: readonly LookBack[];
  measures: readonly MeasuresOf[];
  organisations: ReadonlyMap<string, string>;
  next: NextYear | undefined;
  /** those that could agree the next plan, the newest first */
  decisions: readonly Decision[];
  elements: readonly Choice[];
  report: YearReport | undefined;
  editions: readonly Edition[];
};

/** A plan's year as it turns; undefined where there is no such plan. */
export async function yearView(ctx: Ctx, key: string): Promise<YearView | undefined> {
  const plan = await planByKey(ctx, key);
  if (!plan) return undefined;
  const lines = await yearLines(ctx, plan);
  const priorities = await prioritiesOf(ctx, plan.id);
  const actions = await actionsOfPlan(ctx, plan.id);
  const into = lines.flatMap(({ turn }) => (turn?.kind === 'action' ? (turn.intoId ?? []) : []));
  return {
    plan,
    lines,
    carriedInto: new Map((await actionsById(ctx, into)).map(({ id, number }) => [id, number])),
    lookBacks: await lookBacksOf(ctx, plan.id),
    measures: await measuresOfPriorities(ctx, { plan, priorities, actions }),
    organisations: await organisationNames(
      ctx,
      actions.map(({ owner }) => owner.organisationKey),
    ),
    next: await nextYear(ctx, plan),
    decisions: (await allDecisions(ctx)).slice(0, 40),
    elements: await elementChoices(ctx, plan.frameworkSlug),
    report: await reportOf(ctx, plan.id),
    editions: await editionsOf(ctx, plan.id),
  };
}

async function nextYear(ctx: Ctx, plan: Plan): Promise<NextYear | undefined> {
  const next = await planAfter(ctx, plan);
  if (!next) return undefined;
  const [agreedBy] = await decisionsById(ctx, next.agreedBy ? [next.agreedBy] : []);
  return { plan: next, priorities: await prioritiesOf(ctx, next.id), agreedBy };
}

/** The years that can be turned or read, the newest first, each with how many of its lines are open. */
export async function years(ctx: Ctx): Promise<{ plan: Plan; open: number; editions: readonly Edition[] }[]> {
  const plans = (await allPlans(ctx)).filter(({ state }) => state !== 'draft');
  const lines = await openByPlan(ctx, plans);
  const editions = Map.groupBy(
    await editionsOfPlans(
      ctx,
      plans.map(({ id }) => id),
    ),
    ({ planId }) => planId,
  );
  return plans.map((plan) => ({
    plan,
    open: lines.get(plan.id) ?? 0,
    editions: editions.get(plan.id) ?? [],
  }));
}
