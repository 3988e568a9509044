import { allowed, type NotAllowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import { compareDays, type Day } from '#platform/kernel/day.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import { keepReportCards } from '../../domain/permissions.ts';
import { boundsOf, type Target } from '../../domain/report/target.ts';
import type { ChangedMeanwhile } from '../../domain/report/written.ts';
import { reportGround, type ReportGround } from '../../queries/report/report-ground.ts';
import { raiseFiguresVersion } from '../../store/batches.ts';
import { targetsOf, targetVersion, writeTarget } from '../../store/targets.ts';
import { whoseWords } from './whose-words.ts';

export type SetTargetRefusal =
  | NotAllowed
  | { reason: 'no-such-measure' }
  /** neither high nor low is better, so nothing can be aimed at */
  | { reason: 'no-direction' }
  /** a percentage above 100, a rate below 0 */
  | { reason: 'not-possible'; lower: number; upper: number }
  | { reason: 'day-past' }
  | ChangedMeanwhile<{ target: Target | undefined; version: number }>;

export type ToAimAt = {
  measure: string;
  areaCode: string;
  value: number;
  byOn: Day;
  agreedBy: string;
  words: string;
  seen: number;
};

/** Sets a target for a measure in an area, or another one in its place, unless somebody changed it first. */
export async function setTarget(ctx: Ctx, given: ToAimAt): Promise<Outcome<null, SetTargetRefusal>> {
  if (!allowed(ctx.actor, keepReportCards)) return refuse({ reason: 'not-allowed' });
  const ground = await reportGround(ctx, given);
  if (!ground) return refuse({ reason: 'no-such-measure' });
  const refused = whyNot(ctx, ground, given);
  if (refused) return refused;
  const { measure, value, byOn, agreedBy, words, seen } = given;
  const areaCode = ground.place.code;
  const by = whoseWords(ctx);
  if (!(await writeTarget(ctx, { measure, areaCode, value, byOn, agreedBy, words, by, seen })))
    return refuse(await theirs(ctx, measure, ground));
  await raiseFiguresVersion(ctx);
  await ctx.record({
    type: 'indicators.target-set',
    subject: { kind: 'measure', id: measure },
    details: { area: areaCode, value, by: byOn },
  });
  return done(null);
}

export type TakeTargetAwayRefusal =
  | NotAllowed
  | { reason: 'no-such-measure' }
  | { reason: 'no-target' }
  | ChangedMeanwhile<{ target: Target | undefined; version: number }>;

/** Takes a target away, unless somebody changed it first. That it was there stays written down. */
export async function takeTargetAway(
  ctx: Ctx,
  given: { measure: string; areaCode: string; seen: number },
): Promise<Outcome<null, TakeTargetAwayRefusal>> {
  if (!allowed(ctx.actor, keepReportCards)) return refuse({ reason: 'not-allowed' });
  const ground = await reportGround(ctx, given);
  if (!ground) return refuse({ reason: 'no-such-measure' });
  const { measure, seen } = given;
  const areaCode = ground.place.code;
  const [before] = await targetsOf(ctx, { measures: [measure], areaCodes: [areaCode] });
  if (!before) return refuse({ reason: 'no-target' });
  const { byOn, agreedBy, words } = before;
  const gone = { measure, areaCode, value: undefined, byOn, agreedBy, words, by: whoseWords(ctx), seen };
  if (!(await writeTarget(ctx, gone))) return refuse(await theirs(ctx, measure, ground));
  await raiseFiguresVersion(ctx);
  await ctx.record({
    type: 'indicators.target-taken-away',
    subject: { kind: 'measure', id: measure },
    details: { area: areaCode },
  });
  return done(null);
}

async function theirs(ctx: Ctx, measure: string, { place }: ReportGround) {
  const [target] = await targetsOf(ctx, { measures: [measure], areaCodes: [place.code] });
  const version = await targetVersion(ctx, { measure, areaCode: place.code });
  return { reason: 'changed-meanwhile' as const, theirs: { target, version } };
}

function whyNot(
  ctx: Ctx,
  { definition }: ReportGround,
  { value, byOn }: ToAimAt,
): { done: false; refusal: SetTargetRefusal } | undefined {
  if (definition.polarity === 'no-judgement') return refuse({ reason: 'no-direction' });
  const bounds = boundsOf(definition);
  if (bounds && (value < bounds.lower || value > bounds.upper))
    return refuse({ reason: 'not-possible', ...bounds });
  return compareDays(byOn, ctx.today) <= 0 ? refuse({ reason: 'day-past' }) : undefined;
}
