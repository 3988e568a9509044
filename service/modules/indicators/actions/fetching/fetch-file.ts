import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Id } from '#platform/kernel/id.ts';
import { refuse, wordsOf, type Outcome } from '#platform/kernel/outcome.ts';
import type { Batch } from '../../domain/bringing-in/batch.ts';
import type { ComesIn, Remembered, RememberedFile } from '../../domain/fetching/fetch-source.ts';
import { batchById } from '../../store/batches.ts';
import { handedFile, type Act, type HandedFile } from '../bring-in/handed-file.ts';
import { oneAtATime } from '../bring-in/one-at-a-time.ts';
import { recogniseFile } from '../bring-in/recognise-file.ts';
import { readBatch, writeBatch } from '../bring-in/work-on-batch.ts';
import { declineImport } from '../decide-on-import.ts';
import { handInFiles, type HandedIn } from '../hand-in-files.ts';
import { fetchWords, type FetchRefusal } from './fetch-refusals.ts';
import type { Publishers } from './publishers.ts';
import type { WantedFile } from './wanted-files.ts';

/** What became of one file. */
export type FetchedFile = {
  name: string;
  became: 'brought-in' | 'waits' | 'would-be-brought-in' | 'nothing-new' | 'failed';
  /** what went wrong, or what is worth knowing, for people */
  words: string;
  importId: Id<'import'> | undefined;
  figures: number;
  remember: RememberedFile | undefined;
};

export type FetchingFile = {
  act: Act;
  publishers: Publishers;
  wanted: WantedFile;
  /** where a file that breaks off is kept, the same at every try */
  folder: string;
  remembered: Remembered;
  how: HowItComesIn;
  signal?: AbortSignal | undefined;
  tell: (words: string) => void;
};

/** `confirmed`: somebody said yes beforehand; `looked-at`: nothing is to be changed */
export type HowItComesIn = ComesIn | 'confirmed' | 'looked-at';

/** Fetches one file, and hands it in as a person would. */
export async function fetchFile(fetching: FetchingFile): Promise<FetchedFile> {
  const { wanted, remembered } = fetching;
  const before = remembered[wanted.key];
  if (wanted.version !== undefined && before?.version === wanted.version && !before.refused)
    return nothingNew(wanted.name, before);
  const to = join(fetching.folder, fileNameOf(wanted.key));
  try {
    const came = await fetching.publishers.outbound.download(wanted.address, {
      to,
      known: before?.refused ? undefined : before,
      accept: 'text/csv, */*;q=0.1',
      notThese: ['text/html', 'application/json', 'application/problem+json', 'application/xml', 'text/xml'],
      signal: fetching.signal,
      tell: (bytes, of) => fetching.tell(sayBytes(wanted.name, bytes, of)),
    });
    if (!came.done) return failed(wanted.name, before, came.refusal);
    if (came.value.kind === 'unchanged') return nothingNew(wanted.name, before);
    const { version } = wanted;
    const remember = { ...came.value.validators, ...(version === undefined ? {} : { version }) };
    return await handIn(fetching, { to, remember, before });
  } finally {
    await rm(to, { force: true });
    await rm(metaBeside(to), { force: true });
  }
}

type Came = { to: string; remember: RememberedFile; before: RememberedFile | undefined };

async function handIn(fetching: FetchingFile, { to, remember, before }: Came): Promise<FetchedFile> {
  const { wanted, act, publishers } = fetching;
  const file = await handedFile(to, wanted.name);
  if (before?.refused?.sha256 === file.sha256 && fetching.how !== 'confirmed')
    return failed(wanted.name, before, { reason: 'refused-before', words: before.refused.words });
  const wrong = await changedShape(file, wanted);
  if (wrong) return failed(wanted.name, before, wrong);
  const meta = await metaOf(wanted, to);
  if (meta && !meta.done) return failed(wanted.name, before, meta.refusal);
  fetching.tell(`Reading ${wanted.name}`);
  const files = [file, ...(meta ? [meta.value] : [])];
  const handed = await handInFiles(act, { files, keepIn: publishers.waitingFolder, moves: true });
  const [one] = handed.done ? handed.value : [];
  if (!one) throw new Error('a file that was fetched could not be handed in');
  const became = await workedOn(fetching, one);
  if (became.became !== 'failed') return { ...became, remember };
  return { ...became, remember: { ...remember, refused: { sha256: file.sha256, words: became.words } } };
}

