import type { Selectable } from 'kysely';
import { z } from 'zod';
import type { Ctx } from '#platform/db/database.ts';
import { storedId, type Id } from '#platform/kernel/id.ts';
import { confidences, entryGroups, entryKinds, type KeptEntry } from '../../domain/record/entry.ts';
import { changedNow, tables } from '../families-tables.ts';
import type { FamiliesTables } from '../tables.generated.ts';
import { contestsOf } from './contests.ts';
import { viewersOf } from './viewers.ts';

const groupOf = z.enum(entryGroups);
const kindOf = z.enum(entryKinds);
const confidenceOf = z.enum(confidences);
const seenByOf = z.enum(['around', 'named']);

type Row = Selectable<FamiliesTables['families.entry']>;

/** What is written of a child, each with what is said against it and who may read it, the latest said first. */
export async function entriesOf(ctx: Ctx, childId: Id<'child'>): Promise<KeptEntry[]> {
  const rows = await ours(ctx)
    .where('child_id', '=', childId)
    .orderBy('said_on', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return await withAround(ctx, rows);
}

/** One entry, held against every other writer until the transaction ends. */
export async function lockEntry(
  ctx: Ctx,
  { childId, entryId }: { childId: Id<'child'>; entryId: Id<'entry'> },
): Promise<KeptEntry | undefined> {
  const rows = await ours(ctx)
    .where('child_id', '=', childId)
    .where('id', '=', entryId)
    .forUpdate()
    .execute();
  return (await withAround(ctx, rows))[0];
}

/** One entry; undefined where there is none that whoever acts may see. */
export async function entryById(
  ctx: Ctx,
  { childId, entryId }: { childId: Id<'child'>; entryId: Id<'entry'> },
): Promise<KeptEntry | undefined> {
  const rows = await ours(ctx).where('child_id', '=', childId).where('id', '=', entryId).execute();
  return (await withAround(ctx, rows))[0];
}

/** Adds an entry, without viewers. */
export async function addEntryRow(ctx: Ctx, entry: KeptEntry): Promise<void> {
  await tables(ctx)
    .insertInto('families.entry')
    .values({
      id: entry.id,
      partnership_id: ctx.partnershipId,
      child_id: entry.childId,
      author_person_id: entry.authorPersonId ?? null,
      author_name: entry.authorName,
      written_at: ctx.now,
      ...rowOf(entry),
      ...changedNow(ctx),
    })
    .execute();
}

/** Writes an entry over the one of its id. Who wrote it first does not change. */
export async function keepEntryRow(ctx: Ctx, entry: KeptEntry): Promise<void> {
  await tables(ctx)
    .updateTable('families.entry')
    .set({ ...rowOf(entry), ...changedNow(ctx) })
    .where('id', '=', entry.id)
    .execute();
}

function ours(ctx: Ctx) {
  return tables(ctx).selectFrom('families.entry').selectAll().where('partnership_id', '=', ctx.partnershipId);
}

function rowOf(entry: KeptEntry) {
  return {
    field_group: entry.fieldGroup,
    kind: entry.kind,
    body: entry.body,
    whose_words: entry.whoseWords,
    source: entry.source,
    said_on: entry.saidOn,
    about_person_id: entry.aboutPersonId ?? null,
    confidence: entry.confidence,
    would_help: entry.wouldHelp,
    review_on: entry.reviewOn,
    seen_by: entry.seenBy,
    version: entry.version,
  };
}

async function withAround(ctx: Ctx, rows: readonly Row[]): Promise<KeptEntry[]> {
  const ids = rows.map(({ id }) => id);
  const viewers = await viewersOf(ctx, ids);
  const contests = await contestsOf(ctx, ids);
  return rows.map((row) => ({
    ...entryOf(row),
    viewers: viewers.get(row.id) ?? [],
    contests: contests.filter(({ entryId }) => entryId === row.id),
  }));
}

function entryOf(row: Row): Omit<KeptEntry, 'viewers' | 'contests'> {
  return {
    id: storedId(row.id),
    childId: storedId(row.child_id),
    fieldGroup: groupOf.parse(row.field_group),
    kind: kindOf.parse(row.kind),
    body: row.body,
    whoseWords: row.whose_words,
    source: row.source,
    saidOn: row.said_on,
    authorPersonId: row.author_person_id === null ? undefined : storedId(row.author_person_id),
    authorName: row.author_name,
    aboutPersonId: row.about_person_id === null ? undefined : storedId(row.about_person_id),
    confidence: confidenceOf.parse(row.confidence),
    wouldHelp: row.would_help,
    reviewOn: row.review_on,
    seenBy: seenByOf.parse(row.seen_by),
    version: row.version,
  };
}
