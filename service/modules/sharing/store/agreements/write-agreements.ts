import type { Ctx } from '#platform/db/database.ts';
import { nameOfActor } from '#platform/kernel/context.ts';
import type { Id } from '#platform/kernel/id.ts';
import type {
  Agreement,
  AgreementVersion,
  AgreementWords,
  Signature,
} from '../../domain/agreements/agreement.ts';
import { tables, writtenNow } from '../sharing-tables.ts';

export async function keepNewAgreement(ctx: Ctx, agreement: Pick<Agreement, 'id' | 'number'>): Promise<void> {
  await tables(ctx)
    .insertInto('sharing.agreement')
    .values({
      id: agreement.id,
      partnership_id: ctx.partnershipId,
      number: agreement.number,
      begun_at: ctx.now,
      begun_by_name: nameOfActor(ctx.actor),
      version: 1,
    })
    .execute();
}

/** Adds a version with its parties and their grounds. */
export async function keepVersion(
  ctx: Ctx,
  agreementId: Agreement['id'],
  version: AgreementWords & Pick<AgreementVersion, 'id' | 'number'>,
): Promise<void> {
  const partnership_id = ctx.partnershipId;
  await tables(ctx)
    .insertInto('sharing.agreement_version')
    .values({
      id: version.id,
      partnership_id,
      agreement_id: agreementId,
      number: version.number,
      title: version.title,
      plain_words: version.plainWords,
      direction: version.direction,
      items: [...version.items],
      safeguards: version.safeguards,
      assessment: version.assessment,
      ask: version.ask,
      begins_on: version.beginsOn,
      review_on: version.reviewOn,
      ends_on: version.endsOn,
      why_changed: version.whyChanged,
      ...writtenNow(ctx),
    })
    .execute();
  await keepParties(ctx, version);
}

/** Keeps the parties of a version, each with its ground for each purpose. */
async function keepParties(ctx: Ctx, version: AgreementWords & Pick<AgreementVersion, 'id'>): Promise<void> {
  const partnership_id = ctx.partnershipId;
  const parties = version.parties.map(({ organisationId: organisation_id, bodyKind: body_kind }, index) => ({
    partnership_id,
    version_id: version.id,
    place: index + 1,
    organisation_id,
    body_kind,
  }));
  await tables(ctx).insertInto('sharing.agreement_party').values(parties).execute();
  const grounds = version.parties.flatMap(({ organisationId: organisation_id, grounds: of }) =>
    of.map(({ purpose, legalPower: legal_power, basis, condition }) => ({
      partnership_id,
      version_id: version.id,
      organisation_id,
      purpose,
      legal_power,
      basis,
      condition,
    })),
  );
  await tables(ctx).insertInto('sharing.agreement_ground').values(grounds).execute();
}

export async function keepSignature(
  ctx: Ctx,
  given: { versionId: Id<'agreement-version'>; organisationId: Id<'organisation'>; signature: Signature },
): Promise<void> {
  await tables(ctx)
    .insertInto('sharing.agreement_signature')
    .values({
      partnership_id: ctx.partnershipId,
      version_id: given.versionId,
      organisation_id: given.organisationId,
      name: given.signature.name,
      job: given.signature.job,
      signed_on: given.signature.signedOn,
      ...writtenNow(ctx),
    })
    .execute();
}

/** Keeps how an agreement stands beside its versions: that it was touched, or ended. */
export async function keepStanding(ctx: Ctx, { id, ended, version }: Agreement): Promise<void> {
  await tables(ctx)
    .updateTable('sharing.agreement')
    .set({
      ended_on: ended?.on ?? null,
      ended_words: ended?.words ?? '',
      ended_by_name: ended?.byName ?? '',
      version,
    })
    .where('id', '=', id)
    .execute();
}
