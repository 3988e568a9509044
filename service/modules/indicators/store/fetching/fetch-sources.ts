import { z } from 'zod';
import type { Ctx } from '#platform/db/database.ts';
import { jsonb } from '#platform/db/jsonb.ts';
import { storedId, type Id } from '#platform/kernel/id.ts';
import {
  comesInWays,
  fetchKinds,
  fetchOutcomes,
  fetchRhythms,
  silentSince,
  type Asked,
  type FetchOutcome,
  type FetchSource,
  type Remembered,
} from '../../domain/fetching/fetch-source.ts';
import type { IndicatorsTables } from '../tables.generated.ts';

/** Everything that is set to be fetched, by its title. */
export async function fetchSources(ctx: Ctx): Promise<FetchSource[]> {
  const rows = await own(ctx).orderBy('title').orderBy('id').execute();
  return rows.map(sourceOf);
}

export async function fetchSourceById(ctx: Ctx, id: Id<'fetch-source'>): Promise<FetchSource | undefined> {
  const row = await own(ctx).where('id', '=', id).executeTakeFirst();
  return row ? sourceOf(row) : undefined;
}

/** What is set to be fetched of the same thing, if anything is. */
export async function fetchSourceOf(ctx: Ctx, asked: Asked): Promise<FetchSource | undefined> {
  const row = await own(ctx)
    .where('kind', '=', asked.kind)
    .where('identifier', '=', asked.identifier)
    .where('area_type', '=', asked.areaType)
    .executeTakeFirst();
  return row ? sourceOf(row) : undefined;
}

export type NewFetchSource = Pick<FetchSource, 'id' | 'title' | 'rhythm' | 'comesIn' | 'isPaused'> & Asked;

/** Sets something to be fetched; answers false where it is set already. */
export async function addFetchSource(ctx: Ctx, source: NewFetchSource): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await indicators(ctx)
    .insertInto('indicators.fetch_source')
    .values({
      id: source.id,
      partnership_id: ctx.partnershipId,
      kind: source.kind,
      identifier: source.identifier,
      area_type: source.areaType,
      title: source.title,
      kept_as: source.keptAs ?? null,
      rhythm: source.rhythm,
      comes_in: source.comesIn,
      is_paused: source.isPaused,
      changed_at: ctx.now,
      changed_by_name: nameOf(ctx),
    })
    .onConflict((conflict) =>
      conflict.columns(['partnership_id', 'kind', 'identifier', 'area_type']).doNothing(),
    )
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

/** What a person may change of it. */
export async function changeFetchSource(
  ctx: Ctx,
  id: Id<'fetch-source'>,
  change: { isPaused?: boolean; askedAt?: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await rowOf(ctx, id)
    .set({
      changed_at: ctx.now,
      changed_by_name: nameOf(ctx),
      ...(change.isPaused === undefined ? {} : { is_paused: change.isPaused }),
      ...(change.askedAt === undefined ? {} : { asked_at: change.askedAt }),
    })
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

export async function removeFetchSource(ctx: Ctx, id: Id<'fetch-source'>): Promise<boolean> {
  const { numDeletedRows } = await indicators(ctx)
    .deleteFrom('indicators.fetch_source')
    .where('partnership_id', '=', ctx.partnershipId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return numDeletedRows === 1n;
}

/** Takes it in hand, unless somebody is at it; who was at it and died is overtaken. */
export async function takeFetchSource(ctx: Ctx, id: Id<'fetch-source'>): Promise<boolean> {
  const { numUpdatedRows } = await rowOf(ctx, id)
    .set({ working_at: ctx.now, progress: null })
    .where((where) =>
      where.or([where('working_at', 'is', null), where('working_at', '<', silentSince(ctx.now))]),
    )
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

/** Says how far the work has come, so that whoever looks sees that it lives. */
export async function tellFetchSource(ctx: Ctx, id: Id<'fetch-source'>, progress: string): Promise<void> {
  await rowOf(ctx, id).set({ working_at: ctx.now, progress }).where('working_at', 'is not', null).execute();
}

export type Ended = {
  outcome: FetchOutcome;
  words: string;
  importIds: readonly Id<'import'>[];
  remembered: Remembered;
};

/** Writes down what came of a try, and lets go of it. */
export async function endFetchSource(ctx: Ctx, id: Id<'fetch-source'>, ended: Ended): Promise<void> {
  await rowOf(ctx, id)
    .set({
      working_at: null,
      progress: null,
      tried_at: ctx.now,
      ...(ended.outcome === 'failed' ? {} : { answered_at: ctx.now }),
      outcome: ended.outcome,
      outcome_words: ended.words,
      import_ids: jsonb(ended.importIds),
      remembered: jsonb(ended.remembered),
    })
    .execute();
}

const importIds = z.array(z.string());
const remembered = z.record(
  z.string(),
  z.object({
    etag: z.string().optional(),
    lastModified: z.string().optional(),
    version: z.string().optional(),
    refused: z.object({ sha256: z.string(), words: z.string() }).optional(),
  }),
);

type Row = {
  id: string;
  kind: string;
  identifier: string;
  area_type: string;
  title: string;
  kept_as: string | null;
  rhythm: string;
  comes_in: string;
  is_paused: boolean;
  asked_at: Date | null;
  working_at: Date | null;
  progress: string | null;
  tried_at: Date | null;
  answered_at: Date | null;
  outcome: string | null;
  outcome_words: string | null;
  import_ids: unknown;
  remembered: unknown;
  changed_by_name: string;
};

function sourceOf(row: Row): FetchSource {
  return {
    id: storedId(row.id),
    kind: z.enum(fetchKinds).parse(row.kind),
    identifier: row.identifier,
    areaType: row.area_type,
    title: row.title,
    keptAs: row.kept_as ?? undefined,
    rhythm: z.enum(fetchRhythms).parse(row.rhythm),
    comesIn: z.enum(comesInWays).parse(row.comes_in),
    isPaused: row.is_paused,
    askedAt: row.asked_at ?? undefined,
    workingAt: row.working_at ?? undefined,
    progress: row.progress ?? undefined,
    triedAt: row.tried_at ?? undefined,
    answeredAt: row.answered_at ?? undefined,
    outcome: row.outcome === null ? undefined : z.enum(fetchOutcomes).parse(row.outcome),
    outcomeWords: row.outcome_words ?? undefined,
    importIds: importIds.parse(row.import_ids).map((id) => storedId<'import'>(id)),
    remembered: remembered.parse(row.remembered),
    changedByName: row.changed_by_name,
  };
}

function own(ctx: Ctx) {
  return indicators(ctx)
    .selectFrom('indicators.fetch_source')
    .selectAll()
    .where('partnership_id', '=', ctx.partnershipId);
}

function rowOf(ctx: Ctx, id: Id<'fetch-source'>) {
  return indicators(ctx)
    .updateTable('indicators.fetch_source')
    .where('partnership_id', '=', ctx.partnershipId)
    .where('id', '=', id);
}

function nameOf({ actor }: Ctx): string {
  return actor.kind === 'person' ? actor.name : 'the service itself';
}

function indicators(ctx: Ctx) {
  return ctx.db.withTables<IndicatorsTables>();
}
