import type { NotAllowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import { idFrom } from '#platform/kernel/id.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import { reached } from '../../queries/standing/reach.ts';
import { touched } from '../../queries/standing/touched.ts';
import { lockChild } from '../../store/record/children.ts';
import { endStandingRow, standingsRound } from '../../store/standing/standings.ts';

export type EndStandingRefusal =
  | NotAllowed
  | { reason: 'record-missing' }
  | { reason: 'standing-missing' }
  /** somebody always leads: say first who is next */
  | { reason: 'nobody-would-lead' };

/** Ends a standing at once: the lead worker ends anybody's, and everybody their own. The next request finds nothing. */
export async function endStanding(
  ctx: Ctx,
  given: { childId: string; standingId: string },
): Promise<Outcome<undefined, EndStandingRefusal>> {
  const found = await reached(ctx, given.childId);
  if (!found) return refuse({ reason: 'record-missing' });
  const { reach, child } = found;
  const leads = reach.access['people-around'] === 'write';
  // whoever leads is held meanwhile, so that the last two cannot leave in the same moment
  if (leads) await lockChild(ctx, child.id);
  const id = idFrom<'standing'>(given.standingId);
  const round = await standingsRound(ctx, child.id);
  const standing = round.find((one) => one.id === id);
  if (!standing) return refuse({ reason: 'standing-missing' });
  const isOwn = ctx.actor.kind === 'person' && standing.personId === ctx.actor.personId;
  if (!leads && !isOwn) return refuse({ reason: 'not-allowed' });
  const leading = round.filter(({ kind }) => kind === 'lead-worker');
  if (standing.kind === 'lead-worker' && leading.length < 2) return refuse({ reason: 'nobody-would-lead' });
  if (!(await endStandingRow(ctx, standing.id))) return refuse({ reason: 'standing-missing' });
  touched(ctx, reach, {
    act: 'families.standing-ended',
    way: 'written',
    part: { kind: 'standing', id: standing.id },
  });
  await ctx.record({
    type: 'families.standing-ended',
    subject: { kind: 'standing', id: standing.id },
    details: { kind: standing.kind },
  });
  return done(undefined);
}
