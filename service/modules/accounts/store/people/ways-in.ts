import type { Ctx } from '#platform/db/database.ts';
import type { Id } from '#platform/kernel/id.ts';
import { accounts } from '../accounts-tables.ts';

const keptIn = [
  'accounts.identity',
  'accounts.passkey',
  'accounts.app_code',
  'accounts.recovery_code',
  'accounts.enrolment',
  'accounts.sign_in_letter',
] as const;

/** Ends every way in which somebody could sign in: whoever comes back is let in anew. */
export async function endWaysIn(ctx: Ctx, personId: Id<'person'>): Promise<void> {
  for (const table of keptIn)
    await accounts(ctx).deleteFrom(table).where('person_id', '=', personId).execute();
}
