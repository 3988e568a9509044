import { allowed, type NotAllowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import type { Id } from '#platform/kernel/id.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import { join } from 'node:path';
import { isSaidByAPerson } from '../../domain/bringing-in/batch.ts';
import type { Batch, BatchState } from '../../domain/bringing-in/batch.ts';
import type { FileReading, MeasureOfFile, SavedReading } from '../../domain/formats/mapped/column-mapping.ts';
import { factsOfNew } from '../../domain/formats/mapped/mapped-measure.ts';
import { openTable } from '../../domain/formats/table/table.ts';
import { isOnlyCounts, measureId } from '../../domain/measure-facts.ts';
import { bringInFigures } from '../../domain/permissions.ts';
import { batchById, changeBatch, lockBatch } from '../../store/batches.ts';
import { allMeasures, measuresById } from '../../store/measures.ts';
import { keepSavedReading, savedReadingsOf } from '../../store/saved-readings.ts';
import { withoutWave } from './remember-columns.ts';
import { withSource } from '../bring-in/handed-file.ts';
import type { Act } from '../bring-in/handed-file.ts';

/** A file whose columns somebody is about to name: what stands in it, and what was said of such files before. */
export type ColumnsToSay = {
  batch: Batch;
  headers: readonly string[];
  /** the first rows, cell by cell */
  sample: readonly (readonly string[])[];
  saved: readonly SavedReading[];
  measures: readonly MeasureToChoose[];
};

export type MeasureToChoose = { id: string; title: string; publication: string };

export type LookRefusal =
  | NotAllowed
  | { reason: 'no-such-import' }
  | { reason: 'not-waiting'; state: BatchState }
  | { reason: 'file-gone' };

export type SayColumnsRefusal =
  | LookRefusal
  | { reason: 'measure-missing' }
  /** its small numbers have to be protected before anybody sees them */
  | { reason: 'own-measure' }
  | { reason: 'title-without-letters' }
  | { reason: 'title-taken'; id: string }
  | { reason: 'name-taken'; name: string };

const canBeSaid: ReadonlySet<BatchState> = new Set<BatchState>(['unmapped', 'read', 'failed']);

/** Opens a file that waits to be told what its columns are, or whose columns may be named anew. */
export async function columnsToSay(act: Act, id: Id<'import'>): Promise<Outcome<ColumnsToSay, LookRefusal>> {
  const found = await act('read', async (ctx) => {
    if (!allowed(ctx.actor, bringInFigures)) return refuse({ reason: 'not-allowed' } as const);
    return sayable(await batchById(ctx, id));
  });
  if (!found.done) return found;
  const { keptIn, fileName } = found.value;
  const looked = keptIn === undefined ? undefined : await lookInto(join(keptIn, 'file'), fileName);
  if (!looked) return refuse({ reason: 'file-gone' });
  const { saved, measures } = await act('read', async (ctx) => ({
    saved: await savedReadingsOf(ctx, looked.headers),
    measures: await measuresToReadAs(ctx),
  }));
  return done({ batch: found.value, ...looked, saved, measures });
}

function sayable(batch: Batch | undefined): Outcome<Batch, Exclude<LookRefusal, { reason: 'file-gone' }>> {
  if (!batch || !isSaidByAPerson(batch.format)) return refuse({ reason: 'no-such-import' });
  return canBeSaid.has(batch.state) ? done(batch) : refuse({ reason: 'not-waiting', state: batch.state });
}

const rowsShown = 4;

async function lookInto(
  path: string,
  name: string,
): Promise<Pick<ColumnsToSay, 'headers' | 'sample'> | undefined> {
  try {
    return await withSource({ path, name }, async (source) => {
      const table = await openTable(source);
      if (!table.done) return undefined;
      const first = await table.value.rows.next();
      await table.value.close();
      const rows = first.done ? [] : first.value.rows.slice(0, rowsShown);
      return { headers: table.value.headers, sample: rows.map(({ cells }) => cells) };
    });
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && fault.code === 'ENOENT') return undefined;
    throw fault;
  }
}

/** Published measures only: what the partnership counts itself has its own way in. */
async function measuresToReadAs(ctx: Ctx): Promise<MeasureToChoose[]> {
  const all = await allMeasures(ctx);
  return all
    .filter(({ id, source }) => source !== 'local' && !isOnlyCounts(id))
    .map(({ id, title, publication }) => ({ id, title, publication }));
}

/** Takes down what the columns of a file are, keeps it for the next such file, and puts the file in the queue. */
export async function sayColumns(
  ctx: Ctx,
  given: { id: Id<'import'>; headers: readonly string[]; reading: FileReading; saveAs: string | undefined },
): Promise<Outcome<Batch, SayColumnsRefusal>> {
  if (!allowed(ctx.actor, bringInFigures)) return refuse({ reason: 'not-allowed' });
  const found = sayable(await lockBatch(ctx, given.id));
  if (!found.done) return found;
  if (found.value.keptIn === undefined) return refuse({ reason: 'file-gone' });
  const { headers, saveAs } = given;
  const reading = await withTitle(ctx, given.reading);
  const wrong = await wrongMeasure(ctx, reading.measure, found.value);
  if (wrong) return refuse(wrong);
  if (
    saveAs !== undefined &&
    !(await keepSavedReading(ctx, { name: saveAs, headers, reading: withoutWave(reading) }))
  )
    return refuse({ reason: 'name-taken', name: saveAs });
  const savedAs = saveAs === undefined ? {} : { savedAs: saveAs };
  await changeBatch(ctx, found.value.key, {
    state: 'queued',
    failure: null,
    reading: { ...reading, ...savedAs },
  });
  return done(found.value);
}

/** A preview says what a measure is called, not how it is numbered. */
async function withTitle(ctx: Ctx, reading: FileReading): Promise<FileReading> {
  const { measure } = reading;
  if (measure.named !== 'known') return reading;
  const known = (await measuresById(ctx, [measure.id])).get(measure.id);
  return { ...reading, measure: { ...measure, title: known?.title ?? '' } };
}

async function wrongMeasure(
  ctx: Ctx,
  measure: MeasureOfFile,
  { reading }: Batch,
): Promise<SayColumnsRefusal | undefined> {
  if (measure.named === 'in-column') return undefined;
  if (measure.named === 'known') {
    if (measure.id.startsWith('local:')) return { reason: 'own-measure' };
    const known = await measuresById(ctx, [measure.id]);
    return known.has(measure.id) ? undefined : { reason: 'measure-missing' };
  }
  const facts = factsOfNew(measure);
  if (!facts) return { reason: 'title-without-letters' };
  const id = measureId(facts);
  const before = reading?.measure.named === 'new' ? factsOfNew(reading.measure) : undefined;
  if (before && measureId(before) === id) return undefined;
  return (await measuresById(ctx, [id])).has(id) ? { reason: 'title-taken', id } : undefined;
}
