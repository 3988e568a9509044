import { z } from 'zod';
import type { Ctx } from '#platform/db/database.ts';
import { jsonb } from '#platform/db/jsonb.ts';
import type { Day } from '#platform/kernel/day.ts';
import { storedId } from '#platform/kernel/id.ts';
import type { FiguresAsked, GivenLine, Supplier } from '../../domain/supply/supplier.ts';
import type { IndicatorsTables } from '../tables.generated.ts';

/** Everybody who sends figures: of one measure, or of all. */
export async function suppliers(ctx: Ctx, measureCode?: string): Promise<Supplier[]> {
  let query = indicators(ctx)
    .selectFrom('indicators.supplier')
    .selectAll()
    .where('partnership_id', '=', ctx.partnershipId);
  if (measureCode !== undefined) query = query.where('measure_code', '=', measureCode);
  return (await query.orderBy('organisation_name').orderBy('id').execute()).map(supplierFrom);
}

export async function supplierById(ctx: Ctx, id: string): Promise<Supplier | undefined> {
  const row = await indicators(ctx)
    .selectFrom('indicators.supplier')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  return row && supplierFrom(row);
}

export async function addSupplier(ctx: Ctx, given: Omit<Supplier, 'namedAt' | 'stoppedAt'>): Promise<void> {
  await indicators(ctx)
    .insertInto('indicators.supplier')
    .values({
      id: given.id,
      partnership_id: ctx.partnershipId,
      measure_code: given.measureCode,
      organisation_key: given.organisationKey,
      organisation_name: given.organisation,
      email: given.email,
      area_codes: [...given.areaCodes],
      named_by: given.namedBy ?? null,
      named_by_name: given.namedByName,
      named_at: ctx.now,
    })
    .execute();
}

export async function stopAsking(ctx: Ctx, id: string): Promise<void> {
  await indicators(ctx)
    .updateTable('indicators.supplier')
    .set({ stopped_at: ctx.now })
    .where('id', '=', id)
    .where('stopped_at', 'is', null)
    .execute();
}

/** Everything that was asked of some suppliers, newest period first. */
export async function askedOf(ctx: Ctx, supplierIds: readonly string[]): Promise<FiguresAsked[]> {
  if (supplierIds.length === 0) return [];
  const rows = await asked(ctx)
    .where('supplier_id', 'in', [...supplierIds])
    .orderBy('start_on', 'desc')
    .orderBy('id')
    .execute();
  return rows.map(askedFrom);
}

export async function askedById(ctx: Ctx, id: string): Promise<FiguresAsked | undefined> {
  const row = await asked(ctx).where('id', '=', id).executeTakeFirst();
  return row && askedFrom(row);
}

/** The same, held against every other writer until the transaction ends. */
export async function lockAsked(ctx: Ctx, id: string): Promise<FiguresAsked | undefined> {
  const row = await asked(ctx).where('id', '=', id).forUpdate().executeTakeFirst();
  return row && askedFrom(row);
}

/** Writes down that a period is asked of a supplier; once, however often it is said. */
export async function askOf(ctx: Ctx, supplierId: string, start: Day): Promise<void> {
  await indicators(ctx)
    .insertInto('indicators.figures_asked')
    .values({
      id: ctx.newId<'figures-asked'>(),
      partnership_id: ctx.partnershipId,
      supplier_id: supplierId,
      start_on: start,
      asked_at: ctx.now,
      letters: 0,
      state: 'asked',
    })
    .onConflict((conflict) => conflict.columns(['supplier_id', 'start_on']).doNothing())
    .execute();
}

export async function letterWritten(ctx: Ctx, { id, letters }: FiguresAsked): Promise<void> {
  await change(ctx, id)
    .set({ letters: letters + 1, last_letter_at: ctx.now })
    .execute();
}

/** It is asked anew, with one letter. */
export async function askedAnew(ctx: Ctx, id: string): Promise<void> {
  await change(ctx, id).set({ state: 'asked', letters: 1, last_letter_at: ctx.now }).execute();
}

export async function keepGiven(
  ctx: Ctx,
  id: string,
  { lines, note }: { lines: readonly GivenLine[]; note: string },
): Promise<void> {
  await change(ctx, id)
    .set({
      state: 'given',
      given: jsonb(lines.map(({ schools, ...line }) => ({ ...line, schools: schools ?? null }))),
      note,
      given_at: ctx.now,
    })
    .execute();
}

export async function settleAsked(
  ctx: Ctx,
  id: string,
  { state, byName }: { state: 'taken' | 'put-aside'; byName: string },
): Promise<void> {
  await change(ctx, id).set({ state, settled_at: ctx.now, settled_by_name: byName }).execute();
}

function change(ctx: Ctx, id: string) {
  return indicators(ctx).updateTable('indicators.figures_asked').where('id', '=', id);
}

function asked(ctx: Ctx) {
  return indicators(ctx).selectFrom('indicators.figures_asked').selectAll();
}

function supplierFrom(row: IndicatorsTables['indicators.supplier']): Supplier {
  return {
    id: storedId(row.id),
    measureCode: row.measure_code,
    organisationKey: row.organisation_key,
    organisation: row.organisation_name,
    email: row.email,
    areaCodes: z.array(z.string()).parse(row.area_codes),
    namedBy: row.named_by ?? undefined,
    namedByName: row.named_by_name,
    namedAt: row.named_at,
    stoppedAt: row.stopped_at ?? undefined,
  };
}

const lines = z.array(
  z.object({
    areaCode: z.string(),
    count: z.number(),
    base: z.number(),
    schools: z
      .number()
      .nullable()
      .transform((value) => value ?? undefined),
  }),
);
const states = z.enum(['asked', 'given', 'taken', 'put-aside']);

function askedFrom(row: IndicatorsTables['indicators.figures_asked']): FiguresAsked {
  return {
    id: storedId(row.id),
    supplierId: storedId(row.supplier_id),
    start: row.start_on,
    askedAt: row.asked_at,
    letters: row.letters,
    lastLetterAt: row.last_letter_at ?? undefined,
    state: states.parse(row.state),
    given: row.given === null ? undefined : lines.parse(row.given),
    note: row.note ?? '',
    givenAt: row.given_at ?? undefined,
    settledAt: row.settled_at ?? undefined,
    settledByName: row.settled_by_name ?? undefined,
  };
}

function indicators(ctx: Ctx) {
  return ctx.db.withTables<IndicatorsTables>();
}
