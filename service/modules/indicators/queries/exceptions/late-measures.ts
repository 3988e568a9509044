import type { Ctx } from '#platform/db/database.ts';
import type { Freshness } from '../../domain/exceptions/freshness.ts';
import type { MeasureDefinition } from '../../domain/figures/measure-definition.ts';
import type { Place } from '../../domain/figures/place.ts';
import { allMeasureCards } from '../../store/measure-cards.ts';
import { areaScorecard } from '../area-scorecard.ts';
import { figuresGround } from '../figures-ground.ts';
import { freshnessIn } from './freshness.ts';

/** A measure whose next figure should be here by now. */
export type LateMeasure = { definition: MeasureDefinition; place: Place; fresh: Freshness };

/** The late measures of our own area that the person who asks owns: their name stands on the card. */
export async function lateMeasuresOf(ctx: Ctx): Promise<readonly LateMeasure[]> {
  const { actor } = ctx;
  if (actor.kind !== 'person' || actor.name.trim() === '') return [];
  const name = actor.name.trim().toLowerCase();
  const owned = [...(await allMeasureCards(ctx))]
    .filter(([, { owner }]) => owner.toLowerCase().includes(name))
    .map(([measure]) => measure);
  const { home } = await figuresGround(ctx);
  if (home === undefined || owned.length === 0) return [];
  const groups = [{ key: 'owned', title: 'Owned', measures: owned.toSorted() }];
  const found = await areaScorecard(ctx, { areaCode: home, groups });
  if (!found) return [];
  const { place } = found.scorecard;
  const freshness = await freshnessIn(ctx, found.scorecard);
  return found.scorecard.groups
    .flatMap(({ rows }) => rows)
    .flatMap(({ definition }) => {
      const fresh = freshness.get(definition.id);
      return fresh?.late ? [{ definition, place, fresh }] : [];
    });
}
