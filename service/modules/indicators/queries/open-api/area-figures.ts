import type { Ctx } from '#platform/db/database.ts';
import { hasScorecard } from '../../domain/figures/atlas.ts';
import type { MeasureDefinition } from '../../domain/figures/measure-definition.ts';
import type { Place } from '../../domain/figures/place.ts';
import { rowOf, type ScorecardRow } from '../../domain/scorecard/row.ts';
import { withoutBenchmark } from '../../domain/scorecard/measure-view.ts';
import { areasWithFigures } from '../../store/figures.ts';
import { definitionsOf, neighbourSetsOf } from '../area-scorecard.ts';
import { figuresGround } from '../figures-ground.ts';
import { measureFigures } from '../measure-figures.ts';

/** A measure with the areas that have a figure of it. */
export type MeasureInAreas = { definition: MeasureDefinition; places: readonly Place[] };

/** Where a measure has figures; undefined where nobody knows it. */
export async function measureInAreas(ctx: Ctx, id: string): Promise<MeasureInAreas | undefined> {
  const definition = (await definitionsOf(ctx, [id])).get(id);
  if (!definition) return undefined;
  const ground = await figuresGround(ctx);
  const codes = await areasWithFigures(ctx, ground.keys, [id]);
  const places = new Map(
    codes.map((code) => ground.atlas.place(code)).flatMap((place) => (place ? [[place.code, place]] : [])),
  );
  return { definition, places: [...places.values()] };
}

/** The row of one measure in some areas, each as its own page makes it. */
export async function rowsInAreas(
  ctx: Ctx,
  { definition, places }: MeasureInAreas,
): Promise<readonly { place: Place; row: ScorecardRow }[]> {
  const ground = await figuresGround(ctx);
  const rows: { place: Place; row: ScorecardRow }[] = [];
  for (const place of places) {
    const [set] = hasScorecard(place) ? await neighbourSetsOf(ctx, ground, place) : [];
    const [found] = await measureFigures(ctx, ground, { definitions: [definition], place, set });
    if (found)
      rows.push({ place, row: rowOf(place, set, hasScorecard(place) ? found : withoutBenchmark(found)) });
  }
  return rows;
}
