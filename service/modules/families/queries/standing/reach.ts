import {
  opensAnything,
  recordAccess,
  type Level,
  type RecordAccess,
  type Relationship,
} from '#platform/access/record-policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import { idFrom, type Id } from '#platform/kernel/id.ts';
import type { Child } from '../../domain/record/child.ts';
import { holds, inOrder, type Standing } from '../../domain/standing/standing.ts';
import { childById } from '../../store/record/children.ts';
import { standingsOf } from '../../store/standing/standings.ts';
import { bodyOf } from './body-of.ts';

/** How far whoever acts reaches to a child, and by what. */
export type Reach = {
  childId: Id<'child'>;
  relationship: Relationship;
  purpose: string;
  level: Level;
  /** whether anything at all may be written; `access` says what */
  mayWrite: boolean;
  access: RecordAccess;
  standing: Standing;
};

/**
 * How whoever acts reaches to a child, for the purpose named or the one that their standing was given for. Undefined is
 * answered as though there were no such child; that somebody asked is written down either way.
 */
export async function mayReach(ctx: Ctx, childId: string, purpose?: string): Promise<Reach | undefined> {
  return (await reached(ctx, childId, purpose))?.reach;
}

/** The same, with the child. */
export async function reached(
  ctx: Ctx,
  given: string,
  purpose?: string,
): Promise<{ reach: Reach; child: Child } | undefined> {
  const childId = idFrom<'child'>(given);
  if (!childId || ctx.actor.kind !== 'person') return undefined;
  const { personId } = ctx.actor;
  // both are asked whether or not the first finds something, so that nobody can tell from the time it takes
  const child = await childById(ctx, childId);
  const standings = await standingsOf(ctx, childId, personId);
  const reach = child && (await bestReach(ctx, { child, standings, purpose }));
  if (reach) return { reach, child };
  ctx.audit({
    act: 'families.record-asked-for',
    way: 'refused',
    subject: { kind: 'child', id: childId },
    relationship: 'none',
    purpose: purpose ?? 'direct-help',
  });
  return undefined;
}

type Asked = { child: Child; standings: readonly Standing[]; purpose: string | undefined };

/** Of several ways of standing, the first that opens anything. */
export async function bestReach(ctx: Ctx, { child, standings, purpose }: Asked): Promise<Reach | undefined> {
  const { actor } = ctx;
  if (actor.kind !== 'person') return undefined;
  for (const standing of inOrder(standings)) {
    const access = recordAccess({
      roles: actor.roles,
      relationship: standing.kind,
      purpose: purpose ?? standing.purpose,
      level: child.level,
      inDate: holds(standing, ctx.now),
      body: await bodyOf(ctx, child, standing),
    });
    if (opensAnything(access))
      return {
        childId: child.id,
        relationship: standing.kind,
        purpose: purpose ?? standing.purpose,
        level: child.level,
        mayWrite: Object.values(access).includes('write'),
        access,
        standing,
      };
  }
  return undefined;
}
