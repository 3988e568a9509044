import { needsAgreement, type RecordQuestion } from '#platform/access/record-policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import type { Child } from '../../domain/record/child.ts';
import type { Standing } from '../../domain/standing/standing.ts';
import { agreementInDate } from './agreement-in-date.ts';

/** Whose standing it is, asked anew on every request: an agreement that ran out suspends it, and so does a move to another body. */
export async function bodyOf(ctx: Ctx, child: Child, standing: Standing): Promise<RecordQuestion['body']> {
  if (!needsAgreement(standing.kind)) return 'own';
  const { organisationId } = standing;
  if (organisationId === undefined) return 'not-agreed';
  const { actor } = ctx;
  if (
    actor.kind === 'person' &&
    actor.organisationId !== undefined &&
    actor.organisationId !== organisationId
  )
    return 'not-agreed';
  if (organisationId === child.ownerOrganisationId) return 'own';
  const agreed = await agreementInDate(ctx, {
    from: child.ownerOrganisationId,
    to: organisationId,
    purpose: standing.purpose,
  });
  return agreed ? 'agreed' : 'not-agreed';
}
