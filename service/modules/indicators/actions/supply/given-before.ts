import type { Ctx } from '#platform/db/database.ts';
import type { Day } from '#platform/kernel/day.ts';
import { askOf, askedOf, keepGiven } from '../../store/supply/suppliers.ts';
import { ownMeasure } from '../../store/own/own-measures.ts';
import { supplierById } from '../../store/supply/suppliers.ts';
import { readGiven, takeFigures, type TypedLine } from './give-figures.ts';

/**
 * Writes down what a supplier gave before this service sent letters, and takes it in: for setting up, by the service
 * itself alone.
 */
export async function givenBefore(
  ctx: Ctx,
  given: { supplierId: string; start: Day; lines: readonly TypedLine[] },
): Promise<void> {
  if (ctx.actor.kind !== 'service') throw new Error('only the service writes down what was given before');
  const supplier = await supplierById(ctx, given.supplierId);
  const own = supplier && (await ownMeasure(ctx, supplier.measureCode));
  const read = own && readGiven(own, given.lines);
  if (!supplier || !read?.done) throw new Error('what was given before does not fit its measure');
  await askOf(ctx, supplier.id, given.start);
  const ask = (await askedOf(ctx, [supplier.id])).find(({ start }) => start === given.start);
  if (!ask) throw new Error('a period was not asked for');
  await keepGiven(ctx, ask.id, { lines: read.value, note: '' });
  await takeFigures(ctx, { id: ask.id, seen: ctx.now.toISOString() });
}
