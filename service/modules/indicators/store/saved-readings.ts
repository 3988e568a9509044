import { z } from 'zod';
import type { Ctx } from '#platform/db/database.ts';
import { jsonb } from '#platform/db/jsonb.ts';
import { fileReading, shapeOf } from '../domain/formats/mapped/column-mapping.ts';
import type { SavedReading } from '../domain/formats/mapped/column-mapping.ts';
import type { IndicatorsTables } from './tables.generated.ts';

/** What was said before of files with these headers, newest first. */
export async function savedReadingsOf(ctx: Ctx, headers: readonly string[]): Promise<SavedReading[]> {
  const rows = await ours(ctx)
    .where('shape', '=', shapeOf(headers))
    .orderBy('changed_at', 'desc')
    .orderBy('name')
    .execute();
  return rows.map(savedOf);
}

/** Keeps what was said under its name, unless the name stands for another shape; answers whether it was kept. */
export async function keepSavedReading(ctx: Ctx, { name, headers, reading }: SavedReading): Promise<boolean> {
  const { actor } = ctx;
  const row = {
    shape: shapeOf(headers),
    headers: jsonb(headers),
    reading: jsonb(reading),
    changed_at: ctx.now,
    changed_by_name: actor.kind === 'person' ? actor.name : 'the service itself',
  };
  const kept = await indicators(ctx)
    .insertInto('indicators.saved_reading')
    .values({ partnership_id: ctx.partnershipId, name, ...row })
    .onConflict((conflict) =>
      conflict
        .columns(['partnership_id', 'name'])
        .doUpdateSet(row)
        .where('indicators.saved_reading.shape', '=', row.shape),
    )
    .returning('name')
    .executeTakeFirst();
  return kept !== undefined;
}

/** Forgets what was saved under a name; files that were read by it stay as they are. */
export async function forgetSavedReading(ctx: Ctx, name: string): Promise<void> {
  await indicators(ctx)
    .deleteFrom('indicators.saved_reading')
    .where('partnership_id', '=', ctx.partnershipId)
    .where('name', '=', name)
    .execute();
}

function ours(ctx: Ctx) {
  return indicators(ctx)
    .selectFrom('indicators.saved_reading')
    .selectAll()
    .where('partnership_id', '=', ctx.partnershipId);
}

function savedOf(row: { name: string; headers: unknown; reading: unknown }): SavedReading {
  return {
    name: row.name,
    headers: z.array(z.string()).parse(row.headers),
    reading: fileReading.parse(row.reading),
  };
}

function indicators(ctx: Ctx) {
  return ctx.db.withTables<IndicatorsTables>();
}
