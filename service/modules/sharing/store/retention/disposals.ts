import { sql, type Selectable } from 'kysely';
import { z } from 'zod';
import type { Ctx } from '#platform/db/database.ts';
import { storedId } from '#platform/kernel/id.ts';
import type { Approval, Certificate, Disposal, DisposalItem } from '../../domain/retention/disposal.ts';
import { tables } from '../sharing-tables.ts';
import type { SharingTables } from '../tables.generated.ts';

const stateOf = z.enum(['waiting', 'done', 'turned-back']);

/** Lists, those that wait first, then the newest. */
export async function disposals(ctx: Ctx): Promise<Disposal[]> {
  return withParts(
    ctx,
    await ours(ctx)
      .orderBy(sql`state <> 'waiting'`)
      .orderBy('number', 'desc')
      .execute(),
  );
}

export async function disposalById(ctx: Ctx, id: string): Promise<Disposal | undefined> {
  return (await withParts(ctx, await ours(ctx).where('id', '=', id).execute()))[0];
}

/** One, held against every other writer until the transaction ends. */
export async function lockDisposal(ctx: Ctx, id: string): Promise<Disposal | undefined> {
  return (await withParts(ctx, await ours(ctx).where('id', '=', id).forUpdate().execute()))[0];
}

/** Classes of which a list waits. */
export async function waitingClasses(ctx: Ctx): Promise<Set<string>> {
  const rows = await ours(ctx).where('state', '=', 'waiting').execute();
  return new Set(rows.map((row) => row.class));
}

