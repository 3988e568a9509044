import { allowed, type NotAllowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import { nameOfActor } from '#platform/kernel/context.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import { turnYear } from '../../domain/permissions.ts';
import type { Plan } from '../../domain/plan.ts';
import {
  checkTurn,
  openLines,
  type Became,
  type Line,
  type Turn,
  type TurnRefusal,
} from '../../domain/years/turn-line.ts';
import { yearLines } from '../../queries/years/year-lines.ts';
import { lockAction } from '../../store/actions.ts';
import { lockPlan } from '../../store/plans.ts';
import { addTurn, turnsOf } from '../../store/years/year-turns.ts';
import { carryAction, carryPriority, nextPlan, say } from './carry-over.ts';

export type TurnLineRefusal = NotAllowed | TurnRefusal | { reason: 'plan-missing' };

export type ToTurn = { planKey: string; subjectId: string; became: Became; reason: string };

/**
 * Says what became of one priority or action. What is carried over is made anew in the next plan, and what it was stays
 * with its history. All of it stands, or nothing of it does.
 */
export async function turnLine(ctx: Ctx, given: ToTurn): Promise<Outcome<Turn, TurnLineRefusal>> {
  if (!allowed(ctx.actor, turnYear)) return refuse({ reason: 'not-allowed' });
  const plan = await lockPlan(ctx, given.planKey);
  if (!plan) return refuse({ reason: 'plan-missing' });
  const line = (await yearLines(ctx, plan)).find((one) => idOf(one) === given.subjectId);
  const checked = checkTurn({ plan, line, became: given.became, reason: given.reason });
  if (!checked.done) return checked;
  return done(
    await turn(ctx, plan, {
      line: checked.value.line,
      became: given.became,
      reason: checked.value.reason,
    }),
  );
}

/** Carries over every line that is still open, priorities before what hangs under them. */
export async function carryAllOpen(
  ctx: Ctx,
  given: { planKey: string; reason: string },
): Promise<Outcome<readonly Turn[], TurnLineRefusal>> {
  if (!allowed(ctx.actor, turnYear)) return refuse({ reason: 'not-allowed' });
  const plan = await lockPlan(ctx, given.planKey);
  if (!plan) return refuse({ reason: 'plan-missing' });
  const turned: Turn[] = [];
  for (const line of openLines(await yearLines(ctx, plan))) {
    const checked = checkTurn({ plan, line, became: 'carried', reason: given.reason });
    if (!checked.done) return checked;
    turned.push(await turn(ctx, plan, { line, became: 'carried', reason: checked.value.reason }));
  }
  return done(turned);
}

/** "priority" or "action", by its id. */
export function idOf({ subject }: Line): string {
  return subject.kind === 'priority' ? subject.priority.id : subject.action.id;
}

async function turn(
  ctx: Ctx,
  plan: Plan,
  given: { line: Line; became: Became; reason: string },
): Promise<Turn> {
  const { line, became, reason } = given;
  const said: Turn = {
    id: ctx.newId<'year-turn'>(),
    kind: line.subject.kind,
    subjectId: idOf(line),
    became,
    reason,
    intoId: await becomes(ctx, plan, given),
    saidAt: ctx.now,
    saidByName: nameOfActor(ctx.actor),
  };
  await addTurn(ctx, plan.id, said);
  await ctx.record({
    type: 'delivery.year-line-turned',
    subject: { kind: said.kind, id: said.subjectId },
    details: { planId: plan.id, became, intoId: said.intoId ?? null },
  });
  return said;
}

/** Does what was said, and tells what carries it on. */
async function becomes(
  ctx: Ctx,
  plan: Plan,
  { line: { subject }, became, reason }: { line: Line; became: Became; reason: string },
): Promise<string | undefined> {
  const carrying = async () => ({
    plan,
    next: await nextPlan(ctx, plan),
    turns: await turnsOf(ctx, plan.id),
    reason,
  });
  if (subject.kind === 'priority') {
    if (became !== 'carried') return undefined;
    return (await carryPriority(ctx, subject.priority, await carrying())).id;
  }
  const action = await lockAction(ctx, subject.action.number);
  if (!action) throw new Error('an action went while its year turned');
  if (became === 'carried') return (await carryAction(ctx, action, await carrying())).id;
  await say(ctx, action, { state: became === 'done' ? 'done' : 'stopped', words: reason });
  return undefined;
}
