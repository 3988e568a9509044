import { allowed, type NotAllowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import type { Day } from '#platform/kernel/day.ts';
import type { Id } from '#platform/kernel/id.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import { standingOf, type LimitsDeed, type LimitsWritten } from '../../domain/limits/limits-decision.ts';
import { fitsPlan, type PlanRefusal } from '../../domain/limits/limits-plan.ts';
import { overruleVerdicts } from '../../domain/permissions.ts';
import { longestReason, shortestReason } from '../../domain/report/overruling.ts';
import type { ChangedMeanwhile } from '../../domain/report/written.ts';
import { shortPeriod } from '../../domain/say-period.ts';
import { limitsToDecide } from '../../queries/limits/limits-to-decide.ts';
import { raiseFiguresVersion } from '../../store/batches.ts';
import { addLimitsLine, limitsWritten } from '../../store/limits/limits-decisions.ts';
import { whoSpeaks } from '../report/whose-words.ts';

/** A reason for everybody to read is neither a word nor an essay. */
export type ReasonRefusal =
  | { reason: 'reason-too-short'; least: number }
  | { reason: 'reason-too-long'; most: number };

export type DecideLimitsRefusal =
  | NotAllowed
  /** nobody knows the measure or the area, or too little is counted there for limits */
  | { reason: 'no-limits' }
  | PlanRefusal
  | ReasonRefusal
  | ChangedMeanwhile<LimitsWritten>;

export type LimitsToState = {
  measure: string;
  areaCode: string;
  deed: LimitsDeed;
  /** the first day of the period */
  start: Day;
  reason: string;
  /** the turn that the page had seen */
  seen: number;
};

/** Says from which period limits are worked anew, or up to which they are held. No figure changes; everybody reads why. */
export async function decideLimits(
  ctx: Ctx,
  given: LimitsToState,
): Promise<Outcome<{ id: Id<'limits-decision'> }, DecideLimitsRefusal>> {
  if (!allowed(ctx.actor, overruleVerdicts)) return refuse({ reason: 'not-allowed' });
  const found = await limitsToDecide(ctx, given);
  if (!found) return refuse({ reason: 'no-limits' });
  const { place, limits } = found;
  const { measure, deed, seen } = given;
  if (limits.written.turn !== seen) return refuse({ reason: 'changed-meanwhile', theirs: limits.written });
  const period = limits.figures.find((figure) => figure.period.start === given.start)?.period;
  if (!period) return refuse({ reason: 'no-such-period' });
  const named = { start: period.start, end: period.end, kind: period.kind, words: shortPeriod(period) };
  const fits = fitsPlan(limits.figures, standingOf(limits.written), { deed, period: named });
  if (!fits.done) return fits;
  const reason = given.reason.trim();
  const wrong = wrongReason(reason);
  if (wrong) return refuse(wrong);
  const id = ctx.newId<'limits-decision'>();
  const line = { id, measure, areaCode: place.code, reason, by: await whoSpeaks(ctx), seen };
  if (!(await addLimitsLine(ctx, { ...line, what: { deed, period: named } })))
    return refuse({ reason: 'changed-meanwhile', theirs: await limitsWritten(ctx, { measure, place }) });
  await raiseFiguresVersion(ctx);
  await ctx.record({
    type: 'indicators.limits-decided',
    subject: { kind: 'measure', id: measure },
    details: { area: place.code, deed, periodStarts: period.start, periodEnds: period.end },
  });
  return done({ id });
}

/** What is wrong with a reason, if anything. */
export function wrongReason(reason: string): ReasonRefusal | undefined {
  if (reason.length < shortestReason) return { reason: 'reason-too-short', least: shortestReason };
  return reason.length > longestReason ? { reason: 'reason-too-long', most: longestReason } : undefined;
}
