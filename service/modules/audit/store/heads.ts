import type { Ctx } from '#platform/db/database.ts';
import type { Id } from '#platform/kernel/id.ts';
import type { HeadsFile } from '../domain/heads-file.ts';
import type { AuditTables } from './tables.generated.ts';

type NewHeads = Omit<HeadsFile, 'id' | 'signedAt' | 'exportedAt'> & { content: string };

/** Keeps a file of signed heads, which is not exported yet. */
export async function keepHeads(ctx: Ctx, heads: NewHeads): Promise<Id<'signed-heads'>> {
  const id = ctx.newId<'signed-heads'>();
  const { fileName: file_name, content, chains, entries, print } = heads;
  await audit(ctx)
    .insertInto('audit.head_file')
    .values({
      id,
      partnership_id: ctx.partnershipId,
      signed_at: ctx.now,
      file_name,
      content,
      chains,
      entries,
      print,
      exported_at: null,
    })
    .execute();
  return id;
}

/** Notes that a file of heads lies where it is kept. */
export async function headsExported(ctx: Ctx, id: Id<'signed-heads'>): Promise<void> {
  await audit(ctx)
    .updateTable('audit.head_file')
    .set({ exported_at: ctx.now })
    .where('id', '=', id)
    .execute();
}

/** The files of heads, the latest first. */
export async function latestHeads(ctx: Ctx, limit: number): Promise<HeadsFile[]> {
  const rows = await ofPartnership(ctx)
    .select(['id', 'signed_at', 'file_name', 'chains', 'entries', 'print', 'exported_at'])
    .orderBy('signed_at', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    signedAt: row.signed_at,
    fileName: row.file_name,
    chains: row.chains,
    entries: row.entries,
    print: row.print,
    exportedAt: row.exported_at ?? undefined,
  }));
}

/** One file of heads as it was signed. */
export async function headsContent(
  ctx: Ctx,
  id: string,
): Promise<{ fileName: string; content: string } | undefined> {
  const row = await ofPartnership(ctx)
    .select(['file_name', 'content'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row && { fileName: row.file_name, content: row.content };
}

/** Every file of heads that was signed, the oldest first. */
export async function allHeads(
  ctx: Ctx,
): Promise<{ fileName: string; content: string; isExported: boolean }[]> {
  const rows = await ofPartnership(ctx)
    .select(['file_name', 'content', 'exported_at'])
    .orderBy('signed_at')
    .execute();
  return rows.map((row) => ({
    fileName: row.file_name,
    content: row.content,
    isExported: row.exported_at !== null,
  }));
}

/** When heads last came to where they are kept; undefined where they never have. */
export async function lastExport(ctx: Ctx): Promise<Date | undefined> {
  const row = await ofPartnership(ctx)
    .select((of) => of.fn.max('exported_at').as('at'))
    .executeTakeFirst();
  return row?.at ?? undefined;
}

function ofPartnership(ctx: Ctx) {
  return audit(ctx).selectFrom('audit.head_file').where('partnership_id', '=', ctx.partnershipId);
}

function audit(ctx: Ctx) {
  return ctx.db.withTables<AuditTables>();
}
