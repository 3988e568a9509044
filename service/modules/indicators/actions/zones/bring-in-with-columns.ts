import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NotAllowed } from '#platform/access/policy.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import type { FileReading } from '../../domain/formats/mapped/column-mapping.ts';
import { batchById } from '../../store/batches.ts';
import { handedFile, type Act } from '../bring-in/handed-file.ts';
import { oneAtATime } from '../bring-in/one-at-a-time.ts';
import { readBatch, writeBatch } from '../bring-in/work-on-batch.ts';
import { sayColumns, type SayColumnsRefusal } from '../columns/say-columns.ts';
import { handInFiles } from '../hand-in-files.ts';

export type TextWithColumns = {
  name: string;
  text: string;
  headers: readonly string[];
  /** what its columns are, as a person would say it */
  reading: FileReading;
  keepIn: string;
};

/** Brings a table in whose columns are said at once: for the demonstration and the command line. */
export async function bringInWithColumns(
  act: Act,
  given: TextWithColumns,
): Promise<Outcome<string, NotAllowed | SayColumnsRefusal | { reason: 'not-brought-in'; words: string }>> {
  const folder = await mkdtemp(join(tmpdir(), 'golden-thread-'));
  try {
    const path = join(folder, 'table');
    await writeFile(path, given.text);
    const files = [await handedFile(path, given.name)];
    const handed = await handInFiles(act, { files, keepIn: given.keepIn, moves: false });
    if (!handed.done) return refuse({ reason: 'not-allowed' });
    const [one] = handed.value;
    if (one?.kind !== 'unmapped') return refuse({ reason: 'not-brought-in', words: one?.kind ?? 'nothing' });
    const { id } = one;
    const { headers, reading } = given;
    const said = await act('write', (ctx) => sayColumns(ctx, { id, headers, reading, saveAs: undefined }));
    if (!said.done) return said;
    const work = { act, id, tell: () => {} };
    await oneAtATime(async () => {
      const read = await readBatch(work);
      if (read) await writeBatch(work, read);
    });
    const batch = await act('read', (ctx) => batchById(ctx, id));
    return batch?.state === 'visible'
      ? done(id)
      : refuse({ reason: 'not-brought-in', words: batch?.failure ?? '' });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
