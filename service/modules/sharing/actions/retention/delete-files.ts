import { rm } from 'node:fs/promises';
import type { Ctx } from '#platform/db/database.ts';
import { fileDeleted, filesToDelete } from '../../store/retention/disposals.ts';

/**
 * Deletes the files whose records a list has destroyed; one that cannot be deleted stays named until it is. Answers with
 * how many are gone. A file that is not there any more is gone too.
 */
export async function deleteFiles(ctx: Ctx): Promise<number> {
  let gone = 0;
  for (const { id, path } of await filesToDelete(ctx)) {
    const deleted = await rm(path, { force: true }).then(
      () => true,
      () => false,
    );
    if (!deleted) continue;
    await fileDeleted(ctx, id);
    gone += 1;
  }
  return gone;
}
