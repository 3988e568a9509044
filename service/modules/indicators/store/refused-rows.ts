import { sql } from 'kysely';
import type { Ctx } from '#platform/db/database.ts';
import type { RefusedPart, RefusedRow } from '../domain/observation.ts';
import type { IndicatorsTables } from './tables.generated.ts';

/** Keeps the refused rows of a batch in place of those kept before. */
export async function keepRefusedRows(
  ctx: Ctx,
  batchKey: number,
  rows: readonly RefusedRow[],
): Promise<void> {
  const tables = ctx.db.withTables<IndicatorsTables>();
  await tables.deleteFrom('indicators.refused_row').where('batch_key', '=', batchKey).execute();
  const column = (cell: (row: RefusedRow) => string | number | null) => rows.map(cell);
  await sql`
    insert into indicators.refused_row (partnership_id, batch_key, about, line, column_name, cell, reason, words, mend)
    select ${ctx.partnershipId}::uuid, ${batchKey}::integer, *
    from unnest(
      ${column(({ about }) => about)}::text[], ${column(({ line }) => line)}::integer[],
      ${column((row) => row.column ?? null)}::text[], ${column(({ text }) => text.replaceAll('\0', '␀'))}::text[],
      ${column(({ reason }) => reason)}::text[], ${column(({ words }) => words.replaceAll('\0', '␀'))}::text[],
      ${column(({ mend }) => mend)}::text[]
    )`.execute(ctx.db);
}

/** The refused rows that are kept of a batch, in the order of the file. */
export async function refusedRows(ctx: Ctx, batchKey: number, most = 1000): Promise<RefusedRow[]> {
  const rows = await ctx.db
    .withTables<IndicatorsTables>()
    .selectFrom('indicators.refused_row')
    .selectAll()
    .where('batch_key', '=', batchKey)
    .orderBy('key')
    .limit(most)
    .execute();
  return rows.map((row) => ({
    about: partOf(row.about),
    line: row.line,
    ...(row.column_name === null ? {} : { column: row.column_name }),
    text: row.cell,
    reason: row.reason,
    words: row.words,
    mend: row.mend,
  }));
}

function partOf(text: string): RefusedPart {
  return text === 'file' || text === 'cell' ? text : 'row';
}
