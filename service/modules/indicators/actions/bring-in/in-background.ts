import { setTimeout as pause } from 'node:timers/promises';
import type { Id } from '#platform/kernel/id.ts';
import type { Act } from './handed-file.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { readBatch, writeBatch } from './work-on-batch.ts';

const noOneListens = (): void => {};

/** Reads queued files one after the other while pages go on; resolves when the last has its preview. */
export function readInBackground(act: Act, ids: readonly Id<'import'>[]): Promise<void> {
  return inBackground(
    ids.map((id) => () => oneAtATime(async () => void (await readBatch({ act, id, tell: noOneListens })))),
  );
}

/** Brings files in to which somebody said yes, one after the other; resolves when the last can be seen. */
export function writeInBackground(act: Act, ids: readonly Id<'import'>[]): Promise<void> {
  return inBackground(ids.map((id) => () => oneAtATime(() => writeBatch({ act, id, tell: noOneListens }))));
}

async function inBackground(works: readonly (() => Promise<void>)[]): Promise<void> {
  await Promise.all(
    works.map((work) =>
      work().catch((fault: unknown) => {
        // The batch says that it failed; whoever looks after the service reads why.
        process.emitWarning(fault instanceof Error ? fault : String(fault), { code: 'IMPORT_FAILED' });
      }),
    ),
  );
}

/** Waits for work, but no longer than a person should wait for a page: most files are done by then. */
export async function orAMoment(work: Promise<unknown>): Promise<void> {
  const giveUp = new AbortController();
  const patience = pause(patienceMs, undefined, { signal: giveUp.signal }).catch(() => {});
  await Promise.race([work, patience]);
  giveUp.abort();
}

const patienceMs = 2500;

export async function aMoment(milliseconds: number): Promise<void> {
  await pause(milliseconds);
}
