import type { Ctx } from '#platform/db/database.ts';
import type { PairedMeasure } from '../../domain/formula/pairs/paired-measure.ts';
import { nameOf } from '../own/own-measures.ts';
import type { IndicatorsTables } from '../tables.generated.ts';

/** Every two measures that are read together, by title. */
export async function pairedMeasures(ctx: Ctx): Promise<PairedMeasure[]> {
  const rows = await ours(ctx).orderBy('title').execute();
  return rows.map(pairOf);
}

export async function pairedMeasure(ctx: Ctx, code: string): Promise<PairedMeasure | undefined> {
  const row = await ours(ctx).where('code', '=', code).executeTakeFirst();
  return row && pairOf(row);
}

/** Keeps a pair in place of the one of its code. */
export async function keepPair(ctx: Ctx, pair: PairedMeasure): Promise<void> {
  const { code, title, words, version } = pair;
  const row = {
    ...{ title, words, version },
    how_many: pair.howMany,
    how_long: pair.howLong,
    changed_at: ctx.now,
    changed_by_name: nameOf(ctx),
  };
  await indicators(ctx)
    .insertInto('indicators.paired_measure')
    .values({ partnership_id: ctx.partnershipId, code, ...row })
    .onConflict((conflict) => conflict.columns(['partnership_id', 'code']).doUpdateSet(row))
    .execute();
}

function ours(ctx: Ctx) {
  return indicators(ctx)
    .selectFrom('indicators.paired_measure')
    .selectAll()
    .where('partnership_id', '=', ctx.partnershipId);
}

type Row = {
  code: string;
  title: string;
  how_many: string;
  how_long: string;
  words: string;
  version: number;
};

function pairOf({ code, title, how_many: howMany, how_long: howLong, words, version }: Row): PairedMeasure {
  return { code, title, howMany, howLong, words, version };
}

function indicators(ctx: Ctx) {
  return ctx.db.withTables<IndicatorsTables>();
}
