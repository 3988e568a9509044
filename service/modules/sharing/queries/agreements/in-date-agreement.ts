import type { Ctx } from '#platform/db/database.ts';
import type { Day } from '#platform/kernel/day.ts';
import {
  coversWay,
  versionOn,
  type Agreement,
  type AgreementVersion,
  type Way,
} from '../../domain/agreements/agreement.ts';
import { agreementsBetween } from '../../store/agreements/agreements.ts';

/** An agreement in force, with the version that governs. */
export type InDateAgreement = { agreement: Agreement; version: AgreementVersion };

/**
 * The agreement by which one body may give to another for a purpose, on a day (today where none is named): signed by all,
 * begun, not run out and not ended. It is asked anew at each request, so that an end holds from the next one on.
 */
export async function inDateAgreement(
  ctx: Ctx,
  { on = ctx.today, ...way }: Way & { on?: Day },
): Promise<InDateAgreement | undefined> {
  for (const agreement of await agreementsBetween(ctx, [way.from, way.to])) {
    const version = versionOn(agreement, on);
    if (version && coversWay(version, way)) return { agreement, version };
  }
  return undefined;
}
