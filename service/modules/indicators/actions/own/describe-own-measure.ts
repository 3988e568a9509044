import { allowed, type NotAllowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import { codeOfTitle, factsOfOwn, type OwnMeasure } from '../../domain/own/own-measure.ts';
import { keepOwnMeasures } from '../../domain/permissions.ts';
import { raiseFiguresVersion } from '../../store/batches.ts';
import { keepMeasures } from '../../store/measures.ts';
import { ownFigures } from '../../store/own/own-figures.ts';
import { keepOwnMeasure, lockOwnMeasure } from '../../store/own/own-measures.ts';

/** What a person says of a measure that the partnership counts itself. */
export type OwnMeasureWords = Omit<OwnMeasure, 'code' | 'version'>;

export type DescribeRefusal =
  | NotAllowed
  | { reason: 'title-without-letters' }
  | { reason: 'title-taken'; title: string };

export type RedescribeRefusal =
  | NotAllowed
  | { reason: 'measure-missing' }
  | { reason: 'changed-meanwhile'; theirs: OwnMeasure }
  /** what its figures are made of cannot change under them */
  | { reason: 'has-figures' };

/** Describes a new measure of the partnership's own. */
export async function describeOwnMeasure(
  ctx: Ctx,
  words: OwnMeasureWords,
): Promise<Outcome<OwnMeasure, DescribeRefusal>> {
  if (!allowed(ctx.actor, keepOwnMeasures)) return refuse({ reason: 'not-allowed' });
  const code = codeOfTitle(words.title);
  if (code === undefined) return refuse({ reason: 'title-without-letters' });
  const before = await lockOwnMeasure(ctx, code);
  if (before) return refuse({ reason: 'title-taken', title: before.title });
  const measure = { ...words, code, version: 1 };
  await keep(ctx, measure, 'indicators.own-measure-described');
  return done(measure);
}

/** Changes what is said of one. What its figures are made of stays as it is once there are any. */
export async function redescribeOwnMeasure(
  ctx: Ctx,
  given: { code: string; seen: number; words: OwnMeasureWords },
): Promise<Outcome<OwnMeasure, RedescribeRefusal>> {
  if (!allowed(ctx.actor, keepOwnMeasures)) return refuse({ reason: 'not-allowed' });
  const before = await lockOwnMeasure(ctx, given.code);
  if (!before) return refuse({ reason: 'measure-missing' });
  if (before.version !== given.seen) return refuse({ reason: 'changed-meanwhile', theirs: before });
  const measure = { ...given.words, code: before.code, version: before.version + 1 };
  if (isMadeOtherwise(before, measure) && (await ownFigures(ctx, before.code)).length > 0)
    return refuse({ reason: 'has-figures' });
  await keep(ctx, measure, 'indicators.own-measure-changed');
  return done(measure);
}

function isMadeOtherwise(before: OwnMeasure, now: OwnMeasure): boolean {
  const fields = ['kind', 'times', 'rhythm', 'origin'] as const;
  return fields.some((field) => before[field] !== now[field]);
}

async function keep(ctx: Ctx, measure: OwnMeasure, type: string): Promise<void> {
  await keepOwnMeasure(ctx, measure);
  await keepMeasures(ctx, [factsOfOwn(measure)]);
  await raiseFiguresVersion(ctx);
  await ctx.record({
    type,
    subject: { kind: 'measure', id: `local:${measure.code}` },
    details: { version: measure.version },
  });
}
