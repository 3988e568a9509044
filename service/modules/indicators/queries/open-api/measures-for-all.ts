import type { Ctx } from '#platform/db/database.ts';
import { measuresToChoose, type ListedMeasure } from '../measures-to-choose.ts';

/** The measures that programs are told of: those of the list for people, and of our own only what has been released. */
export async function measuresForAll(ctx: Ctx): Promise<readonly ListedMeasure[]> {
  const groups = await measuresToChoose(ctx, []);
  return groups
    .flatMap(({ measures }) => measures)
    .filter(({ source, hasFigures }) => source !== 'local' || hasFigures);
}
