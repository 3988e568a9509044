import type { Ctx } from '#platform/db/database.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import { sayNumber, type Action } from '../../domain/action.ts';
import type { Plan, Priority } from '../../domain/plan.ts';
import { circleMadeBy } from '../../domain/plan/waits-for.ts';
import { isAsCarried } from '../../domain/years/turn-back.ts';
import type { Turn } from '../../domain/years/turn-line.ts';
import { planAfter } from '../../queries/years/next-plan.ts';
import { actionsById, actionsOfPlan, keepAction, lockAction } from '../../store/actions.ts';
import { addWait, allWaits, lockWaits, removeWait } from '../../store/plan/waits-for.ts';
import { lockPlan, prioritiesOf, removePriority } from '../../store/plans.ts';
import { progressNotesOf } from '../../store/progress-notes.ts';
import { lookBacksOf } from '../../store/years/look-backs.ts';
import { say } from './carry-over.ts';

export type TakeOutRefusal =
  /** somebody has said how it goes in its new year: those words are not taken away */
  | { reason: 'action-gone-on'; number: number }
  /** its words were changed, or something new stands under it */
  | { reason: 'priority-gone-on'; title: string };

/**
 * Ends what an action became in the next plan and takes it out of that plan; what waited for it waits for the old one
 * again. Its number and its history stay.
 */
export async function takeOutAction(
  ctx: Ctx,
  { plan, from, intoId }: { plan: Plan; from: Action; intoId: string },
): Promise<Outcome<undefined, TakeOutRefusal>> {
  const [found] = await actionsById(ctx, [intoId]);
  const into = found && (await lockAction(ctx, found.number));
  if (!into || into.state === 'stopped') return done(undefined);
  if ((await progressNotesOf(ctx, [into.id])).length > 1)
    return refuse({ reason: 'action-gone-on', number: into.number });
  const words = `Turned back: ${sayNumber(from)} goes on in “${plan.title}”.`;
  const stopped = await say(ctx, into, { state: 'stopped', words });
  await keepAction(ctx, {
    ...stopped,
    planId: undefined,
    priorityId: undefined,
    version: stopped.version + 1,
  });
  await waitsBack(ctx, { from: into.id, to: from.id });
  return done(undefined);
}

/** What hung on one action hangs on another again; a wait that would close a circle is left out. */
async function waitsBack(ctx: Ctx, { from, to }: { from: string; to: string }): Promise<void> {
  await lockWaits(ctx);
  for (const wait of (await allWaits(ctx)).filter((one) => one.actionId === from || one.waitsFor === from)) {
    await removeWait(ctx, wait);
    const { actionId, waitsFor } = wait;
    const back = actionId === from ? { actionId: to, waitsFor } : { actionId, waitsFor: to };
    if (circleMadeBy(await allWaits(ctx), back) === undefined) await addWait(ctx, back);
  }
}

/** Takes a priority out of the next plan; what was carried over under it stands there by itself. */
export async function takeOutPriority(
  ctx: Ctx,
  given: { plan: Plan; before: Priority; intoId: string; turns: readonly Turn[] },
): Promise<Outcome<undefined, TakeOutRefusal>> {
  const { plan, before, intoId, turns } = given;
  const found = await planAfter(ctx, plan);
  const next = found && (await lockPlan(ctx, found.key));
  const into = next && (await prioritiesOf(ctx, next.id)).find(({ id }) => id === intoId);
  if (!next || !into) return done(undefined);
  const carried = new Set(turns.map((turn) => turn.intoId));
  const isNew = (await actionsOfPlan(ctx, next.id)).some(
    ({ id, priorityId }) => priorityId === into.id && !carried.has(id),
  );
  const isSpokenOf = (await lookBacksOf(ctx, next.id)).some(({ priorityId }) => priorityId === into.id);
  if (isNew || isSpokenOf || !isAsCarried(before, into))
    return refuse({ reason: 'priority-gone-on', title: into.title });
  await removePriority(ctx, into.id);
  return done(undefined);
}
