import { allowed, type NotAllowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import type { Id } from '#platform/kernel/id.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import { keepScorecards } from '../../domain/permissions.ts';
import type { Reading } from '../../domain/snapshots/snapshot.ts';
import { snapshotById, supersede } from '../../store/snapshots/snapshots.ts';
import { keeperOf } from './keeper-of.ts';
import { keepScorecard, type KeepScorecardRefusal } from './keep-scorecard.ts';

export type SupersedeRefusal =
  | NotAllowed
  | { reason: 'no-such-snapshot' }
  | { reason: 'superseded-already'; byName: string }
  | Extract<KeepScorecardRefusal, { reason: 'no-such-scorecard' | 'nothing-to-keep' | 'kept-already' }>;

/**
 * Says that a kept scorecard should no longer be relied on, and why; with `inPlace`, keeps the scorecard as it stands now
 * under the same name. What was kept stays as it was, and stays in the list.
 */
export async function supersedeScorecard(
  ctx: Ctx,
  asked: { id: Id<'snapshot'>; reason: string; reading: Reading; inPlace: 'now' | 'nothing' },
): Promise<Outcome<{ by: Id<'snapshot'> | undefined }, SupersedeRefusal>> {
  if (!allowed(ctx.actor, keepScorecards)) return refuse({ reason: 'not-allowed' });
  const found = await snapshotById(ctx, asked.id);
  if (!found) return refuse({ reason: 'no-such-snapshot' });
  if (found.superseded) return refuse({ reason: 'superseded-already', byName: found.superseded.byName });
  const { areaCode, name, document } = found;
  let by: Id<'snapshot'> | undefined;
  if (asked.inPlace === 'now') {
    const scope = { strategy: document.strategy?.slug, owner: document.owner?.key };
    const kept = await keepScorecard(ctx, {
      areaCode,
      ...scope,
      name,
      note: `In place of the one of ${document.takenOn}.`,
    });
    if (!kept.done) return kept;
    by = kept.value;
  }
  const { id, reason, reading } = asked;
  if (!(await supersede(ctx, { id, reason, by, reading, keeper: keeperOf(ctx.actor) })))
    throw new Error(`the kept scorecard ${id} was superseded by two people at once`);
  await ctx.record({
    type: 'indicators.scorecard-superseded',
    subject: { kind: 'snapshot', id },
    details: { area: areaCode, by: by ?? null, reading },
  });
  return done({ by });
}
