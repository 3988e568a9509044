import type { Ctx } from '#platform/db/database.ts';
import { storedId, type Id } from '#platform/kernel/id.ts';
import { accounts } from '../accounts-tables.ts';

/** Opens an enrolment in a browser; a person has one at a time. */
export async function addEnrolment(
  ctx: Ctx,
  given: { personId: string; browser: string; expiresAt: Date },
): Promise<void> {
  await accounts(ctx)
    .deleteFrom('accounts.enrolment')
    .where((of) =>
      of.or([
        of('person_id', '=', given.personId),
        of('browser', '=', given.browser),
        of('expires_at', '<', ctx.now),
      ]),
    )
    .execute();
  await accounts(ctx)
    .insertInto('accounts.enrolment')
    .values({
      browser: given.browser,
      partnership_id: ctx.partnershipId,
      person_id: given.personId,
      expires_at: given.expiresAt,
    })
    .execute();
}

/** Who enrols in this browser now. */
export async function enrolling(ctx: Ctx, browser: string): Promise<Id<'person'> | undefined> {
  const row = await accounts(ctx)
    .selectFrom('accounts.enrolment')
    .select('person_id')
    .where('browser', '=', browser)
    .where('expires_at', '>', ctx.now)
    .executeTakeFirst();
  return row && storedId<'person'>(row.person_id);
}

export async function endEnrolment(ctx: Ctx, personId: string): Promise<void> {
  await accounts(ctx).deleteFrom('accounts.enrolment').where('person_id', '=', personId).execute();
}
