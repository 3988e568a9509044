import { allowed, type NotAllowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import type { Id } from '#platform/kernel/id.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import { checkHypothesis, type GapName } from '../../domain/gap/hypothesis.ts';
import { explainGaps } from '../../domain/permissions.ts';
import { gapCard } from '../../queries/gaps/gap-card.ts';
import { addHypothesisRow } from '../../store/gaps/hypotheses.ts';
import { measureId } from '../../domain/measure-facts.ts';
import { writerOf } from './writer-of.ts';

export type AddHypothesisRefusal = NotAllowed | { reason: 'no-such-gap' };

/** Writes down why a gap might be there: open, until somebody has looked. */
export async function addHypothesis(
  ctx: Ctx,
  { gap, words }: { gap: GapName; words: string },
): Promise<Outcome<Id<'gap-hypothesis'>, AddHypothesisRefusal>> {
  if (!allowed(ctx.actor, explainGaps)) return refuse({ reason: 'not-allowed' });
  const view = await gapCard(ctx, { id: gap.measure, areaCode: gap.areaCode, group: gap.group });
  if (view?.chosen?.group.key !== gap.group) return refuse({ reason: 'no-such-gap' });
  const checked = checkHypothesis({ words, state: 'open', evidence: '' });
  if (!checked.done) throw new TypeError('an open guess needs no evidence');
  const id = ctx.newId<'gap-hypothesis'>();
  // under the names that the card itself is addressed by, whichever side it was asked by
  const named = { ...gap, measure: measureId(view.definition), areaCode: view.place.code };
  await addHypothesisRow(ctx, { id, gap: named, words: checked.value, by: writerOf(ctx.actor) });
  await ctx.record({
    type: 'indicators.gap-hypothesis-added',
    subject: { kind: 'gap-hypothesis', id },
    details: { measure: named.measure, group: named.group, area: named.areaCode },
  });
  return done(id);
}
