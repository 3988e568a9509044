import type { Ctx } from '#platform/db/database.ts';
import { keepMeasures } from '../store/measures.ts';
import { catalogueFacts } from '../store/reference-lists.ts';

/** Loads the measures that the project wrote down (`reference/`) into the library. Only the service itself may. */
export async function loadCatalogue(ctx: Ctx): Promise<void> {
  if (ctx.actor.kind !== 'service') throw new Error('only the service loads the catalogue');
  await keepMeasures(ctx, catalogueFacts());
}
