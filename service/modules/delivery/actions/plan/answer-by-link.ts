import type { Ctx } from '#platform/db/database.ts';
import { refuse, type Outcome } from '#platform/kernel/outcome.ts';
import { maskedAddress, type Link, type LinkRefusal } from '#platform/links/link.ts';
import { useLink } from '#platform/links/links.ts';
import type { Action } from '../../domain/action.ts';
import { afterSaying, type ProgressRefusal, type Said } from '../../domain/progress.ts';
import { actionsById, lockAction } from '../../store/actions.ts';
import { noteProgress } from './say-progress.ts';

export type AnswerRefusal =
  | LinkRefusal
  | ProgressRefusal
  | { reason: 'action-missing' }
  | { reason: 'changed-meanwhile'; theirs: Action };

/**
 * Keeps what somebody without an account said of an action by a link. What cannot be kept uses nothing up: the link still
 * works, and can say it anew.
 */
export async function answerByLink(
  ctx: Ctx,
  given: { link: Link; opener: string; said: Said; seen: number },
): Promise<Outcome<Action, AnswerRefusal>> {
  const { link, opener, said, seen } = given;
  const [named] = await actionsById(ctx, [link.subjectId]);
  const action = named && (await lockAction(ctx, named.number));
  if (!action) return refuse({ reason: 'action-missing' });
  const would = afterSaying(action, said, ctx.today);
  if (!would.done && would.refusal.reason === 'already-so') return would;
  if (action.version !== seen && link.ended === undefined)
    return refuse({ reason: 'changed-meanwhile', theirs: action });
  if (!would.done) return would;
  const used = await useLink(ctx, { link, opener });
  if (!used.done) return used;
  const isOwner = used.value.to === action.owner.email.trim().toLowerCase();
  const name = isOwner && action.owner.name !== '' ? action.owner.name : maskedAddress(used.value.to);
  const by = { name, organisation: used.value.organisation };
  return noteProgress(ctx, { action, said, seen, by, way: 'link' });
}
