import type { Ctx } from '#platform/db/database.ts';
import type { Id } from '#platform/kernel/id.ts';
import { changePerson } from '../../store/people/kept-people.ts';
import { tellPerson } from './tell-person.ts';

/** Notes that somebody signed in, and tells them by letter where it was with a browser they never used before. */
export async function noteSignIn(
  ctx: Ctx,
  given: { personId: Id<'person'>; way: string; isNewHere: boolean; browser: string },
): Promise<void> {
  await changePerson(ctx, given.personId, { lastCameOn: ctx.today });
  await ctx.record({
    type: 'accounts.signed-in',
    subject: { kind: 'person', id: given.personId },
    details: { way: given.way, isNewHere: given.isNewHere },
  });
  if (given.isNewHere) await tellPerson(ctx, given.personId, { what: 'new-browser', browser: given.browser });
}
