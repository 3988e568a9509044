import { copyFile, mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { allowed, type NotAllowed } from '#platform/access/policy.ts';
import type { Id } from '#platform/kernel/id.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import { isSaidByAPerson } from '../domain/bringing-in/batch.ts';
import type { Batch } from '../domain/bringing-in/batch.ts';
import { paired } from '../domain/bringing-in/pairing.ts';
import type { Paired } from '../domain/bringing-in/pairing.ts';
import type { FileReading } from '../domain/formats/mapped/column-mapping.ts';
import { bringInFigures } from '../domain/permissions.ts';
import { addBatch, batchOfContent } from '../store/batches.ts';
import type { NewBatch } from '../store/batches.ts';
import { savedReadingsOf } from '../store/saved-readings.ts';
import type { Act, HandedFile } from './bring-in/handed-file.ts';
import { recogniseFile } from './bring-in/recognise-file.ts';
import type { RecognisedFile } from './bring-in/recognise-file.ts';

/** What became of one file: on its way, or here already. */
export type HandedIn =
  | { kind: 'queued'; id: Id<'import'>; fileName: string }
  /** waits for a person to say what its columns are */
  | { kind: 'unmapped'; id: Id<'import'>; fileName: string }
  | { kind: 'failed'; id: Id<'import'>; fileName: string; words: string }
  | { kind: 'here-already'; batch: Batch; fileName: string };

type HandInRefusal = NotAllowed | { reason: 'no-files' };

/**
 * Takes files off a person's hands: each is recognised, put beside those needed to read it, kept on disk and queued.
 * A file whose very content is here already changes nothing, and that is said.
 * @param given `keepIn` is the folder in which files wait; `moves` whether the given ones may be moved there
 */
export async function handInFiles(
  act: Act,
  given: { files: readonly HandedFile[]; keepIn: string; moves: boolean },
): Promise<Outcome<readonly HandedIn[], HandInRefusal>> {
  if (!(await act('read', async (ctx) => allowed(ctx.actor, bringInFigures))))
    return refuse({ reason: 'not-allowed' });
  if (given.files.length === 0) return refuse({ reason: 'no-files' });
  const recognised: RecognisedFile[] = [];
  for (const file of given.files) recognised.push(await recogniseFile(file));
  const became: HandedIn[] = [];
  for (const pair of paired(recognised)) became.push(await handInOne(act, pair, given));
  return done(became);
}

/**
 * Where files wait that came with a request: beside the folders of other requests, which are emptied when they have been
 * answered.
 */
export function waitingFolderBeside(uploadPath: string): string {
  return join(dirname(dirname(uploadPath)), 'waiting-imports');
}

type Keeping = { keepIn: string; moves: boolean };

async function handInOne(
  act: Act,
  pair: Paired<RecognisedFile>,
  { keepIn, moves }: Keeping,
): Promise<HandedIn> {
  const { file } = pair;
  const { before, id } = await act('read', async (ctx) => ({
    before: await batchOfContent(ctx, file.sha256),
    id: ctx.newId<'import'>(),
  }));
  // What a map of measures does hangs on the strategies as they stand: one that was brought in may be read anew.
  const isHere = before && !(file.format === 'measure-map' && before.state === 'visible');
  if (isHere) return { kind: 'here-already', batch: before, fileName: file.name };
  const failure = file.failure ?? notBroughtIn(file.format);
  const reading = await readingKnown(act, file);
  const isUnmapped = failure === undefined && isSaidByAPerson(file.format ?? 'unknown') && !reading;
  const keptIn = failure === undefined ? join(keepIn, id) : undefined;
  try {
    if (keptIn !== undefined) await keep(pair, keptIn, moves);
    const added = { ...batchOf(pair), id, keptIn, reading };
    await act('write', (ctx) =>
      addBatch(
        ctx,
        isUnmapped ? { ...added, failure: unmappedWords, state: 'unmapped' } : { ...added, failure },
      ),
    );
  } catch (fault) {
    if (keptIn !== undefined) await rm(keptIn, { recursive: true, force: true });
    throw fault;
  }
  if (isUnmapped) return { kind: 'unmapped', id, fileName: file.name };
  return failure === undefined
    ? { kind: 'queued', id, fileName: file.name }
    : { kind: 'failed', id, fileName: file.name, words: failure };
}

/** What whoever handed it in at a terminal is told. */
const unmappedWords =
  'It has to be said first what its columns are. Open it in the browser and say it there.';

/**
 * How a file is to be read, where a file of its shape was read before and only one way was saved. The upload file of
 * Fingertips has the same headers for every measure, so they tell nothing.
 */
async function readingKnown(act: Act, { format, headers }: RecognisedFile): Promise<FileReading | undefined> {
  if (format !== 'mapped-csv' || !headers) return undefined;
  const [only, ...others] = await act('read', (ctx) => savedReadingsOf(ctx, headers));
  return only && others.length === 0 ? { ...only.reading, savedAs: only.name } : undefined;
}

/** Puts a file and those needed to read it where they wait. */
async function keep(pair: Paired<RecognisedFile>, keptIn: string, moves: boolean): Promise<void> {
  const { file } = pair;
  await mkdir(keptIn, { recursive: true, mode: 0o700 });
  for (const { role, file: companion } of companionsOf(pair))
    await copyFile(companion.path, join(keptIn, role));
  // A dictionary stays where it is: the bulk file that leans on it is kept after it.
  await (moves && file.format !== 'lait-dictionary' ? moved : copyFile)(file.path, join(keptIn, 'file'));
}

function companionsOf({ meta, dictionary }: Paired<RecognisedFile>) {
  return [
    ...(meta ? [{ role: 'meta' as const, file: meta }] : []),
    ...(dictionary ? [{ role: 'dictionary' as const, file: dictionary }] : []),
  ];
}

function batchOf(pair: Paired<RecognisedFile>): Omit<NewBatch, 'id' | 'keptIn' | 'failure'> {
  const { format, name, sha256, bytes } = pair.file;
  const companions = companionsOf(pair).map(({ role, file }) => ({ role, fileName: file.name }));
  return { format: format ?? 'unknown', fileName: name, sha256, bytes, companions };
}

/** Within one disk a move is at once and needs no room. */
async function moved(from: string, to: string): Promise<void> {
  await rename(from, to).catch(() => copyFile(from, to));
}

/** Formats that are recognised and still not brought in as they stand. */
function notBroughtIn(format: RecognisedFile['format']): string | undefined {
  switch (format) {
    case 'ees-meta':
      return 'This file only describes the columns of a table. Hand it in together with its table: NAME.csv beside NAME.meta.csv.';
    default:
      return undefined;
  }
}
