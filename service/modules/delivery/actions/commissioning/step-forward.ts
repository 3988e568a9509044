import { allowed, type NotAllowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import { refuse, type Outcome } from '#platform/kernel/outcome.ts';
import type { Commission } from '../../domain/commissioning/commission.ts';
import { takeStep, type Step, type StepRefusal } from '../../domain/commissioning/take-step.ts';
import { keepCommissioning } from '../../domain/permissions.ts';
import { maySeeDecision } from '../../domain/who-sees.ts';
import { keepOption, optionsOf } from '../../store/commissioning/commission-options.ts';
import { addStep } from '../../store/commissioning/commission-steps.ts';
import { keepCommission, lockCommission } from '../../store/commissioning/commissions.ts';
import { decisionByNumber } from '../../store/decisions.ts';

export type StepForwardRefusal =
  | NotAllowed
  | StepRefusal
  | { reason: 'commission-missing' }
  | { reason: 'changed-meanwhile'; theirs: Commission };

/** A step as it is asked for: the decision by the number that people call it by. */
export type StepAsked =
  | Exclude<Step, { to: 'decision' }>
  | { to: 'decision'; words: string; optionId: string; decisionNumber: number | undefined };

/** Takes a joint purchase one step on. What is said with it stays. */
export async function stepForward(
  ctx: Ctx,
  given: { key: string; seen: number; step: StepAsked },
): Promise<Outcome<Commission, StepForwardRefusal>> {
  if (!allowed(ctx.actor, keepCommissioning)) return refuse({ reason: 'not-allowed' });
  const before = await lockCommission(ctx, given.key);
  if (!before) return refuse({ reason: 'commission-missing' });
  if (before.version !== given.seen) return refuse({ reason: 'changed-meanwhile', theirs: before });
  const options = await optionsOf(ctx, before.id);
  const step = await stepOf(ctx, given.step);
  const after = takeStep(before, step, options);
  if (!after.done) return after;
  await keepCommission(ctx, after.value);
  if (step.to === 'decision')
    for (const option of options)
      await keepOption(ctx, { ...option, chosen: option.id === step.optionId, version: option.version + 1 });
  await addStep(ctx, {
    commissionId: before.id,
    before: before.step,
    after: after.value.step,
    words: step.words.trim(),
  });
  await ctx.record({
    type: 'delivery.commission-stepped',
    subject: { kind: 'commission', id: before.id },
    details: { key: before.key, before: before.step, after: after.value.step },
  });
  return after;
}

async function stepOf(ctx: Ctx, asked: StepAsked): Promise<Step> {
  if (asked.to !== 'decision') return asked;
  const { optionId, words, decisionNumber } = asked;
  const found = decisionNumber === undefined ? undefined : await decisionByNumber(ctx, decisionNumber);
  const decision = found && maySeeDecision(ctx.actor, found) ? found : undefined;
  return { to: 'decision', words, optionId, decisionId: decision?.id };
}
