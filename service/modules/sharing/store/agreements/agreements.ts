import { sql, type Selectable } from 'kysely';
import { z } from 'zod';
import type { Ctx } from '#platform/db/database.ts';
import { storedId, type Id } from '#platform/kernel/id.ts';
import {
  directions,
  type Agreement,
  type AgreementVersion,
  type Party,
} from '../../domain/agreements/agreement.ts';
import { bases } from '../../domain/law/bases.ts';
import { bodyKinds } from '../../domain/law/body-kinds.ts';
import { conditions } from '../../domain/law/conditions.ts';
import { itemGroups } from '../../domain/law/item-groups.ts';
import { purposeNamed, purposeOrder } from '../../domain/law/purpose-named.ts';
import { legalPowers } from '../../domain/law/legal-powers.ts';
import { tables } from '../sharing-tables.ts';
import type { SharingTables } from '../tables.generated.ts';

type Rows = {
  agreement: Selectable<SharingTables['sharing.agreement']>;
  version: Selectable<SharingTables['sharing.agreement_version']>;
  party: Selectable<SharingTables['sharing.agreement_party']>;
  ground: Selectable<SharingTables['sharing.agreement_ground']>;
  signature: Selectable<SharingTables['sharing.agreement_signature']>;
};

/** Every agreement with all its versions, by number. */
export async function allAgreements(ctx: Ctx): Promise<Agreement[]> {
  return assembled(ctx, await ours(ctx).orderBy('number').execute());
}

export async function agreementByNumber(ctx: Ctx, number: number): Promise<Agreement | undefined> {
  const [found] = await assembled(ctx, await ours(ctx).where('number', '=', number).execute());
  return found;
}

export async function agreementById(ctx: Ctx, id: Id<'agreement'>): Promise<Agreement | undefined> {
  const [found] = await assembled(ctx, await ours(ctx).where('id', '=', id).execute());
  return found;
}

/** One, held against every other writer until the transaction ends. */
export async function lockAgreement(ctx: Ctx, number: number): Promise<Agreement | undefined> {
  const rows = await ours(ctx).where('number', '=', number).forUpdate().execute();
  const [found] = await assembled(ctx, rows);
  return found;
}

/** The agreements, in any version, to which both bodies are party, by number. */
export async function agreementsBetween(
  ctx: Ctx,
  bodies: readonly [Id<'organisation'>, Id<'organisation'>],
): Promise<Agreement[]> {
  const rows = await ours(ctx)
    .where(
      sql<boolean>`id in (
        select v.agreement_id from sharing.agreement_version v
        join sharing.agreement_party p on p.version_id = v.id
        where p.partnership_id = ${ctx.partnershipId} and p.organisation_id = any(${[...bodies]}::uuid[])
        group by v.agreement_id, v.id having count(*) = 2)`,
    )
    .orderBy('number')
    .execute();
  return assembled(ctx, rows);
}

/** The agreement that a version belongs to. */
export async function agreementOfVersion(
  ctx: Ctx,
  versionId: Id<'agreement-version'>,
): Promise<Agreement | undefined> {
  const rows = await ours(ctx)
    .where(sql<boolean>`id = (select agreement_id from sharing.agreement_version where id = ${versionId})`)
    .execute();
  const [found] = await assembled(ctx, rows);
  return found;
}

function ours(ctx: Ctx) {
  return tables(ctx)
    .selectFrom('sharing.agreement')
    .selectAll()
    .where('partnership_id', '=', ctx.partnershipId);
}

async function assembled(ctx: Ctx, agreements: readonly Rows['agreement'][]): Promise<Agreement[]> {
  if (agreements.length === 0) return [];
  const versions = await tables(ctx)
    .selectFrom('sharing.agreement_version')
    .selectAll()
    .where(
      'agreement_id',
      'in',
      agreements.map(({ id }) => id),
    )
    .orderBy('number')
    .execute();
  const around = await aroundVersions(
    ctx,
    versions.map(({ id }) => id),
  );
  return agreements.map((row) => ({
    id: storedId(row.id),
    number: row.number,
    ended:
      row.ended_on === null
        ? undefined
        : { on: row.ended_on, words: row.ended_words, byName: row.ended_by_name },
    version: row.version,
    versions: versions.filter(({ agreement_id: of }) => of === row.id).map((one) => versionOf(one, around)),
  }));
}

type Around = { parties: Rows['party'][]; grounds: Rows['ground'][]; signatures: Rows['signature'][] };

async function aroundVersions(ctx: Ctx, ids: readonly string[]): Promise<Around> {
  const of = [...ids];
  const db = tables(ctx);
  return {
    parties: await db
      .selectFrom('sharing.agreement_party')
      .selectAll()
      .where('version_id', 'in', of)
      .orderBy('place')
      .execute(),
    grounds: await db
      .selectFrom('sharing.agreement_ground')
      .selectAll()
      .where('version_id', 'in', of)
      .execute(),
    signatures: await db
      .selectFrom('sharing.agreement_signature')
      .selectAll()
      .where('version_id', 'in', of)
      .execute(),
  };
}

const wordsOf = {
  direction: z.enum(directions),
  items: z.array(z.enum(itemGroups)),
  bodyKind: z.enum(bodyKinds),
  power: z.enum(legalPowers),
  basis: z.enum(bases),
  condition: z.enum(conditions),
};

function versionOf(row: Rows['version'], around: Around): AgreementVersion {
  return {
    id: storedId(row.id),
    number: row.number,
    title: row.title,
    plainWords: row.plain_words,
    direction: wordsOf.direction.parse(row.direction),
    items: wordsOf.items.parse(row.items),
    safeguards: row.safeguards,
    assessment: row.assessment,
    ask: row.ask,
    beginsOn: row.begins_on,
    reviewOn: row.review_on,
    endsOn: row.ends_on,
    whyChanged: row.why_changed,
    writtenAt: row.written_at,
    writtenByName: row.written_by_name,
    parties: around.parties
      .filter((party) => party.version_id === row.id)
      .map((party) => partyOf(party, around)),
  };
}

function partyOf(row: Rows['party'], { grounds, signatures }: Around): Party {
  const isOf = (one: { version_id: string; organisation_id: string }) =>
    one.version_id === row.version_id && one.organisation_id === row.organisation_id;
  const signature = signatures.find(isOf);
  return {
    organisationId: storedId(row.organisation_id),
    bodyKind: wordsOf.bodyKind.parse(row.body_kind),
    grounds: grounds
      .filter(isOf)
      .map((ground) => ({
        purpose: purposeNamed(ground.purpose),
        legalPower: wordsOf.power.parse(ground.legal_power),
        basis: wordsOf.basis.parse(ground.basis),
        condition: wordsOf.condition.parse(ground.condition),
      }))
      .sort((a, b) => purposeOrder(a.purpose) - purposeOrder(b.purpose)),
    signature: signature && { name: signature.name, job: signature.job, signedOn: signature.signed_on },
  };
}
