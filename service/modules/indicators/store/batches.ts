import { sql } from 'kysely';
import { z } from 'zod';
import type { Ctx } from '#platform/db/database.ts';
import { jsonb } from '#platform/db/jsonb.ts';
import { storedId, type Id } from '#platform/kernel/id.ts';
import { batchStates } from '../domain/bringing-in/batch.ts';
import type { Batch, BatchState, Companion } from '../domain/bringing-in/batch.ts';
import { importSummary } from '../domain/bringing-in/summary.ts';
import type { ImportSummary } from '../domain/bringing-in/summary.ts';
import { fileReading } from '../domain/formats/mapped/column-mapping.ts';
import type { FileReading } from '../domain/formats/mapped/column-mapping.ts';
import { formatNames } from '../domain/formats/recognise.ts';
import type { Format } from '../domain/formats/recognise.ts';
import type { IndicatorsTables } from './tables.generated.ts';

export type NewBatch = Pick<Batch, 'format' | 'fileName' | 'sha256' | 'bytes' | 'companions' | 'failure'> & {
  id: Id<'import'>;
  keptIn: string | undefined;
  /** where it is known already how the file is to be read */
  reading?: FileReading | undefined;
  /** queued where nothing is said, or failed where there is a failure */
  state?: 'unmapped';
};

/** Writes down that a file was handed in: queued, or failed where it cannot even be recognised. */
export async function addBatch(ctx: Ctx, batch: NewBatch): Promise<void> {
  const { actor } = ctx;
  await indicators(ctx)
    .insertInto('indicators.batch')
    .values({
      id: batch.id,
      partnership_id: ctx.partnershipId,
      format: batch.format,
      file_name: batch.fileName,
      file_sha256: batch.sha256,
      file_bytes: batch.bytes,
      kept_in: batch.keptIn ?? null,
      companions: jsonb(batch.companions),
      reading: batch.reading ? jsonb(batch.reading) : null,
      state: batch.state ?? (batch.failure === undefined ? 'queued' : 'failed'),
      failure: batch.failure ?? null,
      started_at: ctx.now,
      touched_at: ctx.now,
      made_by: actor.kind === 'person' ? actor.personId : null,
      made_by_name: actor.kind === 'person' ? actor.name : 'the service itself',
    })
    .execute();
}

export async function batchById(ctx: Ctx, id: Id<'import'>): Promise<Batch | undefined> {
  const row = await ownBatches(ctx).where('id', '=', id).executeTakeFirst();
  return row ? batchOf(row) : undefined;
}

/** The same, held against every other writer until the transaction ends. */
export async function lockBatch(ctx: Ctx, id: Id<'import'>): Promise<Batch | undefined> {
  const row = await ownBatches(ctx).where('id', '=', id).forUpdate().executeTakeFirst();
  return row ? batchOf(row) : undefined;
}

/** Every file handed in, newest first. What was released of our own or worked out by a formula is no file, and stands with its measure. */
export async function allBatches(ctx: Ctx, most = 200): Promise<Batch[]> {
  const rows = await ownBatches(ctx)
    .where('format', 'not in', ['own-release', 'formula'])
    .orderBy('key', 'desc')
    .limit(most)
    .execute();
  return rows.map(batchOf);
}

export async function batchesInState(ctx: Ctx, states: readonly BatchState[]): Promise<Batch[]> {
  const rows = await ownBatches(ctx).where('state', 'in', states).orderBy('key').execute();
  return rows.map(batchOf);
}

/** The file of this content that is visible or on its way, if there is one. */
export async function batchOfContent(ctx: Ctx, sha256: string): Promise<Batch | undefined> {
  const row = await ownBatches(ctx)
    .where('file_sha256', '=', sha256)
    .where('state', 'not in', ['withdrawn', 'failed'])
    .orderBy('key', 'desc')
    .executeTakeFirst();
  return row ? batchOf(row) : undefined;
}

/** What may change of a batch as it goes on its way. */
export type BatchChange = {
  state?: BatchState;
  rowsRead?: number;
  summary?: ImportSummary;
  reading?: FileReading;
  failure?: string | null;
  keptIn?: null;
  finishedAt?: Date;
};

