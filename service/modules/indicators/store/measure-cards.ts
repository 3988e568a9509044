import { z } from 'zod';
import type { Ctx } from '#platform/db/database.ts';
import { dayInEngland } from '#platform/kernel/day.ts';
import {
  betterOffKinds,
  concerns,
  levels,
  questions,
  type MeasureCard,
  type MeasureCardWords,
} from '../domain/report/measure-card.ts';
import type { IndicatorsTables } from './tables.generated.ts';

/** What the partnership says of a measure; undefined where nobody has said anything. */
export async function measureCard(ctx: Ctx, measure: string): Promise<MeasureCard | undefined> {
  const row = await indicators(ctx)
    .selectFrom('indicators.measure_card')
    .selectAll()
    .where('partnership_id', '=', ctx.partnershipId)
    .where('measure', '=', measure)
    .executeTakeFirst();
  return row && cardOf(row);
}

/** All that the partnership says of any measure, by measure. */
export async function allMeasureCards(ctx: Ctx): Promise<ReadonlyMap<string, MeasureCard>> {
  const rows = await indicators(ctx)
    .selectFrom('indicators.measure_card')
    .selectAll()
    .where('partnership_id', '=', ctx.partnershipId)
    .execute();
  return new Map(rows.map((row) => [row.measure, cardOf(row)]));
}

/** Writes it unless another version stands than the one that was seen; answers whether it was written. */
export async function writeMeasureCard(
  ctx: Ctx,
  given: MeasureCardWords & { measure: string; by: string; seen: number },
): Promise<boolean> {
  const words = {
    concerns: given.concerns ?? null,
    asks: given.asks ?? null,
    better_off: [...given.betterOff],
    levels: [...given.levels],
    owner: given.owner,
    next_on: given.nextOn ?? null,
    changed_at: ctx.now,
    changed_by_name: given.by,
  };
  const written = await indicators(ctx)
    .insertInto('indicators.measure_card')
    .values({ partnership_id: ctx.partnershipId, measure: given.measure, version: 1, ...words })
    .onConflict((conflict) =>
      conflict
        .columns(['partnership_id', 'measure'])
        .doUpdateSet({ ...words, version: given.seen + 1 })
        .where('indicators.measure_card.version', '=', given.seen),
    )
    .returning('version')
    .executeTakeFirst();
  return written !== undefined;
}

const kept = z.object({
  concerns: z.enum(concerns).nullable(),
  asks: z.enum(questions).nullable(),
  better_off: z.array(z.enum(betterOffKinds)),
  levels: z.array(z.enum(levels)),
});

function cardOf(row: IndicatorsTables['indicators.measure_card']): MeasureCard {
  const said = kept.parse(row);
  return {
    concerns: said.concerns ?? undefined,
    asks: said.asks ?? undefined,
    betterOff: said.better_off,
    levels: said.levels,
    owner: row.owner,
    nextOn: row.next_on ?? undefined,
    version: row.version,
    changedBy: row.changed_by_name,
    changedOn: dayInEngland(row.changed_at),
  };
}

function indicators(ctx: Ctx) {
  return ctx.db.withTables<IndicatorsTables>();
}
