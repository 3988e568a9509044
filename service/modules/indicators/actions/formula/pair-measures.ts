import { allowed, type NotAllowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import type { PairedMeasure } from '../../domain/formula/pairs/paired-measure.ts';
import { codeOfTitle } from '../../domain/own/own-measure.ts';
import { defineMeasures } from '../../domain/permissions.ts';
import { definitionsOf } from '../../queries/area-scorecard.ts';
import { raiseFiguresVersion } from '../../store/batches.ts';
import { keepPair, pairedMeasure } from '../../store/formula/paired-measures.ts';

export type PairWords = Omit<PairedMeasure, 'code' | 'version'>;

export type PairRefusal =
  | NotAllowed
  | { reason: 'title-without-letters' }
  | { reason: 'title-taken'; title: string }
  | { reason: 'half-missing'; half: 'howMany' | 'howLong' }
  | { reason: 'same-measure' };

/** Puts two measures on one card, to be read together. */
export async function pairMeasures(ctx: Ctx, words: PairWords): Promise<Outcome<PairedMeasure, PairRefusal>> {
  if (!allowed(ctx.actor, defineMeasures)) return refuse({ reason: 'not-allowed' });
  const code = codeOfTitle(words.title);
  if (code === undefined) return refuse({ reason: 'title-without-letters' });
  const before = await pairedMeasure(ctx, code);
  if (before) return refuse({ reason: 'title-taken', title: before.title });
  if (words.howMany === words.howLong) return refuse({ reason: 'same-measure' });
  const known = await definitionsOf(ctx, [words.howMany, words.howLong]);
  if (!known.has(words.howMany)) return refuse({ reason: 'half-missing', half: 'howMany' });
  if (!known.has(words.howLong)) return refuse({ reason: 'half-missing', half: 'howLong' });
  const pair = { ...words, code, version: 1 };
  await keepPair(ctx, pair);
  await raiseFiguresVersion(ctx);
  await ctx.record({
    type: 'indicators.measures-paired',
    subject: { kind: 'measure', id: words.howMany },
    details: { with: words.howLong },
  });
  return done(pair);
}
