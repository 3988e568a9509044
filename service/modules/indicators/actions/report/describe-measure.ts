import { allowed, type NotAllowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import { keepReportCards } from '../../domain/permissions.ts';
import {
  problemsOf,
  type CardProblem,
  type MeasureCard,
  type MeasureCardWords,
} from '../../domain/report/measure-card.ts';
import type { ChangedMeanwhile } from '../../domain/report/written.ts';
import { definitionsOf } from '../../queries/area-scorecard.ts';
import { raiseFiguresVersion } from '../../store/batches.ts';
import { measureCard, writeMeasureCard } from '../../store/measure-cards.ts';
import { whoseWords } from './whose-words.ts';

export type DescribeRefusal =
  | NotAllowed
  | { reason: 'no-such-measure' }
  | { reason: 'does-not-go-together'; problems: readonly CardProblem[] }
  | ChangedMeanwhile<MeasureCard | undefined>;

/** Says what a measure is: of whom it speaks, what it asks, who owns it, when its next figure is due. */
export async function describeMeasure(
  ctx: Ctx,
  given: { measure: string; words: MeasureCardWords; seen: number },
): Promise<Outcome<null, DescribeRefusal>> {
  if (!allowed(ctx.actor, keepReportCards)) return refuse({ reason: 'not-allowed' });
  const { measure, words, seen } = given;
  if ((await definitionsOf(ctx, [measure])).size === 0) return refuse({ reason: 'no-such-measure' });
  const problems = problemsOf(words);
  if (problems.length > 0) return refuse({ reason: 'does-not-go-together', problems });
  if (!(await writeMeasureCard(ctx, { ...words, measure, by: whoseWords(ctx), seen })))
    return refuse({ reason: 'changed-meanwhile', theirs: await measureCard(ctx, measure) });
  // pages of figures say when the next figure is due, and are kept for a version of the figures
  await raiseFiguresVersion(ctx);
  await ctx.record({
    type: 'indicators.measure-described',
    subject: { kind: 'measure', id: measure },
    details: { concerns: words.concerns ?? '', asks: words.asks ?? '' },
  });
  return done(null);
}
