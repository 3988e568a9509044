import { allowed, type NotAllowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import type { Id } from '#platform/kernel/id.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import {
  longestReason,
  shortestReason,
  type Overrulable,
  type Overruling,
  type Sayable,
} from '../../domain/report/overruling.ts';
import { overruleVerdicts } from '../../domain/permissions.ts';
import { verdictToOverrule } from '../../queries/report/verdict-to-overrule.ts';
import { raiseFiguresVersion } from '../../store/batches.ts';
import { addOverruling, overrulingsOf, takeOverrulingsBack } from '../../store/overrulings.ts';
import { whoSpeaks } from './whose-words.ts';

export type OverruleRefusal =
  | NotAllowed
  /** no such measure or area, or no number there of which a verdict could be given */
  | { reason: 'no-verdict' }
  /** another figure came in, or the verdict comes out otherwise, since the page was opened */
  | { reason: 'verdict-changed' }
  /** what was worked out, or a word that this verdict has no use for */
  | { reason: 'not-sayable'; said: Sayable }
  | { reason: 'reason-too-short'; least: number }
  | { reason: 'reason-too-long'; most: number };

export type ToOverrule = {
  measure: string;
  areaCode: string;
  about: Overrulable;
  said: Sayable;
  reason: string;
  /** what the page had seen of the verdict */
  seen: string;
};

/**
 * Says something else of a verdict than what was worked out. The number stays as it is, and so does what was worked out:
 * both are shown. What another person said stays beside it; what the same person said before is taken back.
 */
export async function overruleVerdict(
  ctx: Ctx,
  given: ToOverrule,
): Promise<Outcome<{ id: Id<'overruling'> }, OverruleRefusal>> {
  if (!allowed(ctx.actor, overruleVerdicts)) return refuse({ reason: 'not-allowed' });
  const verdict = await verdictToOverrule(ctx, { ...given, id: given.measure });
  if (!verdict) return refuse({ reason: 'no-verdict' });
  if (verdict.seen !== given.seen) return refuse({ reason: 'verdict-changed' });
  if (!verdict.instead.includes(given.said)) return refuse({ reason: 'not-sayable', said: given.said });
  const reason = given.reason.trim();
  if (reason.length < shortestReason) return refuse({ reason: 'reason-too-short', least: shortestReason });
  if (reason.length > longestReason) return refuse({ reason: 'reason-too-long', most: longestReason });
  const { figure, workedOut, place } = verdict;
  const { measure, about, said } = given;
  const id = ctx.newId<'overruling'>();
  const by = await whoSpeaks(ctx);
  await takeOwnBack(ctx, { measure, areaCode: place.code, about, by: by.name });
  const overruling = { id, measure, areaCode: place.code, about, figure, workedOut, said, reason, by };
  await addOverruling(ctx, overruling);
  await tell(ctx, overruling);
  return done({ id });
}

/** Whatever was worked out from the figures bears the word of an analyst too, so it is made anew. */
async function tell(ctx: Ctx, given: Omit<Overruling, 'on'>): Promise<void> {
  const { measure, areaCode, about, workedOut, said, figure } = given;
  await raiseFiguresVersion(ctx);
  await ctx.record({
    type: 'indicators.verdict-overruled',
    subject: { kind: 'measure', id: measure },
    details: { area: areaCode, about, workedOut, said, periodEnds: figure.end },
  });
}

async function takeOwnBack(
  ctx: Ctx,
  given: { measure: string; areaCode: string; about: Overrulable; by: string },
): Promise<void> {
  const { actor } = ctx;
  const said = await overrulingsOf(ctx, { measures: [given.measure], areaCodes: [given.areaCode] });
  const own = said.filter(
    ({ madeBy, about }) => actor.kind === 'person' && madeBy === actor.personId && about === given.about,
  );
  await takeOverrulingsBack(
    ctx,
    own.map(({ id }) => id),
    given.by,
  );
}
