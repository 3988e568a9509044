import { allowed, type NotAllowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import { nameOfActor } from '#platform/kernel/context.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import { isOwnedBy, type Action } from '../../domain/action.ts';
import { keepPlan, sayProgress as mayOfOwn } from '../../domain/permissions.ts';
import { afterSaying, type ProgressRefusal, type Said } from '../../domain/progress.ts';
import { keepAction, lockAction } from '../../store/actions.ts';
import { addProgressNote, type Way } from '../../store/progress-notes.ts';

export type SayProgressRefusal =
  | NotAllowed
  | { reason: 'action-missing' }
  /** somebody said something of it since the page was opened */
  | { reason: 'changed-meanwhile'; theirs: Action }
  | ProgressRefusal;

export type ToSay = Said & { number: number; seen: number };

/** Says how an action goes: the manager of any, everybody else of what they own. */
export async function sayProgress(ctx: Ctx, given: ToSay): Promise<Outcome<Action, SayProgressRefusal>> {
  const action = await lockAction(ctx, given.number);
  const mayAny = allowed(ctx.actor, keepPlan);
  const mayThis = action && allowed(ctx.actor, mayOfOwn) && isOwnedBy(action, ctx.actor);
  if (!mayAny && !mayThis) return refuse({ reason: 'not-allowed' });
  if (!action) return refuse({ reason: 'action-missing' });
  const by = { name: nameOfActor(ctx.actor), organisation: '' };
  return noteProgress(ctx, { action, said: given, seen: given.seen, by, way: 'page' });
}

/**
 * Keeps what was said, whoever was found to be allowed to say it: on the page, by a link in a letter, in a meeting. The
 * action has to be locked.
 */
export async function noteProgress(
  ctx: Ctx,
  given: {
    action: Action;
    said: Said;
    seen: number;
    by: { name: string; organisation: string };
    way: Way;
  },
): Promise<Outcome<Action, Exclude<SayProgressRefusal, NotAllowed | { reason: 'action-missing' }>>> {
  const { action, said, seen, by, way } = given;
  const after = afterSaying(action, said, ctx.today);
  if (!after.done && after.refusal.reason === 'already-so') return after;
  if (action.version !== seen) return refuse({ reason: 'changed-meanwhile', theirs: action });
  if (!after.done) return after;
  await keepAction(ctx, after.value);
  await addProgressNote(ctx, {
    id: ctx.newId(),
    actionId: action.id,
    words: said.words.trim(),
    before: { state: action.state, due: action.due },
    after: { state: after.value.state, due: after.value.due },
    saidAt: ctx.now,
    saidBy: by,
    way,
  });
  await ctx.record({
    type: 'delivery.progress-said',
    subject: { kind: 'action', id: action.id },
    details: { number: action.number, before: action.state, after: after.value.state, way },
  });
  return done(after.value);
}
