import { allowed, type NotAllowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import type { Id } from '#platform/kernel/id.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import {
  checkJudgement,
  type JudgementRefusal,
  type JudgementWords,
} from '../../domain/evidence/judgement.ts';
import { keepEvidence } from '../../domain/permissions.ts';
import { namedSubject } from '../../queries/evidence/named-subjects.ts';
import { addJudgement } from '../../store/evidence/judgements.ts';

export type JudgeRefusal = NotAllowed | JudgementRefusal | { reason: 'no-such-subject' };

/** Writes down how a named group judged a success criterion on a day; what was judged before stays as it was. */
export async function judge(
  ctx: Ctx,
  words: JudgementWords,
): Promise<Outcome<Id<'judgement'>, JudgeRefusal>> {
  if (!allowed(ctx.actor, keepEvidence)) return refuse({ reason: 'not-allowed' });
  if (!(await namedSubject(ctx, words.subject))) return refuse({ reason: 'no-such-subject' });
  const checked = checkJudgement(words, ctx.today);
  if (!checked.done) return checked;
  const id = ctx.newId<'judgement'>();
  await addJudgement(ctx, id, checked.value);
  await ctx.record({
    type: 'indicators.criterion-judged',
    subject: { kind: 'judgement', id },
    details: { about: words.subject.id, who: words.who, verdict: words.verdict },
  });
  return done(id);
}
