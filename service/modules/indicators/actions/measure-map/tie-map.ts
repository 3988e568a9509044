import { tieMeasures, type MeasureTies } from '#modules/strategy/index.ts';
import type { Ctx } from '#platform/db/database.ts';
import type { KeptMap, MatchedPlan } from '../../domain/bringing-in/matched-map.ts';
import { matchedMap } from '../../queries/maps/matched-map.ts';

/** Ties were refused by the strategy: thrown, so that the transaction leaves nothing of the others either. */
export class TiesRefused extends Error {
  override readonly name = 'TiesRefused';
  readonly code = 'ties-refused';
}

/** Makes the ties that a map proposes through the strategy's front door, as whoever says yes; answers what became of each line. */
export async function tieMap(ctx: Ctx, map: KeptMap): Promise<readonly MatchedPlan[]> {
  const { plans } = await matchedMap(ctx, map);
  for (const { name, ...ties } of tiesByStrategy(plans)) {
    const tied = await tieMeasures(ctx, ties);
    if (!tied.done) throw new TiesRefused(words[tied.refusal.reason]?.(name) ?? changed(name));
  }
  return plans;
}

/** The ties of each strategy together: one edit and one fact for each. */
function tiesByStrategy(plans: readonly MatchedPlan[]): readonly (MeasureTies & { name: string })[] {
  const bySlug = Map.groupBy(
    plans.filter(({ strategy }) => strategy !== undefined),
    ({ strategy }) => strategy?.slug ?? '',
  );
  return [...bySlug].map(([slug, own]) => ({
    slug,
    name: own[0]?.strategy?.name ?? slug,
    ties: own.flatMap(({ lines }) =>
      lines.flatMap(({ state, element, role, measure, note }) =>
        state === 'to-tie' && element && role
          ? [{ ...measure, element: element.key, role, ...(note === undefined ? {} : { note }) }]
          : [],
      ),
    ),
  }));
}

const changed = (name: string): string =>
  `“${name}” was changed meanwhile, so nothing was tied. Try again, and look at what would be tied now.`;

const words: { readonly [reason: string]: ((name: string) => string) | undefined } = {
  'not-allowed': (name) =>
    `Only somebody who may edit “${name}” can say yes to these ties. Nothing was tied; the file is still here.`,
  'framework-closed': (name) => `“${name}” is closed, and is not changed any more. Nothing was tied.`,
  'not-acceptable': (name) =>
    `“${name}” would hold more measures than a strategy can, or a note too long. Nothing was tied: shorten the map, and hand it in again.`,
};
