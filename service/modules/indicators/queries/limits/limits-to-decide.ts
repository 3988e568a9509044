import type { Ctx } from '#platform/db/database.ts';
import type { Id } from '#platform/kernel/id.ts';
import { hasScorecard } from '../../domain/figures/atlas.ts';
import type { MeasureDefinition } from '../../domain/figures/measure-definition.ts';
import type { Place } from '../../domain/figures/place.ts';
import type { LimitsNow } from '../../domain/limits/limits-chart.ts';
import type { LimitsDecision } from '../../domain/limits/limits-decision.ts';
import { limitsWritten } from '../../store/limits/limits-decisions.ts';
import { measureView } from '../report/measure-view.ts';
import { reportGround, type ReportGround } from '../report/report-ground.ts';

/** The limits of a measure in an area, as somebody finds them who may decide about them. */
export type LimitsToDecide = { definition: MeasureDefinition; place: Place; limits: LimitsNow };

/** Limits that can be decided about; undefined where nobody knows the measure or the area, or its line has none. */
export async function limitsToDecide(
  ctx: Ctx,
  asked: { measure: string; areaCode: string },
): Promise<LimitsToDecide | undefined> {
  const { measure: id, areaCode } = asked;
  const view = await measureView(ctx, { id, areaCode, neighbourSet: undefined });
  const limits = view?.pictures.process.limits;
  if (!view || !limits || view.isEngland || !hasScorecard(view.place)) return undefined;
  return { definition: view.definition, place: view.place, limits };
}

/** One decision, taken back or not, with how much was decided by now. */
export type LimitsDecisionFound = ReportGround & { decision: LimitsDecision; turn: number };

/** A decision about the limits of a measure in an area; undefined where there is none of that name. */
export async function limitsDecision(
  ctx: Ctx,
  asked: { measure: string; areaCode: string; id: Id<'limits-decision'> },
): Promise<LimitsDecisionFound | undefined> {
  const ground = await reportGround(ctx, asked);
  if (!ground) return undefined;
  const { turn, decisions } = await limitsWritten(ctx, { measure: asked.measure, place: ground.place });
  const decision = decisions.find(({ id }) => id === asked.id);
  return decision && { ...ground, decision, turn };
}
