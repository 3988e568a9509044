import type { Ctx } from '#platform/db/database.ts';
import type { MeasureDefinition } from '../../domain/figures/measure-definition.ts';
import { hasScorecard } from '../../domain/figures/atlas.ts';
import type { Place } from '../../domain/figures/place.ts';
import { definitionsOf } from '../area-scorecard.ts';
import { figuresGround } from '../figures-ground.ts';

/** What a report card is of: a measure in an area, by all that is known of both. */
export type ReportGround = { definition: MeasureDefinition; place: Place };

/** The measure and the area that somebody writes about; undefined where nobody knows one of them, or where it is England. */
export async function reportGround(
  ctx: Ctx,
  asked: { measure: string; areaCode: string },
): Promise<ReportGround | undefined> {
  const { atlas } = await figuresGround(ctx);
  const place = atlas.place(asked.areaCode);
  if (!place || !hasScorecard(place)) return undefined;
  const definition = (await definitionsOf(ctx, [asked.measure])).get(asked.measure);
  return definition && { definition, place };
}
