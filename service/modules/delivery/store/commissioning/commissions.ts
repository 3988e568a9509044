import type { Selectable } from 'kysely';
import { z } from 'zod';
import type { Ctx } from '#platform/db/database.ts';
import { storedId } from '#platform/kernel/id.ts';
import { commissionSteps, verdicts, type Commission } from '../../domain/commissioning/commission.ts';
import { changedNow, tables } from '../delivery-tables.ts';
import type { DeliveryTables } from '../tables.generated.ts';

const stepOf = z.enum(commissionSteps);
const verdictOf = z.enum(verdicts);

/** Every joint purchase, by title. */
export async function allCommissions(ctx: Ctx): Promise<Commission[]> {
  const rows = await ours(ctx).orderBy('title').execute();
  return rows.map(commissionOf);
}

export async function commissionByKey(ctx: Ctx, key: string): Promise<Commission | undefined> {
  const row = await ours(ctx).where('key', '=', key).executeTakeFirst();
  return row && commissionOf(row);
}

/** One, held against every other writer until the transaction ends. */
export async function lockCommission(ctx: Ctx, key: string): Promise<Commission | undefined> {
  const row = await ours(ctx).where('key', '=', key).forUpdate().executeTakeFirst();
  return row && commissionOf(row);
}

/** Keeps a purchase in place of the one of its id. */
export async function keepCommission(ctx: Ctx, commission: Commission): Promise<void> {
  const row = { ...rowOf(commission), ...changedNow(ctx) };
  await tables(ctx)
    .insertInto('delivery.commission')
    .values({ id: commission.id, partnership_id: ctx.partnershipId, ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute();
}

function ours(ctx: Ctx) {
  return tables(ctx)
    .selectFrom('delivery.commission')
    .selectAll()
    .where('partnership_id', '=', ctx.partnershipId);
}

function rowOf(commission: Commission) {
  const { service } = commission;
  return {
    key: commission.key,
    title: commission.title,
    framework_slug: commission.element.frameworkSlug,
    element_key: commission.element.elementKey,
    step: commission.step,
    need: commission.need,
    need_measure_id: commission.needMeasureId,
    need_source: commission.needSource,
    anyway: commission.anyway,
    ask: commission.ask,
    partners: [...commission.partners],
    owner_name: commission.ownerName,
    decision_id: commission.decisionId ?? null,
    service_name: service.name,
    service_provider: service.provider,
    service_from: service.from ?? null,
    service_until: service.until ?? null,
    outcome: commission.outcome,
    outcome_measure_id: commission.outcomeMeasureId,
    verdict: commission.verdict ?? '',
    verdict_reason: commission.verdictReason,
    version: commission.version,
  };
}

function commissionOf(row: Selectable<DeliveryTables['delivery.commission']>): Commission {
  return {
    id: storedId(row.id),
    key: row.key,
    title: row.title,
    element: { frameworkSlug: row.framework_slug, elementKey: row.element_key },
    step: stepOf.parse(row.step),
    need: row.need,
    needMeasureId: row.need_measure_id,
    needSource: row.need_source,
    anyway: row.anyway,
    ask: row.ask,
    partners: row.partners.filter((key) => key !== null),
    ownerName: row.owner_name,
    decisionId: row.decision_id === null ? undefined : storedId(row.decision_id),
    service: {
      name: row.service_name,
      provider: row.service_provider,
      from: row.service_from ?? undefined,
      until: row.service_until ?? undefined,
    },
    outcome: row.outcome,
    outcomeMeasureId: row.outcome_measure_id,
    verdict: row.verdict === '' ? undefined : verdictOf.parse(row.verdict),
    verdictReason: row.verdict_reason,
    version: row.version,
  };
}
