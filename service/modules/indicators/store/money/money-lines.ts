import { z } from 'zod';
import type { Ctx } from '#platform/db/database.ts';
import { storedId, type Id } from '#platform/kernel/id.ts';
import { audiences } from '../../domain/audience.ts';
import {
  helps,
  lastings,
  lineKinds,
  lineStates,
  type LineWords,
  type MoneyLine,
} from '../../domain/money/money-line.ts';
import { nameOf } from '../own/own-measures.ts';
import type { IndicatorsTables } from '../tables.generated.ts';

type Row = IndicatorsTables['indicators.money_line'];

/** Every line of the partnership, the newest year first. */
export async function moneyLines(ctx: Ctx): Promise<readonly MoneyLine[]> {
  const rows = await ours(ctx)
    .orderBy('year', 'desc')
    .orderBy('partner')
    .orderBy('what')
    .orderBy('area_code')
    .orderBy('id')
    .execute();
  return rows.map(lineOf);
}

/** One line; `lock` holds it against every other writer until the transaction ends. */
export async function moneyLine(
  ctx: Ctx,
  id: Id<'money-line'>,
  reading: 'only-read' | 'lock',
): Promise<MoneyLine | undefined> {
  const query = ours(ctx).where('id', '=', id);
  const row = await (reading === 'lock' ? query.forUpdate() : query).executeTakeFirst();
  return row && lineOf(row);
}

/** Whether there is any line that an audience may see. */
export async function hasMoneyLines(ctx: Ctx, forAudiences: readonly string[]): Promise<boolean> {
  const row = await indicators(ctx)
    .selectFrom('indicators.money_line')
    .select('id')
    .where('partnership_id', '=', ctx.partnershipId)
    .where('audience', 'in', forAudiences)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Adds lines; answers how many of them were new: one that says what another says already is left out. */
export async function addMoneyLines(
  ctx: Ctx,
  lines: readonly { id: Id<'money-line'>; words: LineWords }[],
): Promise<number> {
  let added = 0;
  // few enough at a time for the parameters that a statement takes
  for (let from = 0; from < lines.length; from += 500) {
    const found = await indicators(ctx)
      .insertInto('indicators.money_line')
      .values(
        lines.slice(from, from + 500).map(({ id, words }) => ({
          id,
          partnership_id: ctx.partnershipId,
          ...rowOf(words),
          version: 1,
          changed_at: ctx.now,
          changed_by_name: nameOf(ctx),
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    added += Number(found.numInsertedOrUpdatedRows ?? 0n);
  }
  return added;
}

/** Puts new words in place of a line's; the caller holds it. */
export async function changeMoneyLine(
  ctx: Ctx,
  given: { id: Id<'money-line'>; version: number; words: LineWords },
): Promise<void> {
  await indicators(ctx)
    .updateTable('indicators.money_line')
    .set({
      ...rowOf(given.words),
      version: given.version,
      changed_at: ctx.now,
      changed_by_name: nameOf(ctx),
    })
    .where('partnership_id', '=', ctx.partnershipId)
    .where('id', '=', given.id)
    .execute();
}

/** Takes a line away; answers whether it was there. */
export async function removeMoneyLine(ctx: Ctx, id: Id<'money-line'>): Promise<boolean> {
  const removed = await indicators(ctx)
    .deleteFrom('indicators.money_line')
    .where('partnership_id', '=', ctx.partnershipId)
    .where('id', '=', id)
    .executeTakeFirst();
  return removed.numDeletedRows > 0n;
}

function ours(ctx: Ctx) {
  return indicators(ctx)
    .selectFrom('indicators.money_line')
    .selectAll()
    .where('partnership_id', '=', ctx.partnershipId);
}

const shape = z.object({
  help: z.enum(helps),
  kind: z.enum(lineKinds),
  lasting: z.enum(lastings),
  state: z.enum(lineStates),
  audience: z.enum(audiences),
});

function lineOf(row: Row): MoneyLine {
  const { what, partner, year, amount, people, source, note, version } = row;
  return {
    id: storedId(row.id),
    what,
    partner,
    areaCode: row.area_code,
    helpSource: row.help_source,
    planLink: row.plan_link,
    year,
    amount,
    people,
    source,
    note,
    version,
    changedAt: row.changed_at,
    changedByName: row.changed_by_name,
    ...shape.parse(row),
  };
}

function rowOf(words: LineWords) {
  const { areaCode, helpSource, planLink, ...rest } = words;
  return { ...rest, area_code: areaCode, help_source: helpSource, plan_link: planLink };
}

function indicators(ctx: Ctx) {
  return ctx.db.withTables<IndicatorsTables>();
}
