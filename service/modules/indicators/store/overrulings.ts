import { z } from 'zod';
import type { Ctx } from '#platform/db/database.ts';
import { dayInEngland } from '#platform/kernel/day.ts';
import { storedId, type Id } from '#platform/kernel/id.ts';
import { overrulable, sayable, type Overruling } from '../domain/report/overruling.ts';
import type { IndicatorsTables } from './tables.generated.ts';

/** An overruling with the person who made it, whose own it is to change. */
export type StoredOverruling = Overruling & { madeBy: string | undefined };

/** Everything that was said of the verdicts of some measures in an area and not taken back, in the order of saying. */
export async function overrulingsOf(
  ctx: Ctx,
  asked: { measures: readonly string[]; areaCodes: readonly string[] },
): Promise<StoredOverruling[]> {
  if (asked.measures.length === 0) return [];
  const rows = await standing(ctx)
    .where('area_code', 'in', asked.areaCodes)
    .where('measure', 'in', asked.measures)
    .orderBy('made_at')
    .orderBy('id')
    .execute();
  return rows.map(overrulingOf);
}

/** One that was not taken back, held against every other writer until the transaction ends. */
export async function lockOverruling(ctx: Ctx, id: Id<'overruling'>): Promise<StoredOverruling | undefined> {
  const row = await standing(ctx).where('id', '=', id).forUpdate().executeTakeFirst();
  return row && overrulingOf(row);
}

export async function addOverruling(ctx: Ctx, given: Omit<Overruling, 'on'>): Promise<void> {
  const { figure, by } = given;
  await indicators(ctx)
    .insertInto('indicators.overruling')
    .values({
      id: given.id,
      partnership_id: ctx.partnershipId,
      measure: given.measure,
      area_code: given.areaCode,
      about: given.about,
      start_on: figure.start,
      end_on: figure.end,
      period_kind: figure.kind,
      period_words: figure.period,
      amount: figure.value,
      worked_out: given.workedOut,
      said: given.said,
      reason: given.reason,
      made_at: ctx.now,
      made_by: ctx.actor.kind === 'person' ? ctx.actor.personId : null,
      made_by_name: by.name,
      made_by_job: by.job,
    })
    .execute();
}

/** Takes some back: they stay written down, and are shown no more. */
export async function takeOverrulingsBack(
  ctx: Ctx,
  ids: readonly Id<'overruling'>[],
  by: string,
): Promise<void> {
  if (ids.length === 0) return;
  await indicators(ctx)
    .updateTable('indicators.overruling')
    .set({ taken_back_at: ctx.now, taken_back_by_name: by })
    .where('id', 'in', ids)
    .execute();
}

function standing(ctx: Ctx) {
  return indicators(ctx)
    .selectFrom('indicators.overruling')
    .selectAll()
    .where('partnership_id', '=', ctx.partnershipId)
    .where('taken_back_at', 'is', null);
}

function indicators(ctx: Ctx) {
  return ctx.db.withTables<IndicatorsTables>();
}

const kept = z.object({
  about: z.enum(overrulable),
  worked_out: z.enum(sayable),
  said: z.enum(sayable),
});

function overrulingOf(row: IndicatorsTables['indicators.overruling']): StoredOverruling {
  const { about, worked_out: workedOut, said } = kept.parse(row);
  return {
    id: storedId(row.id),
    measure: row.measure,
    areaCode: row.area_code,
    about,
    figure: {
      start: row.start_on,
      end: row.end_on,
      kind: row.period_kind,
      period: row.period_words,
      value: row.amount,
    },
    workedOut,
    said,
    reason: row.reason,
    by: { name: row.made_by_name, job: row.made_by_job },
    on: dayInEngland(row.made_at),
    madeBy: row.made_by ?? undefined,
  };
}
