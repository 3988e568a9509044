import { allowed, type NotAllowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import { ownGroupKey, type OwnGroup } from '../../domain/gap/own-groups.ts';
import { explainGaps } from '../../domain/permissions.ts';
import { addOwnGroup, removeOwnGroup } from '../../store/gaps/own-groups.ts';
import { writerOf } from './writer-of.ts';

export type AddGroupRefusal =
  | NotAllowed
  | { reason: 'name-without-letters' }
  | { reason: 'group-there-already' };

/** Adds a group of children that the partnership's own tables name, so that its gaps are seen like any other. */
export async function addGroup(
  ctx: Ctx,
  given: Omit<OwnGroup, 'key'>,
): Promise<Outcome<OwnGroup, AddGroupRefusal>> {
  if (!allowed(ctx.actor, explainGaps)) return refuse({ reason: 'not-allowed' });
  const key = ownGroupKey(given.name);
  if (key === 'own-' || ownGroupKey(given.dimension) === 'own-')
    return refuse({ reason: 'name-without-letters' });
  const group = { ...given, key };
  const added = await addOwnGroup(ctx, group, writerOf(ctx.actor).name);
  if (!added) return refuse({ reason: 'group-there-already' });
  await ctx.record({ type: 'indicators.own-group-added', subject: { kind: 'child-group', id: key } });
  return done(group);
}

/** Takes such a group away; the figures stay, and the guesses at its gaps too. */
export async function removeGroup(
  ctx: Ctx,
  key: string,
): Promise<Outcome<string, NotAllowed | { reason: 'group-missing' }>> {
  if (!allowed(ctx.actor, explainGaps)) return refuse({ reason: 'not-allowed' });
  if (!(await removeOwnGroup(ctx, key))) return refuse({ reason: 'group-missing' });
  await ctx.record({ type: 'indicators.own-group-removed', subject: { kind: 'child-group', id: key } });
  return done(key);
}
