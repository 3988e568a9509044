import type { Ctx } from '#platform/db/database.ts';
import type { Id } from '#platform/kernel/id.ts';
import type { Batch } from '../../domain/bringing-in/batch.ts';
import { isAtWork, type FetchSource } from '../../domain/fetching/fetch-source.ts';
import { batchById } from '../../store/batches.ts';
import { fetchSourceById, fetchSources } from '../../store/fetching/fetch-sources.ts';

/** Something that is set to be fetched, and whether somebody is at it now. */
export type SourceLine = FetchSource & { readonly isAtWork: boolean };

/** Everything that is set to be fetched from publishers. */
export async function sourcesToFetch(ctx: Ctx): Promise<SourceLine[]> {
  return (await fetchSources(ctx)).map((source) => ({ ...source, isAtWork: isAtWork(source, ctx.now) }));
}

/** One of them, with the files that its last try handed in. */
export async function sourceToFetch(
  ctx: Ctx,
  id: Id<'fetch-source'>,
): Promise<{ source: SourceLine; files: readonly Batch[] } | undefined> {
  const source = await fetchSourceById(ctx, id);
  if (!source) return undefined;
  const files: Batch[] = [];
  for (const importId of source.importIds) {
    const batch = await batchById(ctx, importId);
    if (batch) files.push(batch);
  }
  return { source: { ...source, isAtWork: isAtWork(source, ctx.now) }, files };
}
