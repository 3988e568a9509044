import { gapFinder } from '#modules/indicators/index.ts';
import { framework, threadAbove, type FrameworkView, type ThreadAbove } from '#modules/strategy/index.ts';
import type { Ctx } from '#platform/db/database.ts';
import type { Action } from '../../domain/action.ts';
import type { Plan, Priority } from '../../domain/plan.ts';
import type { Loose } from '../../domain/plan/came-loose.ts';
import { likelyPairs, type Likeness } from '../../domain/plan/likeness.ts';
import { totalsOf, type PlanTotals } from '../../domain/plan/plan-totals.ts';
import { lateAndHeldUp, type HeldUp } from '../../domain/plan/waits-for.ts';
import { actionAsSeen, maySeePlan } from '../../domain/who-sees.ts';
import { actionsOfPlan } from '../../store/actions.ts';
import { allWaits } from '../../store/plan/waits-for.ts';
import { planByKey, prioritiesOf } from '../../store/plans.ts';
import { changesOfPlan, type PlanChanged } from '../decisions/changes-seen.ts';
import { plansSeen } from './plans-in-force.ts';
import { looseActions, organisationNames } from './standing.ts';

/** A gap that an element's measures show: where money and work are needed most. */
export type GapOfElement = { title: string; link: string };

/** A priority with all that hangs on it. */
export type PrioritySeen = {
  priority: Priority;
  /** undefined where the strategy no longer holds its element */
  thread: ThreadAbove | undefined;
  /** who owns the element, as the strategy names them */
  owners: readonly string[];
  gaps: readonly GapOfElement[];
  actions: readonly Action[];
};

/** The plan of a year as one person sees it. */
export type PlanView = {
  plan: Plan;
  others: readonly Plan[];
  priorities: readonly PrioritySeen[];
  /** actions of the plan under no priority of it */
  beside: readonly Action[];
  actions: readonly Action[];
  late: readonly HeldUp[];
  totals: PlanTotals;
  loose: ReadonlyMap<string, readonly Loose[]>;
  alike: readonly { one: Action; other: Action; likeness: Likeness }[];
  /** what decisions changed in it, the newest first */
  changes: readonly PlanChanged[];
  organisations: ReadonlyMap<string, string>;
};

/** The plan with this key; undefined where there is none, or none that this person may see. */
export async function planView(ctx: Ctx, key: string): Promise<PlanView | undefined> {
  const plan = await planByKey(ctx, key);
  if (!plan || !maySeePlan(ctx.actor, plan)) return undefined;
  const stored = await actionsOfPlan(ctx, plan.id);
  const actions = stored.map((action) => actionAsSeen(ctx.actor, action));
  const priorities = await prioritiesSeen(ctx, plan, actions);
  const under = new Set(priorities.flatMap((one) => one.actions.map(({ id }) => id)));
  return {
    plan,
    others: (await plansSeen(ctx)).filter(({ id }) => id !== plan.id),
    priorities,
    beside: actions.filter(({ id }) => !under.has(id)),
    actions,
    late: lateAndHeldUp({ actions, waits: await allWaits(ctx), today: ctx.today }),
    totals: totalsOf(actions),
    loose: await looseActions(ctx, stored),
    alike: likelyPairs(actions),
    changes: await changesOfPlan(ctx, plan.id),
    organisations: await organisationNames(
      ctx,
      actions.map(({ owner }) => owner.organisationKey),
    ),
  };
}

async function prioritiesSeen(ctx: Ctx, plan: Plan, actions: readonly Action[]): Promise<PrioritySeen[]> {
  const view = await framework(ctx, plan.frameworkSlug);
  const gaps = await gapsByMeasure(ctx);
  const seen: PrioritySeen[] = [];
  for (const priority of await prioritiesOf(ctx, plan.id)) {
    seen.push({
      priority,
      thread: view && threadAbove(view, priority.elementKey),
      owners: ownersOf(view, priority.elementKey),
      gaps: measuresUnder(view, priority.elementKey).flatMap((id) => gaps.get(id) ?? []),
      actions: actions.filter(({ priorityId }) => priorityId === priority.id),
    });
  }
  return seen;
}

function ownersOf(view: FrameworkView | undefined, elementKey: string): string[] {
  const element = view?.document.elements.find(({ key }) => key === elementKey);
  return (element?.owners ?? []).flatMap(
    (key) => view?.document.owners.find((owner) => owner.key === key)?.name ?? [],
  );
}

function measuresUnder(view: FrameworkView | undefined, elementKey: string): string[] {
  const ids = (view?.document.measures ?? [])
    .filter(({ element }) => element === elementKey)
    .map(({ source, code }) => `${source}:${code}`);
  return [...new Set(ids)];
}

/** The gaps that are sure, by measure: of each measure the surest. */
async function gapsByMeasure(ctx: Ctx): Promise<ReadonlyMap<string, GapOfElement>> {
  const found = (await gapFinder(ctx, undefined))?.found;
  const sure = found ? [...found.large, ...found.sure] : [];
  const byMeasure = new Map<string, GapOfElement>();
  for (const { measure, title } of sure) {
    const at = measure.indexOf(':');
    const link = `/gaps/${encodeURIComponent(measure.slice(0, at))}/${encodeURIComponent(measure.slice(at + 1))}`;
    if (!byMeasure.has(measure)) byMeasure.set(measure, { title, link });
  }
  return byMeasure;
}
