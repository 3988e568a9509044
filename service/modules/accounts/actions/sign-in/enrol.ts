import type { Ctx } from '#platform/db/database.ts';
import type { Id } from '#platform/kernel/id.ts';
import { addEnrolment, endEnrolment } from '../../store/sign-in/enrolments.ts';

const enrolMinutes = 30;

/**
 * Lets the browser of somebody who was invited, and proved that it is they, choose how they sign in from now on.
 * @param browser `request.browser` of the one in which they proved it
 * @returns the page to send them on to
 */
export async function enrol(
  ctx: Ctx,
  { personId, browser }: { personId: Id<'person'>; browser: string },
): Promise<string> {
  const expiresAt = new Date(ctx.now.getTime() + enrolMinutes * 60_000);
  await addEnrolment(ctx, { personId, browser, expiresAt });
  await ctx.record({ type: 'accounts.enrolment-begun', subject: { kind: 'person', id: personId } });
  return '/enrol';
}

/** They have a way in: the browser may add no other without signing in. */
export async function enrolmentDone(ctx: Ctx, personId: Id<'person'>): Promise<void> {
  await endEnrolment(ctx, personId);
}
