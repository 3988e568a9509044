import { sql, type Selectable } from 'kysely';
import { z } from 'zod';
import type { Ctx } from '#platform/db/database.ts';
import type { Day } from '#platform/kernel/day.ts';
import { storedId, type Id } from '#platform/kernel/id.ts';
import {
  demanders,
  helpAnswers,
  manners,
  outcomes,
  refusalGrounds,
  tellings,
  type Disclosure,
} from '../../domain/disclosures/disclosure.ts';
import { bases } from '../../domain/law/bases.ts';
import { conditions } from '../../domain/law/conditions.ts';
import { itemGroups } from '../../domain/law/item-groups.ts';
import { purposeNamed } from '../../domain/law/purpose-named.ts';
import { legalPowers } from '../../domain/law/legal-powers.ts';
import { tables } from '../sharing-tables.ts';
import type { SharingTables } from '../tables.generated.ts';
import { consentsById } from './consents.ts';

type Row = Selectable<SharingTables['sharing.disclosure']>;

/** What a page of the ledger is asked for. Whatever is undefined does not narrow it. */
export type LedgerAsked = {
  /** only what is about one of these, or an emergency whose record this person owes */
  within: { subjectIds: readonly string[]; personId: Id<'person'> | undefined } | undefined;
  outcome: Disclosure['outcome'] | undefined;
  from: Day | undefined;
  until: Day | undefined;
  organisationId: Id<'organisation'> | undefined;
  most: number;
  skip: number;
};

/** Lines of the ledger, the newest day first. */
export async function ledgerLines(ctx: Ctx, asked: LedgerAsked): Promise<Disclosure[]> {
  let query = ours(ctx)
    .orderBy('decided_on', 'desc')
    .orderBy('number', 'desc')
    .limit(asked.most)
    .offset(asked.skip);
  const { within, outcome, from, until, organisationId } = asked;
  if (within)
    query = query.where(
      sql<boolean>`(subject_id = any(${[...within.subjectIds]}::uuid[]) or (recorded_at is null and decided_by_person_id = ${within.personId ?? null}))`,
    );
  if (outcome) query = query.where('outcome', '=', outcome);
  if (from) query = query.where('decided_on', '>=', from);
  if (until) query = query.where('decided_on', '<=', until);
  if (organisationId)
    query = query.where(
      sql<boolean>`(from_organisation_id = ${organisationId} or to_organisation_id = ${organisationId})`,
    );
  return disclosuresOf(ctx, await query.execute());
}

/** Everything that was shared, or not, about somebody; the oldest first. */
export async function disclosuresAbout(ctx: Ctx, subjectId: string): Promise<Disclosure[]> {
  const rows = await ours(ctx)
    .where('subject_id', '=', subjectId)
    .orderBy('decided_on')
    .orderBy('number')
    .execute();
  return disclosuresOf(ctx, rows);
}

/** Emergencies whose record is owed, the oldest first. */
export async function owedDisclosures(ctx: Ctx): Promise<Disclosure[]> {
  return disclosuresOf(ctx, await ours(ctx).where('recorded_at', 'is', null).orderBy('shared_at').execute());
}

/** What a court or the police demanded and nobody signed off yet, the oldest first. */
export async function unsignedDisclosures(ctx: Ctx): Promise<Disclosure[]> {
  const rows = await ours(ctx)
    .where('manner', '=', 'compelled')
    .where('outcome', '=', 'shared')
    .where('signed_off_at', 'is', null)
    .orderBy('shared_at')
    .execute();
  return disclosuresOf(ctx, rows);
}

export async function disclosureByNumber(ctx: Ctx, number: number): Promise<Disclosure | undefined> {
  const [found] = await disclosuresOf(ctx, await ours(ctx).where('number', '=', number).execute());
  return found;
}

/** One, held against every other writer until the transaction ends. */
export async function lockDisclosure(
  ctx: Ctx,
  by: { number: number } | { id: Id<'disclosure'> },
): Promise<Disclosure | undefined> {
  const one = 'id' in by ? ours(ctx).where('id', '=', by.id) : ours(ctx).where('number', '=', by.number);
  const [found] = await disclosuresOf(ctx, await one.forUpdate().execute());
  return found;
}

