import { allowed, type NotAllowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import type { Id } from '#platform/kernel/id.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import { checkHypothesis, type GapName } from '../../domain/gap/hypothesis.ts';
import { explainGaps } from '../../domain/permissions.ts';
import { namedGap } from '../../queries/gaps/named-gap.ts';
import { addHypothesisRow } from '../../store/gaps/hypotheses.ts';
import { writerOf } from './writer-of.ts';

export type AddHypothesisRefusal = NotAllowed | { reason: 'no-such-gap' };

/** Writes down why a gap might be there: open, until somebody has looked. */
export async function addHypothesis(
  ctx: Ctx,
  { gap, words }: { gap: GapName; words: string },
): Promise<Outcome<Id<'gap-hypothesis'>, AddHypothesisRefusal>> {
  if (!allowed(ctx.actor, explainGaps)) return refuse({ reason: 'not-allowed' });
  const found = await namedGap(ctx, gap);
  if (!found) return refuse({ reason: 'no-such-gap' });
  const checked = checkHypothesis({ words, state: 'open', evidence: '' });
  if (!checked.done) throw new TypeError('an open guess needs no evidence');
  const id = ctx.newId<'gap-hypothesis'>();
  const named = found.name;
  await addHypothesisRow(ctx, { id, gap: named, words: checked.value, by: writerOf(ctx.actor) });
  await ctx.record({
    type: 'indicators.gap-hypothesis-added',
    subject: { kind: 'gap-hypothesis', id },
    details: { measure: named.measure, group: named.group, area: named.areaCode },
  });
  return done(id);
}
