import type { Ctx } from '#platform/db/database.ts';
import { nameOfActor } from '#platform/kernel/context.ts';
import type { Id } from '#platform/kernel/id.ts';
import type {
  CompleteDisclosure,
  Disclosure,
  Recipient,
  Subject,
} from '../../domain/disclosures/disclosure.ts';
import { tables } from '../sharing-tables.ts';
import { keepConsent } from './consents.ts';

type Named = { id: Id<'disclosure'>; number: number };

/** Keeps a whole record. There is no way to keep one in part but that of an emergency. */
export async function keepDisclosure(ctx: Ctx, named: Named, whole: CompleteDisclosure): Promise<void> {
  const { subject, manner, outcome } = whole;
  await tables(ctx)
    .insertInto('sharing.disclosure')
    .values({
      id: named.id,
      partnership_id: ctx.partnershipId,
      number: named.number,
      outcome,
      manner,
      subject_kind: subject.kind,
      subject_id: subject.id,
      decided_by_person_id: personOf(ctx),
      decided_by_name: whole.decidedByName,
      shared_at: ctx.now,
      version: 1,
      ...(await wordsRow(ctx, whole)),
    })
    .execute();
}

export type EmergencyRow = Named & {
  subject: Subject;
  from: Id<'organisation'>;
  to: Recipient;
  extent: string;
};

/** Keeps that something was shared in an emergency; its record is owed. */
export async function keepEmergency(ctx: Ctx, { id, number, subject, from, to, extent }: EmergencyRow) {
  await tables(ctx)
    .insertInto('sharing.disclosure')
    .values({
      id,
      partnership_id: ctx.partnershipId,
      number,
      outcome: 'shared',
      manner: 'emergency',
      subject_kind: subject.kind,
      subject_id: subject.id,
      from_organisation_id: from,
      ...recipientRow(to),
      ...nothingYet,
      purpose: 'safeguarding',
      extent,
      decided_by_person_id: personOf(ctx),
      decided_by_name: nameOfActor(ctx.actor),
      decided_on: ctx.today,
      shared_at: ctx.now,
      version: 1,
    })
    .execute();
}

const nothingYet = {
  gathered_for: '',
  legal_power: '',
  basis: '',
  condition: '',
  items: [],
  told: 'owed',
  told_words: '',
  help_agreed: 'owed',
  single_ground: '',
  relevance: '',
  whose_function: '',
  how_far: '',
  detriment: '',
  refusal_ground: '',
  refusal_words: '',
  demanded_by: '',
  demand_reference: '',
  plain_words: '',
  recorded_at: null,
  recorded_by_name: '',
};

/** Keeps the whole record of an emergency that was shared before. */
export async function keepRecordOfEmergency(
  ctx: Ctx,
  { id, version }: Pick<Disclosure, 'id' | 'version'>,
  whole: CompleteDisclosure,
): Promise<void> {
  await tables(ctx)
    .updateTable('sharing.disclosure')
    .set({ ...(await wordsRow(ctx, whole)), version: version + 1 })
    .where('id', '=', id)
    .execute();
}

export async function keepSignOff(ctx: Ctx, { id, version }: Pick<Disclosure, 'id' | 'version'>) {
  await tables(ctx)
    .updateTable('sharing.disclosure')
    .set({ signed_off_at: ctx.now, signed_off_by_name: nameOfActor(ctx.actor), version: version + 1 })
    .where('id', '=', id)
    .execute();
}

function personOf({ actor }: Ctx): Id<'person'> | null {
  return actor.kind === 'person' ? actor.personId : null;
}

function recipientRow({ organisationId, body, person }: Recipient) {
  return { to_organisation_id: organisationId ?? null, to_body: body, to_person: person };
}

async function wordsRow(ctx: Ctx, whole: CompleteDisclosure) {
  return {
    from_organisation_id: whole.from,
    ...recipientRow(whole.to),
    gathered_for: whole.gatheredFor,
    purpose: whole.purpose,
    items: [...whole.items],
    told: whole.told,
    told_words: whole.toldWords,
    help_agreed: whole.helpAgreed,
    relevance: whole.duty.relevance,
    whose_function: whole.duty.whoseFunction,
    how_far: whole.duty.howFar,
    detriment: whole.duty.detriment ?? '',
    demanded_by: whole.demand?.by ?? '',
    demand_reference: whole.demand?.reference ?? '',
    decided_on: whole.decidedOn,
    review_on: whole.reviewOn,
    plain_words: whole.plainWords,
    recorded_at: ctx.now,
    recorded_by_name: nameOfActor(ctx.actor),
    ...(await outcomeRow(ctx, whole)),
  };
}

async function outcomeRow(ctx: Ctx, whole: CompleteDisclosure) {
  if (whole.outcome === 'not-shared')
    return {
      ...{ legal_power: '', basis: '', condition: '', extent: '', single_ground: '' },
      ...{ consent_id: null, agreement_version_id: null },
      refusal_ground: whole.refusal.ground,
      refusal_words: whole.refusal.words,
    };
  const { rests, consent, subject } = whole;
  return {
    ...{
      legal_power: whole.legalPower,
      basis: whole.basis,
      condition: whole.condition,
      extent: whole.extent,
    },
    consent_id: consent ? await keepConsent(ctx, { subject, ...consent }) : null,
    agreement_version_id: rests.kind === 'agreement' ? rests.versionId : null,
    single_ground: rests.kind === 'single' ? rests.ground : '',
    ...{ refusal_ground: '', refusal_words: '' },
  };
}
