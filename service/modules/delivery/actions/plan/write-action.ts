import { allowed, type NotAllowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import type { Id } from '#platform/kernel/id.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import type { Action } from '../../domain/action.ts';
import { checkAction, type ActionRefusal, type ActionWords } from '../../domain/new-action.ts';
import { keepPlan } from '../../domain/permissions.ts';
import { keepAction, lockAction } from '../../store/actions.ts';
import { nextNumber } from '../../store/delivery-tables.ts';

/** Where an action came from: a decision, a finding, the year before. */
export type ActionOrigin = {
  decisionId?: Id<'decision'> | undefined;
  findingId?: Id<'finding'> | undefined;
  carriedFrom?: Id<'action'> | undefined;
};

/** Adds an action to the plan, or beside it. */
export async function addAction(
  ctx: Ctx,
  words: ActionWords,
): Promise<Outcome<Action, NotAllowed | ActionRefusal>> {
  if (!allowed(ctx.actor, keepPlan)) return refuse({ reason: 'not-allowed' });
  return makeAction(ctx, words, {});
}

/** Makes an action, whoever was found to be allowed to: of a decision, of a finding, of the year before. */
export async function makeAction(
  ctx: Ctx,
  words: ActionWords,
  origin: ActionOrigin,
): Promise<Outcome<Action, ActionRefusal>> {
  const checked = checkAction(words);
  if (!checked.done) return checked;
  const action: Action = {
    ...checked.value,
    id: ctx.newId<'action'>(),
    number: await nextNumber(ctx, 'delivery.action'),
    state: 'not-begun',
    reason: '',
    doneOn: undefined,
    decisionId: origin.decisionId,
    findingId: origin.findingId,
    carriedFrom: origin.carriedFrom,
    version: 1,
  };
  await keepAction(ctx, action);
  await ctx.record({
    type: 'delivery.action-added',
    subject: { kind: 'action', id: action.id },
    details: { number: action.number, ofDecision: origin.decisionId !== undefined },
  });
  return done(action);
}

export type ChangeActionRefusal =
  | NotAllowed
  | ActionRefusal
  | { reason: 'action-missing' }
  | { reason: 'changed-meanwhile'; theirs: Action };

/** Changes what is written of an action, unless somebody changed it first. How it goes is said, not written. */
export async function changeAction(
  ctx: Ctx,
  given: { number: number; seen: number; words: ActionWords },
): Promise<Outcome<Action, ChangeActionRefusal>> {
  if (!allowed(ctx.actor, keepPlan)) return refuse({ reason: 'not-allowed' });
  const before = await lockAction(ctx, given.number);
  if (!before) return refuse({ reason: 'action-missing' });
  if (before.version !== given.seen) return refuse({ reason: 'changed-meanwhile', theirs: before });
  const checked = checkAction(given.words);
  if (!checked.done) return checked;
  const action: Action = { ...before, ...checked.value, version: before.version + 1 };
  await keepAction(ctx, action);
  await ctx.record({
    type: 'delivery.action-changed',
    subject: { kind: 'action', id: action.id },
    details: { number: action.number },
  });
  return done(action);
}
