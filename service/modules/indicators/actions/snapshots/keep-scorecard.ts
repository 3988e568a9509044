import { allowed, type NotAllowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import type { Day } from '#platform/kernel/day.ts';
import type { Id } from '#platform/kernel/id.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import { keepScorecards } from '../../domain/permissions.ts';
import { scopeKey, type Scope } from '../../domain/snapshots/snapshot.ts';
import { frozenNow, holdsFigures } from '../../queries/snapshots/frozen-now.ts';
import { addSnapshot } from '../../store/snapshots/snapshots.ts';
import { keeperOf } from './keeper-of.ts';

export type KeepScorecardRefusal =
  | NotAllowed
  | { reason: 'no-such-scorecard' }
  | { reason: 'nothing-to-keep' }
  /** this turn of the calendar kept it before */
  | { reason: 'kept-already' };

export type ScorecardToKeep = Scope & {
  areaCode: string;
  name: string;
  note: string;
  /** the turn of the calendar that keeps it by itself */
  turn?: string;
  /** worked out afterwards: only from figures of periods that had ended by this day, which is said beside it */
  until?: Day;
};

/**
 * Keeps a scorecard as it stands today, as everybody sees it. Nobody can change it afterwards: a strategy that is only a
 * draft, and figures that were only handed in, are not in it.
 */
export async function keepScorecard(
  ctx: Ctx,
  asked: ScorecardToKeep,
): Promise<Outcome<Id<'snapshot'>, KeepScorecardRefusal>> {
  if (!allowed(ctx.actor, keepScorecards)) return refuse({ reason: 'not-allowed' });
  const document = await frozenNow(ctx, asked);
  if (!document) return refuse({ reason: 'no-such-scorecard' });
  if (!holdsFigures(document)) return refuse({ reason: 'nothing-to-keep' });
  const id = ctx.newId<'snapshot'>();
  const { name, note, turn = null } = asked;
  const by = keeperOf(ctx.actor);
  if (!(await addSnapshot(ctx, { id, scope: scopeKey(asked), name, note, turn, document, by })))
    return refuse({ reason: 'kept-already' });
  await ctx.record({
    type: 'indicators.scorecard-kept',
    subject: { kind: 'snapshot', id },
    details: { area: document.area.code, scope: scopeKey(asked), turn },
  });
  return done(id);
}