export async function changeBatch(ctx: Ctx, key: number, change: BatchChange): Promise<void> {
  const { summary } = change;
  await indicators(ctx)
    .updateTable('indicators.batch')
    .set({
      touched_at: ctx.now,
      ...(change.state === undefined ? {} : { state: change.state }),
      ...(change.rowsRead === undefined ? {} : { rows_read: change.rowsRead }),
      ...(summary === undefined
        ? {}
        : {
            summary: jsonb(summary),
            rows_read: summary.rowsRead,
            rows_refused: summary.rowsRefused,
            figures: summary.figures,
          }),
      ...(change.reading === undefined ? {} : { reading: jsonb(change.reading) }),
      ...(change.failure === undefined ? {} : { failure: change.failure }),
      ...(change.keptIn === undefined ? {} : { kept_in: null }),
      ...(change.finishedAt === undefined ? {} : { finished_at: change.finishedAt }),
    })
    .where('key', '=', key)
    .execute();
}

/** Takes a batch out of the list, with the rows that it refused. Its series must be gone before. */
export async function removeBatch(ctx: Ctx, key: number): Promise<void> {
  await indicators(ctx).deleteFrom('indicators.batch').where('key', '=', key).execute();
}

/** Counts on by one: what was worked out from the figures before is no longer true. */
export async function raiseFiguresVersion(ctx: Ctx): Promise<void> {
  await sql`
    insert into indicators.figures_version (partnership_id, number) values (${ctx.partnershipId}, 1)
    on conflict (partnership_id) do update set number = figures_version.number + 1`.execute(ctx.db);
}

/** The number that everything worked out from the figures is kept under; 0 before the first figure. */
export async function figuresVersion(ctx: Ctx): Promise<number> {
  const row = await indicators(ctx)
    .selectFrom('indicators.figures_version')
    .select('number')
    .where('partnership_id', '=', ctx.partnershipId)
    .executeTakeFirst();
  return row?.number ?? 0;
}

function ownBatches(ctx: Ctx) {
  return indicators(ctx)
    .selectFrom('indicators.batch')
    .selectAll()
    .where('partnership_id', '=', ctx.partnershipId);
}

const companionRows = z.array(z.object({ role: z.enum(['meta', 'dictionary']), fileName: z.string() }));

type Row = {
  key: number;
  id: string;
  format: string;
  file_name: string;
  file_sha256: string;
  file_bytes: number;
  kept_in: string | null;
  companions: unknown;
  reading: unknown;
  state: string;
  rows_read: number;
  summary: unknown;
  failure: string | null;
  started_at: Date;
  touched_at: Date;
  finished_at: Date | null;
  made_by_name: string;
};

function batchOf(row: Row): Batch {
  const companions: readonly Companion[] = companionRows.parse(row.companions);
  return {
    key: row.key,
    id: storedId<'import'>(row.id),
    format: formatOf(row.format),
    fileName: row.file_name,
    sha256: row.file_sha256,
    bytes: row.file_bytes,
    keptIn: row.kept_in ?? undefined,
    companions,
    reading: row.reading === null ? undefined : fileReading.parse(row.reading),
    state: stateOf(row.state),
    rowsRead: row.rows_read,
    summary: importSummary.parse(row.summary),
    failure: row.failure ?? undefined,
    startedAt: row.started_at,
    touchedAt: row.touched_at,
    finishedAt: row.finished_at ?? undefined,
    madeByName: row.made_by_name,
  };
}

function formatOf(text: string): Format | 'unknown' {
  return isFormat(text) ? text : 'unknown';
}

function isFormat(text: string): text is Format {
  return Object.hasOwn(formatNames, text);
}

function stateOf(text: string): BatchState {
  const state = batchStates.find((known) => known === text);
  if (!state) throw new RangeError(`no import is ${text}`);
  return state;
}

function indicators(ctx: Ctx) {
  return ctx.db.withTables<IndicatorsTables>();
}
