import { z } from 'zod';
import type { Ctx } from '#platform/db/database.ts';
import {
  ownKinds,
  ownOrigins,
  ownRhythms,
  polarities,
  type OwnMeasure,
} from '../../domain/own/own-measure.ts';
import type { IndicatorsTables } from '../tables.generated.ts';

const shape = z.object({
  kind: z.enum(ownKinds),
  polarity: z.enum(polarities),
  rhythm: z.enum(ownRhythms),
  origin: z.enum(ownOrigins),
});

/** Every measure that the partnership counts itself, by title. */
export async function ownMeasures(ctx: Ctx): Promise<OwnMeasure[]> {
  const rows = await ours(ctx).orderBy('title').execute();
  return rows.map(measureOf);
}

export async function ownMeasure(ctx: Ctx, code: string): Promise<OwnMeasure | undefined> {
  const row = await ours(ctx).where('code', '=', code).executeTakeFirst();
  return row && measureOf(row);
}

/** One, held against every other writer until the transaction ends. */
export async function lockOwnMeasure(ctx: Ctx, code: string): Promise<OwnMeasure | undefined> {
  const row = await ours(ctx).where('code', '=', code).forUpdate().executeTakeFirst();
  return row && measureOf(row);
}

/** Keeps a measure in place of the one of its code. */
export async function keepOwnMeasure(ctx: Ctx, measure: OwnMeasure): Promise<void> {
  const { code, outOf, ...rest } = measure;
  const row = { ...rest, out_of: outOf, changed_at: ctx.now, changed_by_name: nameOf(ctx) };
  await indicators(ctx)
    .insertInto('indicators.own_measure')
    .values({ partnership_id: ctx.partnershipId, code, ...row })
    .onConflict((conflict) => conflict.columns(['partnership_id', 'code']).doUpdateSet(row))
    .execute();
}

/** Under what name a person's act is written down. */
export function nameOf({ actor }: Ctx): string {
  return actor.kind === 'person' ? actor.name : 'the service itself';
}

function ours(ctx: Ctx) {
  return indicators(ctx)
    .selectFrom('indicators.own_measure')
    .selectAll()
    .where('partnership_id', '=', ctx.partnershipId);
}

type Row = {
  code: string;
  title: string;
  counts: string;
  out_of: string;
  kind: string;
  times: number;
  polarity: string;
  rhythm: string;
  origin: string;
  source: string;
  owner: string;
  version: number;
};

function measureOf(row: Row): OwnMeasure {
  const { code, title, counts, times, source, owner, version } = row;
  return { code, title, counts, outOf: row.out_of, times, source, owner, version, ...shape.parse(row) };
}

function indicators(ctx: Ctx) {
  return ctx.db.withTables<IndicatorsTables>();
}
