import type { Selectable } from 'kysely';
import type { Ctx } from '#platform/db/database.ts';
import { storedId, type Id } from '#platform/kernel/id.ts';
import type { CommissionOption } from '../../domain/commissioning/commission.ts';
import { tables } from '../delivery-tables.ts';
import type { DeliveryTables } from '../tables.generated.ts';

/** The options of a purchase, in their order. */
export async function optionsOf(ctx: Ctx, commissionId: Id<'commission'>): Promise<CommissionOption[]> {
  const rows = await tables(ctx)
    .selectFrom('delivery.commission_option')
    .selectAll()
    .where('partnership_id', '=', ctx.partnershipId)
    .where('commission_id', '=', commissionId)
    .orderBy('place')
    .execute();
  return rows.map(optionOf);
}

/** Keeps an option in place of the one of its id. */
export async function keepOption(ctx: Ctx, option: CommissionOption): Promise<void> {
  const row = {
    commission_id: option.commissionId,
    place: option.place,
    title: option.title,
    words: option.words,
    one_off_pounds: option.oneOffPounds ?? null,
    yearly_pounds: option.yearlyPounds ?? null,
    benefit_words: option.benefit.words,
    benefit_low_pounds: option.benefit.low ?? null,
    benefit_high_pounds: option.benefit.high ?? null,
    benefit_source: option.benefit.source,
    benefit_assumptions: option.benefit.assumptions,
    risks: option.risks,
    what_children_say: option.whatChildrenSay,
    chosen: option.chosen,
    version: option.version,
  };
  await tables(ctx)
    .insertInto('delivery.commission_option')
    .values({ id: option.id, partnership_id: ctx.partnershipId, ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute();
}

function optionOf(row: Selectable<DeliveryTables['delivery.commission_option']>): CommissionOption {
  return {
    id: storedId(row.id),
    commissionId: storedId(row.commission_id),
    place: row.place,
    title: row.title,
    words: row.words,
    oneOffPounds: row.one_off_pounds ?? undefined,
    yearlyPounds: row.yearly_pounds ?? undefined,
    benefit: {
      words: row.benefit_words,
      low: row.benefit_low_pounds ?? undefined,
      high: row.benefit_high_pounds ?? undefined,
      source: row.benefit_source,
      assumptions: row.benefit_assumptions,
    },
    risks: row.risks,
    whatChildrenSay: row.what_children_say,
    chosen: row.chosen,
    version: row.version,
  };
}
