import { allowed, type NotAllowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import { nameOfActor } from '#platform/kernel/context.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import type { Action } from '../../domain/action.ts';
import { turnYear } from '../../domain/permissions.ts';
import type { Plan } from '../../domain/plan.ts';
import { checkTurnBack, stateBeforeTurn, type TurnBackRefusal } from '../../domain/years/turn-back.ts';
import type { Line, Turn, TurnedBack } from '../../domain/years/turn-line.ts';
import { yearLines } from '../../queries/years/year-lines.ts';
import { keepAction, lockAction } from '../../store/actions.ts';
import { lockPlan } from '../../store/plans.ts';
import { addProgressNote, progressNotesOf } from '../../store/progress-notes.ts';
import { keepTurnedBack, turnsOf } from '../../store/years/year-turns.ts';
import { takeOutAction, takeOutPriority, type TakeOutRefusal } from './take-out-carried.ts';
import { idOf } from './turn-line.ts';

export type TurnLineBackRefusal = NotAllowed | { reason: 'plan-missing' } | TurnBackRefusal | TakeOutRefusal;

/**
 * Takes back what was said of a line while its year is still being turned: it is as it was before, and what it became in
 * the next plan is taken out there. What was said stays to be read. All of it stands, or nothing of it does.
 */
export async function turnBack(
  ctx: Ctx,
  given: { planKey: string; subjectId: string; turnId: string },
): Promise<Outcome<TurnedBack, TurnLineBackRefusal>> {
  if (!allowed(ctx.actor, turnYear)) return refuse({ reason: 'not-allowed' });
  const plan = await lockPlan(ctx, given.planKey);
  if (!plan) return refuse({ reason: 'plan-missing' });
  const found = (await yearLines(ctx, plan)).find((one) => idOf(one) === given.subjectId);
  const checked = checkTurnBack({ plan, line: found, turnId: given.turnId });
  if (!checked.done) return checked;
  const { line, turn } = checked.value;
  const undone = await undo(ctx, plan, { line, turn });
  if (!undone.done) return undone;
  const back: TurnedBack = { ...turn, backAt: ctx.now, backByName: nameOfActor(ctx.actor) };
  await keepTurnedBack(ctx, back);
  await ctx.record({
    type: 'delivery.year-line-turned-back',
    subject: { kind: turn.kind, id: turn.subjectId },
    details: { planId: plan.id, became: turn.became, intoId: turn.intoId ?? null },
  });
  return done(back);
}

async function undo(
  ctx: Ctx,
  plan: Plan,
  { line: { subject }, turn }: { line: Line; turn: Turn },
): Promise<Outcome<undefined, TakeOutRefusal>> {
  const { intoId } = turn;
  if (subject.kind === 'priority') {
    if (intoId === undefined) return done(undefined);
    const turns = await turnsOf(ctx, plan.id);
    return takeOutPriority(ctx, { plan, before: subject.priority, intoId, turns });
  }
  const action = await lockAction(ctx, subject.action.number);
  if (!action) throw new Error('an action went while its year was turned back');
  if (intoId !== undefined) {
    const taken = await takeOutAction(ctx, { plan, from: action, intoId });
    if (!taken.done) return taken;
  }
  await restore(ctx, action, turn);
  return done(undefined);
}

/** The action as it was before, and in its history that it is; what somebody said of it since stands. */
async function restore(ctx: Ctx, action: Action, turn: Turn): Promise<void> {
  const before = stateBeforeTurn(await progressNotesOf(ctx, [action.id]), turn);
  if (!before) return;
  const { due } = action;
  await keepAction(ctx, { ...action, ...before, doneOn: undefined, version: action.version + 1 });
  await addProgressNote(ctx, {
    id: ctx.newId(),
    actionId: action.id,
    words: before.reason === '' ? 'Turned back: it is as it was before.' : before.reason,
    before: { state: action.state, due },
    after: { state: before.state, due },
    saidAt: ctx.now,
    saidBy: { name: nameOfActor(ctx.actor), organisation: '' },
    way: 'page',
  });
  await ctx.record({
    type: 'delivery.progress-said',
    subject: { kind: 'action', id: action.id },
    details: { number: action.number, before: action.state, after: before.state, way: 'page' },
  });
}
