import { createHash } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { wordsOf } from '#platform/kernel/outcome.ts';
import type { Asked, FetchOutcome, Remembered } from '../../domain/fetching/fetch-source.ts';
import type { Act } from '../bring-in/handed-file.ts';
import { fetchFile, type FetchedFile, type HowItComesIn } from './fetch-file.ts';
import { fetchWords } from './fetch-refusals.ts';
import type { Publishers } from './publishers.ts';
import { wantedFiles } from './wanted-files.ts';

/** What came of fetching one thing. */
export type Fetched = {
  outcome: FetchOutcome;
  /** for people, a sentence or two */
  words: string;
  files: readonly FetchedFile[];
  remembered: Remembered;
};

export type Fetching = {
  act: Act;
  publishers: Publishers;
  asked: Asked;
  remembered: Remembered;
  how: HowItComesIn;
  signal?: AbortSignal | undefined;
  tell?: ((words: string) => void) | undefined;
};

/**
 * Fetches what is asked for, file by file, and hands each in. A file that fails keeps no other from coming; nothing of
 * any file is ever half here.
 */
export async function fetchAsked(fetching: Fetching): Promise<Fetched> {
  const { publishers, asked, remembered, signal, tell = () => {} } = fetching;
  tell('Asking what there is');
  const wanted = await wantedFiles(publishers, asked, signal);
  if (!wanted.done)
    return { outcome: 'failed', words: wordsOf(fetchWords, wanted.refusal), files: [], remembered };
  const folder = join(publishers.waitingFolder, 'fetched', folderOf(asked));
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const files: FetchedFile[] = [];
  const kept: Record<string, Remembered[string]> = {};
  for (const one of wanted.value) {
    const { act, how } = fetching;
    const file = await fetchFile({ act, how, publishers, wanted: one, folder, remembered, signal, tell });
    files.push(file);
    if (file.remember) kept[one.key] = file.remember;
    if (signal?.aborted) break;
  }
  // what was not come to is as it was
  return { ...sayFiles(files), files, remembered: { ...remembered, ...kept } };
}

/** Of the same thing always the same folder, so that a download that broke off is found again. */
function folderOf({ kind, identifier, areaType }: Asked): string {
  return createHash('sha256').update(`${kind}\n${identifier}\n${areaType}`).digest('hex').slice(0, 24);
}

function sayFiles(files: readonly FetchedFile[]): Pick<Fetched, 'outcome' | 'words'> {
  const of = (became: FetchedFile['became']) => files.filter((file) => file.became === became);
  const bad = of('failed');
  const [firstBad] = bad;
  const words = [
    ...(firstBad ? [firstBad.words] : []),
    ...(bad.length > 1 ? [`${bad.length} of ${files.length} files failed.`] : []),
    ...said(of('brought-in'), 'is brought in', 'are brought in'),
    ...said(of('waits'), 'waits for a yes', 'wait for a yes'),
    ...said(of('would-be-brought-in'), 'would be brought in', 'would be brought in'),
    ...of('waits').flatMap(({ words: why }) => (why === '' ? [] : [why])),
  ].join(' ');
  if (firstBad) return { outcome: 'failed', words };
  if (words === '') return { outcome: 'nothing-new', words: 'Nothing new: what is published is here.' };
  return { outcome: 'fresh', words };
}

function said(files: readonly FetchedFile[], one: string, many: string): string[] {
  if (files.length === 0) return [];
  const figures = files.reduce((sum, file) => sum + file.figures, 0).toLocaleString('en-GB');
  const what = files.length === 1 ? `One file ${one}` : `${files.length} files ${many}`;
  return [`${what}, with ${figures} figures.`];
}