/** A publisher that changes its columns is noticed before anything of the file is looked at as figures. */
async function changedShape(file: HandedFile, wanted: WantedFile): Promise<FetchRefusal | undefined> {
  const { format, failure, headers } = await recogniseFile(file);
  if (format === wanted.format) return undefined;
  // tables of the Department's that are known by what their columns say
  if (wanted.format === 'ees-data' && format !== undefined && alsoEes.has(format)) return undefined;
  const columns = headers?.slice(0, 6).join(', ').slice(0, 160);
  const found = columns === undefined ? (failure ?? '') : `Its columns begin with ${columns}.`;
  return { reason: 'changed-shape', host: wanted.address.host, found };
}

const alsoEes: ReadonlySet<string> = new Set(['neet-table', 'children-population']);

async function metaOf(
  wanted: WantedFile,
  to: string,
): Promise<Outcome<HandedFile, FetchRefusal> | undefined> {
  if (!wanted.meta) return undefined;
  const told = await wanted.meta();
  if (!told.done) return refuse(told.refusal);
  const path = metaBeside(to);
  await writeFile(path, told.value, { mode: 0o600 });
  const name = wanted.name.replace(/\.csv$/, '.meta.csv');
  return { done: true, value: await handedFile(path, name) };
}

function metaBeside(to: string): string {
  return `${to}.meta`;
}

type Became = Omit<FetchedFile, 'remember'>;

async function workedOn({ act, how, wanted }: FetchingFile, handed: HandedIn): Promise<Became> {
  const { name } = wanted;
  if (handed.kind === 'here-already')
    return { name, became: 'nothing-new', words: sameContent, importId: handed.batch.id, figures: 0 };
  const { id } = handed;
  if (handed.kind === 'failed')
    return { name, became: 'failed', words: handed.words, importId: id, figures: 0 };
  const work = { act, id, tell: () => {} };
  await oneAtATime(async () => {
    const read = await readBatch(work);
    if (!read) return;
    const batch = await act('read', (ctx) => batchById(ctx, id));
    if (batch && mayComeIn(how, batch)) await writeBatch(work, read);
  });
  const batch = await act('read', (ctx) => batchById(ctx, id));
  if (!batch) throw new Error('an import went away while it was worked on');
  if (how === 'looked-at') await declineImport(act, id);
  return { name, importId: id, figures: batch.summary.figures, ...sayBatch(batch, how) };
}

const sameContent = 'Its very content is here already.';

/** By itself nothing comes in that says anything else than what is here, or of which a row was refused. */
function mayComeIn(how: HowItComesIn, { summary }: Batch): boolean {
  if (how === 'confirmed') return true;
  if (how !== 'by-itself') return false;
  return summary.rowsRefused === 0 && summary.cellsRefused === 0 && summary.changes.revised === 0;
}

function sayBatch(batch: Batch, how: HowItComesIn): Pick<FetchedFile, 'became' | 'words'> {
  if (batch.state === 'visible') return { became: 'brought-in', words: '' };
  if (batch.state !== 'read')
    return { became: 'failed', words: batch.failure ?? 'It could not be brought in.' };
  if (how === 'looked-at') return { became: 'would-be-brought-in', words: '' };
  const { rowsRefused, cellsRefused, changes } = batch.summary;
  if (how !== 'by-itself') return { became: 'waits', words: '' };
  const why = rowsRefused + cellsRefused > 0 ? 'Some of its rows were refused' : '';
  const also = changes.revised > 0 ? 'It says something else than what is here' : '';
  return {
    became: 'waits',
    words: [why, also]
      .filter((part) => part !== '')
      .join('. ')
      .concat('.'),
  };
}

function nothingNew(name: string, remember: RememberedFile | undefined): FetchedFile {
  return { name, became: 'nothing-new', words: '', importId: undefined, figures: 0, remember };
}

function failed(name: string, remember: RememberedFile | undefined, refusal: FetchRefusal): FetchedFile {
  const words = wordsOf(fetchWords, refusal);
  return { name, became: 'failed', words, importId: undefined, figures: 0, remember };
}

function fileNameOf(key: string): string {
  return `${key.replaceAll(/[^a-z0-9-]/gi, '')}.csv`;
}

function sayBytes(name: string, bytes: number, of: number | undefined): string {
  const megabytes = (number: number): string => (number / 1024 / 1024).toFixed(1);
  return `Fetching ${name}: ${megabytes(bytes)} MB${of === undefined ? '' : ` of ${megabytes(of)} MB`}`;
}
