import { allowed, type NotAllowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import type { Id } from '#platform/kernel/id.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import {
  checkHypothesis,
  sameWords,
  type Hypothesis,
  type HypothesisWords,
  type WordsRefusal,
} from '../../domain/gap/hypothesis.ts';
import { explainGaps } from '../../domain/permissions.ts';
import { changeHypothesisRow, hypothesisById } from '../../store/gaps/hypotheses.ts';
import { writerOf } from './writer-of.ts';

export type ChangeHypothesisRefusal =
  | NotAllowed
  | WordsRefusal
  | { reason: 'hypothesis-missing' }
  /** somebody saved first: theirs stand, and nothing is lost */
  | { reason: 'changed-meanwhile'; theirs: Hypothesis };

/** Changes a guess, or says what came of looking into it; what stood before is kept as a step. */
export async function changeHypothesis(
  ctx: Ctx,
  given: { id: Id<'gap-hypothesis'>; version: number; words: HypothesisWords },
): Promise<Outcome<Hypothesis, ChangeHypothesisRefusal>> {
  if (!allowed(ctx.actor, explainGaps)) return refuse({ reason: 'not-allowed' });
  const before = await hypothesisById(ctx, given.id, 'lock');
  if (!before) return refuse({ reason: 'hypothesis-missing' });
  const checked = checkHypothesis(given.words);
  if (!checked.done) return checked;
  if (sameWords(before, checked.value)) return done(before);
  if (before.version !== given.version) return refuse({ reason: 'changed-meanwhile', theirs: before });
  const version = before.version + 1;
  await changeHypothesisRow(ctx, {
    id: before.id,
    version,
    words: checked.value,
    by: writerOf(ctx.actor),
  });
  await ctx.record({
    type: 'indicators.gap-hypothesis-changed',
    subject: { kind: 'gap-hypothesis', id: before.id },
    details: { state: checked.value.state, version },
  });
  const after = await hypothesisById(ctx, before.id, 'only-read');
  if (!after) throw new Error(`the guess ${before.id} is gone while it was held`);
  return done(after);
}
