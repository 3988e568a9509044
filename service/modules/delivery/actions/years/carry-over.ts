import type { Ctx } from '#platform/db/database.ts';
import { compareDays } from '#platform/kernel/day.ts';
import { nameOfActor } from '#platform/kernel/context.ts';
import { isOver, sayNumber, type Action, type ActionState } from '../../domain/action.ts';
import type { ActionWords } from '../../domain/new-action.ts';
import type { Plan, Priority } from '../../domain/plan.ts';
import { nextPlanOf } from '../../domain/years/next-plan.ts';
import type { Turn } from '../../domain/years/turn-line.ts';
import { planAfter } from '../../queries/years/next-plan.ts';
import { actionsById, actionsOfPlan, keepAction } from '../../store/actions.ts';
import { keepPartner, partnersOf } from '../../store/plan/action-partners.ts';
import { keepMilestone, milestonesOf } from '../../store/plan/milestones.ts';
import { addWait, allWaits } from '../../store/plan/waits-for.ts';
import { keepPlanOfYear, keepPriority, lockPlan, prioritiesOf } from '../../store/plans.ts';
import { noteProgress } from '../plan/say-progress.ts';
import { makeAction } from '../plan/write-action.ts';

/** The plan of the next year, begun as a draft where there is none; the year before has to be locked. */
export async function nextPlan(ctx: Ctx, plan: Plan): Promise<Plan> {
  const found = await planAfter(ctx, plan);
  const standing = found && (await lockPlan(ctx, found.key));
  if (standing?.follows === plan.id) return standing;
  const next: Plan = standing
    ? { ...standing, follows: plan.id, version: standing.version + 1 }
    : { ...nextPlanOf(plan), id: ctx.newId<'plan'>() };
  await keepPlanOfYear(ctx, next);
  await ctx.record({
    type: standing ? 'delivery.plan-changed' : 'delivery.plan-added',
    subject: { kind: 'plan', id: next.id },
    details: { state: next.state },
  });
  return next;
}

type Carrying = { plan: Plan; next: Plan; turns: readonly Turn[]; reason: string };

/** Makes a priority anew in the next plan; actions that were carried before it find their place under it. */
export async function carryPriority(
  ctx: Ctx,
  priority: Priority,
  { next, turns }: Carrying,
): Promise<Priority> {
  const others = await prioritiesOf(ctx, next.id);
  const carried: Priority = {
    ...priority,
    id: ctx.newId<'priority'>(),
    planId: next.id,
    place: Math.max(0, ...others.map(({ place }) => place)) + 1,
    carriedFrom: priority.id,
    version: 1,
  };
  await keepPriority(ctx, carried);
  const moved = new Set(turns.flatMap(({ intoId }) => intoId ?? []));
  for (const action of await actionsOfPlan(ctx, next.id)) {
    const [before] = action.carriedFrom ? await actionsById(ctx, [action.carriedFrom]) : [];
    if (moved.has(action.id) && before?.priorityId === priority.id && action.priorityId === undefined)
      await keepAction(ctx, { ...action, priorityId: carried.id, version: action.version + 1 });
  }
  await ctx.record({ type: 'delivery.priority-changed', subject: { kind: 'priority', id: carried.id } });
  return carried;
}

/** Makes an action anew in the next plan, with all that hung on it, and ends the old one with the reason. */
export async function carryAction(ctx: Ctx, action: Action, carrying: Carrying): Promise<Action> {
  const { plan, next, turns, reason } = carrying;
  const priorities = await prioritiesOf(ctx, next.id);
  const priority = priorities.find(
    ({ carriedFrom }) => carriedFrom !== undefined && carriedFrom === action.priorityId,
  );
  const made = await makeAction(ctx, wordsCarried(action, next, priority), {
    decisionId: action.decisionId,
    findingId: action.findingId,
    carriedFrom: action.id,
  });
  if (!made.done) throw new Error(`${sayNumber(action)} could not be carried: ${made.refusal.reason}`);
  const was = action.reason === '' ? '' : ` ${action.reason}`;
  const state: ActionState = action.state === 'late' ? 'under-way' : action.state;
  const from = `Carried over from ${sayNumber(action)} of “${plan.title}”.${reason === '' ? '' : ` ${reason}`}`;
  const carried = await say(ctx, made.value, { state, words: `${from}${was}` });
  await carryAround(ctx, { from: action, into: carried, turns });
  const into = `Carried over as ${sayNumber(carried)} into “${next.title}”.${reason === '' ? '' : ` ${reason}`}`;
  await say(ctx, action, { state: 'stopped', words: into });
  return carried;
}

/** Says how an action goes as the year turns, in its own history. */
export async function say(
  ctx: Ctx,
  action: Action,
  { state, words }: { state: ActionState; words: string },
): Promise<Action> {
  const by = { name: nameOfActor(ctx.actor), organisation: '' };
  const said = await noteProgress(ctx, {
    action,
    said: { state, words, due: undefined },
    seen: action.version,
    by,
    way: 'page',
  });
  if (!said.done) throw new Error(`${sayNumber(action)} could not be said: ${said.refusal.reason}`);
  return said.value;
}

/** What was written of an action, for its new year; a day that is past becomes the last of the year. */
function wordsCarried(action: Action, next: Plan, priority: Priority | undefined): ActionWords {
  const { due, start } = action;
  return {
    ...action,
    planId: next.id,
    priorityId: priority?.id,
    start: start !== undefined && compareDays(start, next.from) < 0 ? undefined : start,
    due: due !== undefined && compareDays(due, next.from) < 0 ? next.until : due,
  };
}

/** Partners, steps that are not reached, and what waits for what. */
async function carryAround(
  ctx: Ctx,
  { from, into, turns }: { from: Action; into: Action; turns: readonly Turn[] },
): Promise<void> {
  for (const partner of await partnersOf(ctx, from.id)) await keepPartner(ctx, into.id, partner);
  for (const milestone of await milestonesOf(ctx, from.id))
    if (milestone.reached === undefined)
      await keepMilestone(ctx, { ...milestone, id: ctx.newId<'milestone'>(), actionId: into.id, version: 1 });
  const carriedAs = (id: string) => turns.find(({ subjectId }) => subjectId === id)?.intoId ?? id;
  const around = (await allWaits(ctx)).filter(
    ({ actionId, waitsFor }) => actionId === from.id || waitsFor === from.id,
  );
  const others = await actionsById(
    ctx,
    around.map(({ actionId, waitsFor }) => carriedAs(actionId === from.id ? waitsFor : actionId)),
  );
  for (const { actionId, waitsFor } of around) {
    const otherId = carriedAs(actionId === from.id ? waitsFor : actionId);
    const other = others.find(({ id }) => id === otherId);
    if (!other || isOver(other)) continue;
    const wait =
      actionId === from.id
        ? { actionId: into.id, waitsFor: otherId }
        : { actionId: otherId, waitsFor: into.id };
    await addWait(ctx, wait);
  }
}
