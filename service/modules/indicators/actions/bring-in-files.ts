import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { NotAllowed } from '#platform/access/policy.ts';
import type { Id } from '#platform/kernel/id.ts';
import { done, type Outcome } from '#platform/kernel/outcome.ts';
import type { Batch } from '../domain/bringing-in/batch.ts';
import { batchById } from '../store/batches.ts';
import { handedFile } from './bring-in/handed-file.ts';
import type { Act } from './bring-in/handed-file.ts';
import { oneAtATime } from './bring-in/one-at-a-time.ts';
import { readBatch, writeBatch } from './bring-in/work-on-batch.ts';
import type { Progress } from './bring-in/work-on-batch.ts';
import { declineImport } from './decide-on-import.ts';
import { handInFiles } from './hand-in-files.ts';

/** What became of one file handed in; `batch` holds the preview or the report. */
export type BroughtIn = {
  fileName: string;
  became: 'brought-in' | 'would-be-brought-in' | 'here-already' | 'failed';
  batch: Batch;
};

/** What whoever waits is told: which file, and how far it has come. */
export type TellFile = (told: Progress & { fileName: string }) => void;

export type FilesToBringIn = {
  /** files on this machine; `name` is what the publisher calls the file, where that is not the path's last part */
  files: readonly { path: string; name?: string }[];
  /** the folder in which files wait */
  keepIn: string;
  /** says what would happen, and changes nothing */
  dryRun?: boolean;
};

/**
 * Brings files in from the command line or for the demonstration, in the order that they need: previewed and confirmed at
 * once. Those that cannot be brought in say why; the others go on.
 */
export async function bringInFiles(
  act: Act,
  given: FilesToBringIn,
  tell: TellFile = () => {},
): Promise<Outcome<readonly BroughtIn[], NotAllowed | { reason: 'no-files' }>> {
  const files = [];
  for (const { path, name } of given.files) files.push(await handedFile(path, name ?? basename(path)));
  const handed = await handInFiles(act, { files, keepIn: given.keepIn, moves: false });
  if (!handed.done) return handed;
  const brought: BroughtIn[] = [];
  for (const one of handed.value) {
    if (one.kind === 'here-already')
      brought.push({ fileName: one.fileName, became: 'here-already', batch: one.batch });
    else brought.push(await bringInOne(act, { ...one, dryRun: given.dryRun ?? false }, tell));
  }
  return done(brought);
}

async function bringInOne(
  act: Act,
  { id, fileName, dryRun }: { id: Id<'import'>; fileName: string; dryRun: boolean },
  tell: TellFile,
): Promise<BroughtIn> {
  const work = { act, id, tell: (progress: Progress) => tell({ ...progress, fileName }) };
  await oneAtATime(async () => {
    const read = await readBatch(work);
    if (read && !dryRun) await writeBatch(work, read);
  });
  const batch = await act('read', (ctx) => batchById(ctx, id));
  if (!batch) throw new Error('an import went away while it was worked on');
  if (dryRun) await declineImport(act, id);
  const became =
    batch.state === 'visible' ? 'brought-in' : batch.state === 'read' ? 'would-be-brought-in' : 'failed';
  return { fileName, became, batch };
}

/** The same for texts that stand on no disk: the demonstration's invented files. */
export async function bringInTexts(
  act: Act,
  given: Omit<FilesToBringIn, 'files'> & { texts: readonly { name: string; text: string }[] },
  tell?: TellFile,
): ReturnType<typeof bringInFiles> {
  const folder = await mkdtemp(join(tmpdir(), 'golden-thread-'));
  try {
    const files = [];
    for (const [index, { name, text }] of given.texts.entries()) {
      const path = join(folder, String(index));
      await writeFile(path, text);
      files.push({ path, name });
    }
    return await bringInFiles(act, { ...given, files }, tell);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
