import { allowed, type NotAllowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import type { Decision } from '../../domain/decision.ts';
import { takeMinutes } from '../../domain/permissions.ts';
import { keepDecision, lockDecision } from '../../store/decisions.ts';

export type SayWhatCameRefusal =
  | NotAllowed
  | { reason: 'decision-missing' }
  | { reason: 'nothing-said' }
  /** somebody wrote what came of it since the page was opened */
  | { reason: 'changed-meanwhile'; theirs: Decision };

/** Tells what came of a decision, once it can be told; it can be told anew as more is known. */
export async function sayWhatCame(
  ctx: Ctx,
  given: { number: number; seen: number; words: string },
): Promise<Outcome<Decision, SayWhatCameRefusal>> {
  if (!allowed(ctx.actor, takeMinutes)) return refuse({ reason: 'not-allowed' });
  const before = await lockDecision(ctx, given.number);
  if (!before) return refuse({ reason: 'decision-missing' });
  const words = given.words.trim();
  if (words === '') return refuse({ reason: 'nothing-said' });
  if (before.version !== given.seen) return refuse({ reason: 'changed-meanwhile', theirs: before });
  const decision: Decision = { ...before, cameOfIt: words, cameOn: ctx.today, version: before.version + 1 };
  await keepDecision(ctx, decision);
  await ctx.record({
    type: 'delivery.what-came-told',
    subject: { kind: 'decision', id: decision.id },
    details: { number: decision.number },
  });
  return done(decision);
}