export async function addDisposal(ctx: Ctx, disposal: Omit<Disposal, 'number'>): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`sharing.disposal ${ctx.partnershipId}`}, 0))`.execute(
    ctx.db,
  );
  const last = await tables(ctx)
    .selectFrom('sharing.disposal')
    .select(({ fn }) => fn.max('number').as('highest'))
    .where('partnership_id', '=', ctx.partnershipId)
    .executeTakeFirst();
  await tables(ctx)
    .insertInto('sharing.disposal')
    .values({
      id: disposal.id,
      partnership_id: ctx.partnershipId,
      number: (last?.highest ?? 0) + 1,
      class: disposal.class,
      class_title: disposal.classTitle,
      of_children: disposal.ofChildren,
      rule_id: disposal.ruleId,
      rule_words: disposal.ruleWords,
      authority: disposal.authority,
      made_on: disposal.madeOn,
      state: disposal.state,
      version: disposal.version,
    })
    .execute();
  await addItems(ctx, disposal.id, disposal.items);
}

async function addItems(ctx: Ctx, id: string, items: readonly DisposalItem[]): Promise<void> {
  const size = 500;
  for (let at = 0; at < items.length; at += size)
    await tables(ctx)
      .insertInto('sharing.disposal_item')
      .values(
        items.slice(at, at + size).map((item) => ({
          partnership_id: ctx.partnershipId,
          disposal_id: id,
          record_id: item.recordId,
          subject_kind: item.subject.kind,
          subject_id: item.subject.id,
          title: item.title,
          triggered_on: item.triggeredOn,
          due_on: item.dueOn,
          kept_because: null,
        })),
      )
      .execute();
}

export async function strikeItem(
  ctx: Ctx,
  { id, recordId }: { id: string; recordId: string },
  kept: { because: string; byName: string },
): Promise<boolean> {
  const { numUpdatedRows } = await tables(ctx)
    .updateTable('sharing.disposal_item')
    .set({ kept_because: kept.because, kept_by_name: kept.byName })
    .where('disposal_id', '=', id)
    .where('record_id', '=', recordId)
    .where('kept_because', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function addApproval(ctx: Ctx, id: string, approval: Omit<Approval, 'at'>): Promise<void> {
  await tables(ctx)
    .deleteFrom('sharing.disposal_approval')
    .where('disposal_id', '=', id)
    .where('person_id', '=', approval.personId)
    .execute();
  await tables(ctx)
    .insertInto('sharing.disposal_approval')
    .values({
      partnership_id: ctx.partnershipId,
      disposal_id: id,
      person_id: approval.personId,
      person_name: approval.name,
      approved_at: ctx.now,
      of_version: approval.ofVersion,
    })
    .execute();
}

export async function setVersion(ctx: Ctx, id: string, version: number): Promise<void> {
  await tables(ctx).updateTable('sharing.disposal').set({ version }).where('id', '=', id).execute();
}

/** It was turned back: what stood on it is forgotten, and stands on the next list unless a hold keeps it. */
export async function keepTurnedBack(
  ctx: Ctx,
  id: string,
  { why, byName }: { why: string; byName: string },
): Promise<void> {
  await tables(ctx)
    .updateTable('sharing.disposal')
    .set({ state: 'turned-back', turned_back_why: why, turned_back_by_name: byName })
    .where('id', '=', id)
    .execute();
  await forgetItems(ctx, id);
}

/** It was carried out: the list itself holds titles, so it goes with what it named; the certificate stays. */
export async function keepDone(
  ctx: Ctx,
  id: string,
  done: Certificate & { paths: readonly string[] },
): Promise<void> {
  await tables(ctx)
    .updateTable('sharing.disposal')
    .set({
      state: 'done',
      done_at: done.doneAt,
      records: done.records,
      rows_deleted: done.rows,
      files_deleted: done.files,
      digest: done.digest,
    })
    .where('id', '=', id)
    .execute();
  await forgetItems(ctx, id);
  for (const path of done.paths)
    await tables(ctx)
      .insertInto('sharing.file_to_delete')
      .values({ id: ctx.newId(), partnership_id: ctx.partnershipId, disposal_id: id, path })
      .execute();
}

async function forgetItems(ctx: Ctx, id: string): Promise<void> {
  await tables(ctx).deleteFrom('sharing.disposal_item').where('disposal_id', '=', id).execute();
}

/** Files whose records are gone and that still lie there. */
export async function filesToDelete(ctx: Ctx): Promise<{ id: string; path: string }[]> {
  return tables(ctx)
    .selectFrom('sharing.file_to_delete')
    .select(['id', 'path'])
    .where('partnership_id', '=', ctx.partnershipId)
    .orderBy('id')
    .execute();
}

export async function fileDeleted(ctx: Ctx, id: string): Promise<void> {
  await tables(ctx).deleteFrom('sharing.file_to_delete').where('id', '=', id).execute();
}

function ours(ctx: Ctx) {
  return tables(ctx)
    .selectFrom('sharing.disposal')
    .selectAll()
    .where('partnership_id', '=', ctx.partnershipId);
}

async function withParts(
  ctx: Ctx,
  rows: readonly Selectable<SharingTables['sharing.disposal']>[],
): Promise<Disposal[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const items = await tables(ctx)
    .selectFrom('sharing.disposal_item')
    .selectAll()
    .where('disposal_id', 'in', ids)
    .orderBy('due_on')
    .orderBy('record_id')
    .execute();
  const approvals = await tables(ctx)
    .selectFrom('sharing.disposal_approval')
    .selectAll()
    .where('disposal_id', 'in', ids)
    .orderBy('approved_at')
    .execute();
  return rows.map((row) => ({
    ...disposalOf(row),
    items: items.filter(({ disposal_id }) => disposal_id === row.id).map(itemOf),
    approvals: approvals
      .filter(({ disposal_id }) => disposal_id === row.id)
      .map((one) => ({
        personId: one.person_id,
        name: one.person_name,
        at: one.approved_at,
        ofVersion: one.of_version,
      })),
  }));
}

function disposalOf(
  row: Selectable<SharingTables['sharing.disposal']>,
): Omit<Disposal, 'items' | 'approvals'> {
  return {
    id: storedId(row.id),
    number: row.number,
    class: row.class,
    classTitle: row.class_title,
    ofChildren: row.of_children,
    ruleId: row.rule_id,
    ruleWords: row.rule_words,
    authority: row.authority,
    madeOn: row.made_on,
    state: stateOf.parse(row.state),
    turnedBack:
      row.state === 'turned-back' ? { why: row.turned_back_why, byName: row.turned_back_by_name } : undefined,
    certificate: row.done_at
      ? {
          doneAt: row.done_at,
          records: row.records,
          rows: row.rows_deleted,
          files: row.files_deleted,
          digest: row.digest ?? '',
        }
      : undefined,
    version: row.version,
  };
}

function itemOf(row: Selectable<SharingTables['sharing.disposal_item']>): DisposalItem {
  return {
    recordId: row.record_id,
    subject: { kind: row.subject_kind, id: row.subject_id },
    title: row.title,
    triggeredOn: row.triggered_on,
    dueOn: row.due_on,
    kept: row.kept_because === null ? undefined : { because: row.kept_because, byName: row.kept_by_name },
  };
}
