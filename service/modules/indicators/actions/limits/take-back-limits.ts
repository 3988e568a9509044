import { allowed, type NotAllowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import type { Id } from '#platform/kernel/id.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import type { LimitsDecision, LimitsWritten } from '../../domain/limits/limits-decision.ts';
import { overruleVerdicts } from '../../domain/permissions.ts';
import type { ChangedMeanwhile } from '../../domain/report/written.ts';
import { reportGround } from '../../queries/report/report-ground.ts';
import { raiseFiguresVersion } from '../../store/batches.ts';
import { addLimitsLine, limitsWritten } from '../../store/limits/limits-decisions.ts';
import { whoSpeaks } from '../report/whose-words.ts';
import { wrongReason, type ReasonRefusal } from './decide-limits.ts';

export type TakeBackLimitsRefusal =
  | NotAllowed
  | { reason: 'no-such-decision' }
  | { reason: 'taken-back-already'; decision: LimitsDecision }
  | ReasonRefusal
  | ChangedMeanwhile<LimitsWritten>;

/** Takes a decision about limits back, with the reason. Both stay written down; any analyst may. */
export async function takeBackLimits(
  ctx: Ctx,
  given: { measure: string; areaCode: string; id: Id<'limits-decision'>; reason: string; seen: number },
): Promise<Outcome<null, TakeBackLimitsRefusal>> {
  if (!allowed(ctx.actor, overruleVerdicts)) return refuse({ reason: 'not-allowed' });
  const ground = await reportGround(ctx, given);
  if (!ground) return refuse({ reason: 'no-such-decision' });
  const { measure, seen } = given;
  const { place } = ground;
  const written = await limitsWritten(ctx, { measure, place });
  const decision = written.decisions.find(({ id }) => id === given.id);
  if (!decision) return refuse({ reason: 'no-such-decision' });
  if (decision.takenBack) return refuse({ reason: 'taken-back-already', decision });
  if (written.turn !== seen) return refuse({ reason: 'changed-meanwhile', theirs: written });
  const reason = given.reason.trim();
  const wrong = wrongReason(reason);
  if (wrong) return refuse(wrong);
  const line = { id: ctx.newId<'limits-decision'>(), measure, areaCode: place.code, reason, seen };
  const what = { takesBack: decision.id };
  if (!(await addLimitsLine(ctx, { ...line, by: await whoSpeaks(ctx), what })))
    return refuse({ reason: 'changed-meanwhile', theirs: await limitsWritten(ctx, { measure, place }) });
  await raiseFiguresVersion(ctx);
  await ctx.record({
    type: 'indicators.limits-decision-taken-back',
    subject: { kind: 'measure', id: measure },
    details: { area: place.code, deed: decision.deed, periodStarts: decision.period.start },
  });
  return done(null);
}
