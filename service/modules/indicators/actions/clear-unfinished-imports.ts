import { batchesInState, changeBatch } from '../store/batches.ts';
import type { Act } from './bring-in/handed-file.ts';
import { removeFigures } from './bring-in/write-figures.ts';

/** Words of a file whose work ended without an end. */
export const didNotFinish =
  'It did not finish: the service stopped while it worked. Nothing was changed. Try again, or hand the file in anew.';

/**
 * Clears what a process that was stopped left behind: figures that nobody sees are taken away, and their files are shown
 * as unfinished. For the start of the service.
 * @param given `heardBefore`: only work not heard of since then is dead; another process may be at work on the rest
 */
export async function clearUnfinishedImports(act: Act, given: { heardBefore: Date }): Promise<number> {
  const silent = await act('read', async (ctx) => {
    const under = await batchesInState(ctx, ['queued', 'reading', 'writing']);
    return under.filter(({ touchedAt }) => touchedAt <= given.heardBefore);
  });
  for (const batch of silent) {
    await removeFigures(act, batch.key);
    await act('write', (ctx) => changeBatch(ctx, batch.key, { state: 'failed', failure: didNotFinish }));
  }
  return silent.length;
}
