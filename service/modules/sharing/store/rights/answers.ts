import type { Selectable } from 'kysely';
import { z } from 'zod';
import type { Ctx } from '#platform/db/database.ts';
import {
  keepBackReasons,
  keepReasons,
  removeReasons,
  type GatheredFact,
  type GatheredSpan,
  type KeepBackReason,
  type SpanDecision,
} from '../../domain/rights/answer.ts';
import { factFields } from '../../domain/rights/propose-spans.ts';
import { tables } from '../sharing-tables.ts';
import type { SharingTables } from '../tables.generated.ts';

const kindOf = z.enum(['third-party', 'professional', 'child']);
const foundOf = z.enum(['room', 'name', 'pattern', 'person']);
const fieldOf = z.enum(factFields);
const keptBackOf = z.enum(keepBackReasons);
const removeOf = z.enum(removeReasons);
const keepOf = z.enum(keepReasons);

/** Every gathered fact of a request with what may be about others, in the order of the story. */
export async function gatheredFacts(ctx: Ctx, requestId: string): Promise<GatheredFact[]> {
  const rows = await tables(ctx)
    .selectFrom('sharing.gathered_fact')
    .selectAll()
    .where('request_id', '=', requestId)
    .orderBy('said_on')
    .orderBy('id')
    .execute();
  const spans = await tables(ctx)
    .selectFrom('sharing.gathered_span')
    .selectAll()
    .where('request_id', '=', requestId)
    .orderBy('field')
    .orderBy('from_at')
    .execute();
  const byFact = Map.groupBy(spans, (span) => span.gathered_id);
  return rows.map((row) => ({
    id: row.id,
    room: row.room,
    class: row.class,
    factId: row.fact_id,
    title: row.title,
    words: row.words,
    whose: row.whose,
    source: row.source,
    on: row.said_on,
    fieldGroup: row.field_group,
    keptBack: row.kept_back === null ? undefined : keptBackOf.parse(row.kept_back),
    spans: (byFact.get(row.id) ?? []).map(spanOf),
  }));
}

/** Puts what was gathered in the place of what was gathered before. */
export async function keepGathered(
  ctx: Ctx,
  requestId: string,
  facts: readonly { fact: GatheredFact; decidedBy: ReadonlyMap<string, string> }[],
): Promise<void> {
  await tables(ctx).deleteFrom('sharing.gathered_fact').where('request_id', '=', requestId).execute();
  const own = { partnership_id: ctx.partnershipId, request_id: requestId };
  for (const part of inParts(facts.map(({ fact }) => fact)))
    await tables(ctx)
      .insertInto('sharing.gathered_fact')
      .values(
        part.map((fact) => ({
          ...own,
          id: fact.id,
          room: fact.room,
          class: fact.class,
          fact_id: fact.factId,
          title: fact.title,
          words: fact.words,
          whose: fact.whose,
          source: fact.source,
          said_on: fact.on,
          field_group: fact.fieldGroup,
          kept_back: fact.keptBack ?? null,
        })),
      )
      .execute();
  const spans = facts.flatMap(({ fact, decidedBy }) =>
    fact.spans.map((span) => ({ ...own, ...spanRow(span, decidedBy.get(span.id)), gathered_id: fact.id })),
  );
  for (const part of inParts(spans))
    await tables(ctx).insertInto('sharing.gathered_span').values(part).execute();
}

export async function addSpan(
  ctx: Ctx,
  { requestId, factId, by }: { requestId: string; factId: string; by: string },
  span: GatheredSpan,
): Promise<void> {
  await tables(ctx)
    .insertInto('sharing.gathered_span')
    .values({
      ...spanRow(span, by),
      partnership_id: ctx.partnershipId,
      request_id: requestId,
      gathered_id: factId,
    })
    .execute();
}

/** Says of some stretches of a request what becomes of them; answers with how many there were. */
export async function decideSpans(
  ctx: Ctx,
  { requestId, ids, by }: { requestId: string; ids: readonly string[]; by: { id: string; name: string } },
  decided: { decision: 'remove' | 'keep'; reason: string },
): Promise<number> {
  if (ids.length === 0) return 0;
  const { numUpdatedRows } = await tables(ctx)
    .updateTable('sharing.gathered_span')
    .set({ ...decided, decided_by: by.id, decided_by_name: by.name })
    .where('request_id', '=', requestId)
    .where('id', 'in', [...ids])
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

export async function keepFactBack(
  ctx: Ctx,
  { requestId, factId, byName }: { requestId: string; factId: string; byName: string },
  reason: KeepBackReason | undefined,
): Promise<boolean> {
  const { numUpdatedRows } = await tables(ctx)
    .updateTable('sharing.gathered_fact')
    .set({ kept_back: reason ?? null, kept_back_by_name: reason ? byName : '' })
    .where('request_id', '=', requestId)
    .where('id', '=', factId)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Who decided each stretch of a request, by the stretch's id. */
export async function whoDecided(ctx: Ctx, requestId: string): Promise<Map<string, string>> {
  const rows = await tables(ctx)
    .selectFrom('sharing.gathered_span')
    .select(['id', 'decided_by'])
    .where('request_id', '=', requestId)
    .execute();
  return new Map(rows.flatMap((row) => (row.decided_by ? [[row.id, row.decided_by] as const] : [])));
}

/** Deletes what was gathered: the answer that left is another matter. */
export async function forgetGathered(ctx: Ctx, requestId: string): Promise<void> {
  await tables(ctx).deleteFrom('sharing.gathered_span').where('request_id', '=', requestId).execute();
  await tables(ctx).deleteFrom('sharing.gathered_fact').where('request_id', '=', requestId).execute();
}

function spanOf(row: Selectable<SharingTables['sharing.gathered_span']>): GatheredSpan {
  return {
    id: row.id,
    field: fieldOf.parse(row.field),
    from: row.from_at,
    to: row.to_at,
    who: row.who,
    kind: kindOf.parse(row.kind),
    foundBy: foundOf.parse(row.found_by),
    ...decisionOf(row),
  };
}

function decisionOf(row: { decision: string; reason: string | null; decided_by_name: string }): SpanDecision {
  const byName = row.decided_by_name;
  if (row.decision === 'remove') return { decision: 'remove', reason: removeOf.parse(row.reason), byName };
  if (row.decision === 'keep') return { decision: 'keep', reason: keepOf.parse(row.reason), byName };
  return { decision: 'proposed' };
}

function spanRow(span: GatheredSpan, by: string | undefined) {
  return {
    id: span.id,
    field: span.field,
    from_at: span.from,
    to_at: span.to,
    who: span.who,
    kind: span.kind,
    found_by: span.foundBy,
    decision: span.decision,
    reason: span.decision === 'proposed' ? null : span.reason,
    decided_by: span.decision === 'proposed' ? null : (by ?? null),
    decided_by_name: span.decision === 'proposed' ? '' : span.byName,
  };
}

function inParts<Row>(rows: readonly Row[]): Row[][] {
  const size = 500;
  return Array.from({ length: Math.ceil(rows.length / size) }, (_, at) =>
    rows.slice(at * size, (at + 1) * size),
  );
}
