import type { Ctx } from '#platform/db/database.ts';
import type { Id } from '#platform/kernel/id.ts';
import type { Batch, BatchState } from '../domain/bringing-in/batch.ts';
import type { RefusedRow } from '../domain/observation.ts';
import { allBatches, batchById, batchesInState } from '../store/batches.ts';
import { refusedRows } from '../store/refused-rows.ts';

/** Work not heard of for so long has ended without an end. */
const silentAfterMs = 2 * 60_000;

/** A file handed in, and whether the work on it fell silent. */
export type ImportLine = Batch & { readonly isSilent: boolean };

/** Every file handed in, newest first. */
export async function imports(ctx: Ctx): Promise<ImportLine[]> {
  return (await allBatches(ctx)).map((batch) => withSilence(ctx, batch));
}

/** One file on its way in, or brought in. */
export async function importById(ctx: Ctx, id: Id<'import'>): Promise<ImportLine | undefined> {
  const batch = await batchById(ctx, id);
  return batch ? withSilence(ctx, batch) : undefined;
}

/** Files that wait for a person's yes, in the order in which they were handed in. */
export async function importsWaiting(ctx: Ctx): Promise<Batch[]> {
  return batchesInState(ctx, ['read']);
}

/** The rows of a file that were refused: the first thousand. */
export async function rowsRefused(ctx: Ctx, batch: Batch): Promise<RefusedRow[]> {
  return refusedRows(ctx, batch.key);
}

const atWork: readonly BatchState[] = ['reading', 'writing'];

function withSilence(ctx: Ctx, batch: Batch): ImportLine {
  const isSilent =
    atWork.includes(batch.state) && ctx.now.getTime() - batch.touchedAt.getTime() > silentAfterMs;
  return { ...batch, isSilent };
}
