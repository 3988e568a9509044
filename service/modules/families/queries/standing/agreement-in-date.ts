import { inDateAgreement, type InDateAgreement } from '#modules/sharing/index.ts';
import { purposes } from '#platform/access/purposes.ts';
import type { Ctx } from '#platform/db/database.ts';
import type { Id } from '#platform/kernel/id.ts';

export type BetweenBodies = { from: Id<'organisation'>; to: Id<'organisation'>; purpose: string };

/** The agreement in date by which one body may give to another for a purpose; asked anew on every request. */
export async function agreementInDate(
  ctx: Ctx,
  { from, to, purpose: given }: BetweenBodies,
): Promise<InDateAgreement | undefined> {
  const purpose = purposes.find((one) => one === given);
  return purpose && (await inDateAgreement(ctx, { from, to, purpose }));
}
