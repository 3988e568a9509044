import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Ctx } from '#platform/db/database.ts';
import { DatabaseFault } from '#platform/db/fault.ts';
import type { Id } from '#platform/kernel/id.ts';
import { holdsFigures } from '../../domain/bringing-in/batch.ts';
import type { Batch, BatchState } from '../../domain/bringing-in/batch.ts';
import { placeFinder } from '../../domain/bringing-in/places.ts';
import { factsOfReaders } from '../../domain/formats/facts-of-readers.ts';
import { describedBy } from '../../domain/formats/mapped/mapped-measure.ts';
import type { RefusedRow } from '../../domain/observation.ts';
import { batchById, changeBatch, lockBatch, raiseFiguresVersion } from '../../store/batches.ts';
import { ownAreas } from '../../store/areas.ts';
import { dictionary } from '../../store/dictionary.ts';
import { catalogueCounts, nationalPlaces } from '../../store/reference-lists.ts';
import { allMeasures } from '../../store/measures.ts';
import { learnAboutSeries } from '../../store/series.ts';
import { keepRefusedRows } from '../../store/refused-rows.ts';
import { TiesRefused } from '../measure-map/tie-map.ts';
import { describedBySurvey, keepSurvey } from '../survey/keep-survey.ts';
import { surveyGround, surveyParts } from '../survey/survey-parts.ts';
import type { WaveToKeep } from '../../store/survey/survey-waves.ts';
import { figureParts, withCompanions } from './figure-parts.ts';
import type { FileAtHand } from './figure-parts.ts';
import { gatherFigures } from './gather-figures.ts';
import type { FindPlace, Gathered } from './gather-figures.ts';
import type { Act } from './handed-file.ts';
import { readList } from './read-list.ts';
import type { ListRead } from './list-read.ts';
import { summariseFigures } from './summarise.ts';
import type { FactsKnown } from './summarise.ts';
import { removeFigures, writeFigures } from './write-figures.ts';

/** How far the work on a file has come. */
export type Progress = { phase: 'reading' | 'comparing' | 'writing'; done: number; of?: number };
export type TellProgress = (progress: Progress) => void;

/** What reading a file came to: all that writing it needs. */
export type ReadBatch =
  | { kind: 'figures'; gathered: Gathered; facts: FactsKnown; waves: readonly WaveToKeep[] }
  | { kind: 'list'; list: ListRead };

type Work = { act: Act; id: Id<'import'>; tell: TellProgress };

/**
 * Reads a queued file without changing anything that can be seen, and leaves its preview. Nothing is answered where it
 * cannot be brought in; then the batch says why.
 */
export async function readBatch({ act, id, tell }: Work): Promise<ReadBatch | undefined> {
  const batch = await begin(act, id, { from: 'queued', to: 'reading' });
  if (!batch) return undefined;
  return orFail(act, batch, async () => {
    const read = await readWhole({ act, id, tell }, batch);
    tell({ phase: 'comparing', done: 0 });
    const { refused } = read.kind === 'figures' ? read.gathered : read.list;
    const summary =
      read.kind === 'list' ? read.list.summary : await summariseFigures(act, read.gathered, read.facts);
    const failure = refused.ofFile ? sayRefusal(refused.ofFile) : nothingIn(read);
    await act('write', async (ctx) => {
      await keepRefusedRows(ctx, batch.key, refused.kept);
      await changeBatch(ctx, batch.key, {
        summary,
        state: failure === undefined ? 'read' : 'failed',
        failure: failure ?? null,
      });
    });
    return failure === undefined ? read : undefined;
  });
}

/**
 * Brings in a file to which somebody said yes: its figures are written where nobody sees them, and then become visible
 * at one stroke. `read` is what reading it came to, where that was only now.
 */
export async function writeBatch({ act, id, tell }: Work, read?: ReadBatch): Promise<void> {
  const batch = await begin(act, id, { from: 'read', to: 'writing' });
  if (!batch) return;
  const { keptIn } = batch;
  await orFail(act, batch, async () => {
    await removeFigures(act, batch.key);
    const whole = read ?? (await readWhole({ act, id, tell }, batch));
    if (whole.kind === 'figures') {
      const of = whole.gathered.figures.figures;
      await writeFigures(act, {
        batchKey: batch.key,
        gathered: whole.gathered,
        facts: whole.facts,
        tell: (done) => tell({ phase: 'writing', done, of }),
      });
    }
    await publish(act, batch, whole);
    if (whole.kind === 'figures') await act('write', learnAboutSeries).catch(() => {});
    // Only now: a file that could not be brought in waits to be tried again.
    if (keptIn !== undefined) await rm(keptIn, { recursive: true, force: true }).catch(() => {});
  });
}

/** One flag, one number and one fact, true together. */
async function publish(act: Act, batch: Batch, whole: ReadBatch): Promise<void> {
  await act('write', async (ctx) => {
    const summary = whole.kind === 'list' ? await whole.list.apply(ctx) : undefined;
    await changeBatch(ctx, batch.key, {
      state: 'visible',
      finishedAt: ctx.now,
      failure: null,
      keptIn: null,
      ...(summary ? { summary } : {}),
    });
    const said = batch.reading?.survey;
    if (said && whole.kind === 'figures')
      await keepSurvey(ctx, { batchKey: batch.key, waves: whole.waves, said });
    await raiseFiguresVersion(ctx);
    await ctx.record({
      type: 'indicators.figures-brought-in',
      subject: { kind: 'import', id: batch.id },
      details: {
        format: batch.format,
        figures: whole.kind === 'figures' ? whole.gathered.figures.figures : 0,
        measures: whole.kind === 'figures' ? whole.gathered.figures.measures.size : 0,
      },
    });
  });
}

