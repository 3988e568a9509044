import { measureSubjects } from '#modules/indicators/index.ts';
import type { Ctx } from '#platform/db/database.ts';

/** How a measure stands now, in one line; '' where it is none, or has no figure that this person may see. */
export async function measureNow(ctx: Ctx, measureId: string): Promise<string> {
  if (measureId === '') return '';
  const [found] = await measureSubjects.find(ctx, [measureId]);
  return found?.state ?? '';
}
