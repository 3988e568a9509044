import { whyItEnded } from '#modules/sharing/index.ts';
import { needsAgreement, type RecordQuestion } from '#platform/access/record-policy.ts';
import { purposes } from '#platform/access/purposes.ts';
import type { Ctx } from '#platform/db/database.ts';
import type { Child } from '../../domain/record/child.ts';
import type { Standing } from '../../domain/standing/standing.ts';
import { agreementInDate } from './agreement-in-date.ts';
import { itemsOpened } from './items-opened.ts';

type Owned = Pick<Child, 'id' | 'ownerOrganisationId'>;

/** Whose standing it is, asked anew on every request: an agreement that ran out suspends it, and so does a move to another body. */
export async function bodyOf(ctx: Ctx, child: Owned, standing: Standing): Promise<RecordQuestion['body']> {
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
  return await agreedFor(ctx, child, standing);
}

/** The same of a standing of anybody, whoever asks. */
export async function agreedFor(ctx: Ctx, child: Owned, standing: Standing): Promise<RecordQuestion['body']> {
  const { organisationId } = standing;
  const from = child.ownerOrganisationId;
  if (organisationId === undefined || organisationId === from) return 'own';
  // whoever answers a request for what is held lets nobody else in, and has no line of the ledger
  if (standing.kind === 'subject-access')
    return (await agreementInDate(ctx, { from, to: organisationId, purpose: standing.purpose }))
      ? 'agreed'
      : 'not-agreed';
  const purpose = purposes.find((one) => one === standing.purpose);
  if (purpose === undefined || standing.disclosureId === undefined) return 'not-agreed';
  const why = await whyItEnded(ctx, {
    way: 'grant',
    subject: { kind: 'child', id: child.id },
    from,
    to: organisationId,
    purpose,
    items: itemsOpened(standing.kind),
    output: { kind: 'standing', id: standing.id },
  });
  return why === undefined ? 'agreed' : 'not-agreed';
}