async function readWhole({ act, tell }: Work, batch: Batch): Promise<ReadBatch> {
  const file = fileAtHand(batch);
  const { own, before } = await act('read', async (ctx) => ({
    own: await ownAreas(ctx),
    before: {
      dictionary: await dictionary(ctx),
      counts: catalogueCounts(),
      measureIds: await measureIdsFor(ctx, batch),
    },
  }));
  const known = await withCompanions(file, before);
  const find: FindPlace = placeFinder(own, nationalPlaces);
  if (!holdsFigures(batch.format)) {
    const choices = batch.summary.map?.choices ?? {};
    return { kind: 'list', list: await readList(file, { act, find, choices }) };
  }
  const heard = heardOf(act, batch);
  const survey = batch.reading?.survey;
  const waves: WaveToKeep[] = [];
  const rows = figureParts(file, known);
  const parts = survey
    ? surveyParts(rows, { ...(await act('read', surveyGround)), said: survey, find, waves })
    : rows;
  const gathered = await gatherFigures(parts, find, (done) => {
    tell({ phase: 'reading', done });
    heard(done);
  });
  await heard.settled();
  const said = describedBy(batch.reading?.measure, gathered.figures.measures.values());
  const asked = survey ? describedBySurvey(survey, gathered.figures.measures.values(), said) : [];
  const described = new Map([...factsOfReaders, ...said, ...asked]);
  return { kind: 'figures', gathered, facts: { dictionary: known.dictionary, described }, waves };
}

/** Only a file whose rows name their measures asks which there are. */
async function measureIdsFor(ctx: Ctx, { reading }: Batch): Promise<ReadonlySet<string>> {
  if (reading?.measure.named !== 'in-column') return new Set();
  return new Set((await allMeasures(ctx)).map(({ id }) => id));
}

/** The file where it waits, under the names that people gave. */
function fileAtHand(batch: Batch): FileAtHand {
  const { keptIn, companions } = batch;
  if (keptIn === undefined) throw new FileGone();
  return {
    name: batch.fileName,
    path: join(keptIn, 'file'),
    format: batch.format,
    reading: batch.reading,
    companions: Object.fromEntries(
      companions.map(({ role, fileName }) => [role, { name: fileName, path: join(keptIn, role) }]),
    ),
  };
}

/** A file that was to be read is not where it was left. */
class FileGone extends Error {
  override readonly name = 'FileGone';
  readonly code = 'ENOENT';
}

async function begin(
  act: Act,
  id: Id<'import'>,
  step: { from: BatchState; to: BatchState },
): Promise<Batch | undefined> {
  return act('write', async (ctx) => {
    const batch = await lockBatch(ctx, id);
    if (batch?.state !== step.from) return undefined;
    await changeBatch(ctx, batch.key, { state: step.to });
    return batch;
  });
}

const heardEveryMs = 700;

/** Writes down now and then how far the reading has come, so that whoever looks, after a restart too, sees the truth. */
function heardOf(act: Act, batch: Batch) {
  let last = performance.now();
  let writing: Promise<unknown> = Promise.resolve();
  const heard = (rowsRead: number): void => {
    if (performance.now() - last < heardEveryMs) return;
    last = performance.now();
    writing = writing.then(() => act('write', (ctx) => changeBatch(ctx, batch.key, { rowsRead })));
    // a fault is met where the writing is waited for
    writing.catch(() => {});
  };
  return Object.assign(heard, { settled: () => writing });
}

function nothingIn(read: ReadBatch): string | undefined {
  if (read.kind === 'list') return undefined;
  if (read.gathered.figures.figures > 0) return undefined;
  return read.gathered.rowsRead === 0
    ? 'The file has a header and no rows.'
    : 'None of its rows could be taken. The refused rows below say why.';
}

function sayRefusal({ line, words, mend }: RefusedRow): string {
  return `${line > 1 ? `Line ${line.toLocaleString('en-GB')}: ` : ''}${words} ${mend}`;
}

/** What goes wrong leaves nothing half done: what was written is taken away, and the batch says why it failed. */
async function orFail<Result>(
  act: Act,
  batch: Batch,
  work: () => Promise<Result>,
): Promise<Result | undefined> {
  try {
    return await work();
  } catch (fault) {
    const failure = sayFault(fault);
    await giveUp(act, batch, failure).catch(() => {
      // Then the database is away: the batch falls silent, and the next start clears it.
    });
    if (failure === unforeseen) throw fault;
    return undefined;
  }
}

/** A batch whose last step was done after all, though its answer was lost, is left as it is. */
async function giveUp(act: Act, { id, key }: Batch, failure: string): Promise<void> {
  const now = await act('read', (ctx) => batchById(ctx, id));
  if (now?.state !== 'reading' && now?.state !== 'writing') return;
  await removeFigures(act, key);
  await act('write', (ctx) => changeBatch(ctx, key, { state: 'failed', failure }));
}

const unforeseen =
  'Something went wrong at our end and nothing was changed. Try again; if it happens again, tell whoever looks after the service.';

function sayFault(fault: unknown): string {
  if (fault instanceof TiesRefused) return fault.message;
  const code = codeOf(fault);
  if (code === 'disk-full' || code === 'ENOSPC')
    return 'The disk is full, so nothing was changed. Free some space, then try again: the file is still here.';
  if (code === 'ENOENT') return 'The file is no longer where it was kept. Hand it in again.';
  if (fault instanceof DatabaseFault && fault.code !== 'other')
    return 'The database could not be reached for a while, so nothing was changed. Try again: the file is still here.';
  return unforeseen;
}

function codeOf(fault: unknown): string {
  return fault instanceof Error && 'code' in fault ? String(fault.code) : '';
}