export async function disclosureById(ctx: Ctx, id: Id<'disclosure'>): Promise<Disclosure | undefined> {
  const [found] = await disclosuresOf(ctx, await ours(ctx).where('id', '=', id).execute());
  return found;
}

function ours(ctx: Ctx) {
  return tables(ctx)
    .selectFrom('sharing.disclosure')
    .selectAll()
    .where('partnership_id', '=', ctx.partnershipId);
}

async function disclosuresOf(ctx: Ctx, rows: readonly Row[]): Promise<Disclosure[]> {
  const consents = await consentsById(
    ctx,
    rows.flatMap((row) => row.consent_id ?? []),
  );
  return rows.map((row) => ({
    ...namesOf(row),
    ...groundsOf(row),
    ...decisionOf(row),
    consent: row.consent_id === null ? undefined : consents.get(row.consent_id),
    recorded: row.recorded_at === null ? undefined : { at: row.recorded_at, byName: row.recorded_by_name },
    signedOff:
      row.signed_off_at === null ? undefined : { at: row.signed_off_at, byName: row.signed_off_by_name },
    version: row.version,
  }));
}

const words = {
  outcome: z.enum(outcomes),
  manner: z.enum(manners),
  subjectKind: z.enum(['child', 'person']),
  power: unlessEmpty(legalPowers),
  basis: unlessEmpty(bases),
  condition: unlessEmpty(conditions),
  items: z.array(z.enum(itemGroups)),
  told: unlessEmpty(tellings),
  help: unlessEmpty(helpAnswers),
  detriment: unlessEmpty(['not-more', 'more']),
  refusal: unlessEmpty(refusalGrounds),
  demander: unlessEmpty(demanders),
};

/** Empty, and `owed`, are what is not answered yet. */
function unlessEmpty<const Values extends readonly [string, ...string[]]>(values: Values) {
  return z.union([z.enum(values), z.enum(['', 'owed']).transform(() => undefined)]);
}

function namesOf(row: Row) {
  return {
    id: storedId<'disclosure'>(row.id),
    number: row.number,
    outcome: words.outcome.parse(row.outcome),
    manner: words.manner.parse(row.manner),
    subject: { kind: words.subjectKind.parse(row.subject_kind), id: row.subject_id },
    from: storedId<'organisation'>(row.from_organisation_id),
    to: {
      organisationId:
        row.to_organisation_id === null ? undefined : storedId<'organisation'>(row.to_organisation_id),
      body: row.to_body,
      person: row.to_person,
    },
    sharedAt: row.shared_at,
  };
}

function purposeIn(code: string) {
  return code === '' ? undefined : purposeNamed(code);
}

function groundsOf(row: Row) {
  return {
    gatheredFor: purposeIn(row.gathered_for),
    purpose: purposeIn(row.purpose),
    legalPower: words.power.parse(row.legal_power),
    basis: words.basis.parse(row.basis),
    condition: words.condition.parse(row.condition),
    items: words.items.parse(row.items),
    extent: row.extent,
    agreementVersionId:
      row.agreement_version_id === null ? undefined : storedId<'agreement-version'>(row.agreement_version_id),
    singleGround: row.single_ground,
    duty: {
      relevance: row.relevance,
      whoseFunction: row.whose_function,
      howFar: row.how_far,
      detriment: words.detriment.parse(row.detriment),
    },
  };
}

function decisionOf(row: Row) {
  return {
    told: words.told.parse(row.told),
    toldWords: row.told_words,
    helpAgreed: words.help.parse(row.help_agreed),
    refusalGround: words.refusal.parse(row.refusal_ground),
    refusalWords: row.refusal_words,
    demandedBy: words.demander.parse(row.demanded_by),
    demandReference: row.demand_reference,
    decidedByPersonId:
      row.decided_by_person_id === null ? undefined : storedId<'person'>(row.decided_by_person_id),
    decidedByName: row.decided_by_name,
    decidedOn: row.decided_on,
    reviewOn: row.review_on ?? undefined,
    plainWords: row.plain_words,
  };
}
