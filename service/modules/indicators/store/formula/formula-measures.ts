import { sql } from 'kysely';
import { z } from 'zod';
import type { Ctx } from '#platform/db/database.ts';
import { jsonb } from '#platform/db/jsonb.ts';
import { keptParts, type FormulaMeasure, type Part } from '../../domain/formula/formula-measure.ts';
import { measurePolarities } from '../../domain/measure-facts.ts';
import { nameOf } from '../own/own-measures.ts';
import type { IndicatorsTables } from '../tables.generated.ts';

/** A formula as it is kept, with where its figures stand. */
export type StoredFormula = FormulaMeasure & {
  readonly batchKeys: readonly number[];
  readonly workedOutAt: Date | undefined;
  readonly changedAt: Date;
  readonly byName: string;
};

/** One definition that stood. */
export type FormulaVersion = {
  readonly version: number;
  readonly title: string;
  readonly parts: readonly Part[];
  readonly formula: string;
  readonly reason: string;
  readonly madeAt: Date;
  readonly byName: string;
};

const polarity = z.enum(measurePolarities);

/** Every measure that is worked out by a formula, by title. */
export async function formulaMeasures(ctx: Ctx): Promise<StoredFormula[]> {
  const rows = await ours(ctx).orderBy('title').execute();
  return rows.map(formulaOf);
}

export async function formulaMeasure(ctx: Ctx, code: string): Promise<StoredFormula | undefined> {
  const row = await ours(ctx).where('code', '=', code).executeTakeFirst();
  return row && formulaOf(row);
}

/** One, held against every other writer until the transaction ends. */
export async function lockFormula(ctx: Ctx, code: string): Promise<StoredFormula | undefined> {
  const row = await ours(ctx).where('code', '=', code).forUpdate().executeTakeFirst();
  return row && formulaOf(row);
}

/** Keeps a definition in place of the one before, and beside every earlier one. */
export async function keepFormula(ctx: Ctx, measure: FormulaMeasure): Promise<void> {
  const { code, title, parts, formula, version, reason, decimals } = measure;
  const row = { title, parts: jsonb(parts), formula, polarity: measure.polarity, decimals, version, reason };
  const by = { changed_at: ctx.now, changed_by_name: nameOf(ctx) };
  await indicators(ctx)
    .insertInto('indicators.formula_measure')
    .values({ partnership_id: ctx.partnershipId, code, ...row, ...by })
    .onConflict((conflict) => conflict.columns(['partnership_id', 'code']).doUpdateSet({ ...row, ...by }))
    .execute();
  await indicators(ctx)
    .insertInto('indicators.formula_version')
    .values({
      partnership_id: ctx.partnershipId,
      ...{ code, version, title, formula, reason },
      parts: jsonb(parts),
      made_at: ctx.now,
      made_by_name: nameOf(ctx),
    })
    .execute();
}

/** Every definition that stood, newest first. */
export async function formulaVersions(ctx: Ctx, code: string): Promise<FormulaVersion[]> {
  const rows = await indicators(ctx)
    .selectFrom('indicators.formula_version')
    .selectAll()
    .where('partnership_id', '=', ctx.partnershipId)
    .where('code', '=', code)
    .orderBy('version', 'desc')
    .execute();
  return rows.map((row) => ({
    version: row.version,
    title: row.title,
    parts: keptParts.parse(row.parts),
    formula: row.formula,
    reason: row.reason,
    madeAt: row.made_at,
    byName: row.made_by_name,
  }));
}

/** Says where the figures of a formula stand now. */
export async function keepWorkedOut(ctx: Ctx, code: string, batchKeys: readonly number[]): Promise<void> {
  await indicators(ctx)
    .updateTable('indicators.formula_measure')
    .set({ batch_keys: [...batchKeys], worked_out_at: ctx.now })
    .where('partnership_id', '=', ctx.partnershipId)
    .where('code', '=', code)
    .execute();
}

/** The groups of people for which some measures have figures, by measure. */
export async function groupsOfMeasures(
  ctx: Ctx,
  measures: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await sql<{ measure: string; breakdown: string }>`
    select distinct measure, breakdown from indicators.series
    where measure = any(${[...measures]}::text[]) and breakdown <> ''
      and batch_key in (select key from indicators.batch where state = 'visible')
    order by measure, breakdown`.execute(ctx.db);
  const found = Map.groupBy(rows, ({ measure }) => measure);
  return new Map([...found].map(([measure, each]) => [measure, each.map(({ breakdown }) => breakdown)]));
}

function ours(ctx: Ctx) {
  return indicators(ctx)
    .selectFrom('indicators.formula_measure')
    .selectAll()
    .where('partnership_id', '=', ctx.partnershipId);
}

type Row = {
  code: string;
  title: string;
  parts: unknown;
  formula: string;
  polarity: string;
  decimals: number;
  version: number;
  reason: string;
  changed_at: Date;
  changed_by_name: string;
  batch_keys: readonly (number | null)[];
  worked_out_at: Date | null;
};

function formulaOf(row: Row): StoredFormula {
  return {
    code: row.code,
    title: row.title,
    parts: keptParts.parse(row.parts),
    formula: row.formula,
    polarity: polarity.parse(row.polarity),
    decimals: row.decimals,
    version: row.version,
    reason: row.reason,
    batchKeys: row.batch_keys.flatMap((key) => key ?? []),
    workedOutAt: row.worked_out_at ?? undefined,
    changedAt: row.changed_at,
    byName: row.changed_by_name,
  };
}

function indicators(ctx: Ctx) {
  return ctx.db.withTables<IndicatorsTables>();
}
