import type { Ctx } from '#platform/db/database.ts';
import { freshnessOf, type Freshness } from '../../domain/exceptions/freshness.ts';
import type { Scorecard } from '../../domain/scorecard/scorecard.ts';
import { allMeasureCards } from '../../store/measure-cards.ts';

/** How fresh each measure of a scorecard is today, by measure; those without a figure are not in it. */
export async function freshnessIn(ctx: Ctx, scorecard: Scorecard): Promise<ReadonlyMap<string, Freshness>> {
  const cards = await allMeasureCards(ctx);
  return new Map(
    scorecard.groups
      .flatMap(({ rows }) => rows)
      .flatMap((row): [string, Freshness][] => {
        const fresh = freshnessOf(row, cards.get(row.definition.id), ctx.today);
        return fresh ? [[row.definition.id, fresh]] : [];
      }),
  );
}
