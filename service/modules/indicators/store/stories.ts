import { z } from 'zod';
import type { Ctx } from '#platform/db/database.ts';
import { dayInEngland } from '#platform/kernel/day.ts';
import { storyParts, type StoryPart, type StoryText } from '../domain/report/story.ts';
import type { IndicatorsTables } from './tables.generated.ts';

/** The texts of one report card that somebody has written; one that was emptied is kept, with its version. */
export async function storyTexts(ctx: Ctx, of: { measure: string; areaCode: string }): Promise<StoryText[]> {
  const rows = await indicators(ctx)
    .selectFrom('indicators.story')
    .selectAll()
    .where('partnership_id', '=', ctx.partnershipId)
    .where('measure', '=', of.measure)
    .where('area_code', '=', of.areaCode)
    .execute();
  return rows.map((row) => ({
    part: part.parse(row.part),
    words: row.words,
    version: row.version,
    changedBy: row.changed_by_name,
    changedOn: dayInEngland(row.changed_at),
  }));
}

const part = z.enum(storyParts);

/** Writes a text unless another version stands than the one that was seen; answers whether it was written. */
export async function writeStory(
  ctx: Ctx,
  given: { measure: string; areaCode: string; part: StoryPart; words: string; by: string; seen: number },
): Promise<boolean> {
  const words = { words: given.words, changed_at: ctx.now, changed_by_name: given.by };
  const written = await indicators(ctx)
    .insertInto('indicators.story')
    .values({
      partnership_id: ctx.partnershipId,
      measure: given.measure,
      area_code: given.areaCode,
      part: given.part,
      version: 1,
      ...words,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['partnership_id', 'measure', 'area_code', 'part'])
        .doUpdateSet({ ...words, version: given.seen + 1 })
        .where('indicators.story.version', '=', given.seen),
    )
    .returning('version')
    .executeTakeFirst();
  return written !== undefined;
}

function indicators(ctx: Ctx) {
  return ctx.db.withTables<IndicatorsTables>();
}
