import { sql, type Selectable } from 'kysely';
import { z } from 'zod';
import type { Ctx } from '#platform/db/database.ts';
import { storedId } from '#platform/kernel/id.ts';
import type { ElementName } from '#platform/kernel/subject.ts';
import { findingKinds, findingStates, type Finding } from '../domain/finding.ts';
import { changedNow, tables } from './delivery-tables.ts';
import type { DeliveryTables } from './tables.generated.ts';

const kindOf = z.enum(findingKinds);
const stateOf = z.enum(findingStates);

type Row = Selectable<DeliveryTables['delivery.finding']>;

/** Every finding, the newest first. */
export async function allFindings(ctx: Ctx): Promise<Finding[]> {
  const rows = await ours(ctx).orderBy('found_on', 'desc').orderBy('number', 'desc').execute();
  return rows.map(findingOf);
}

/** Some findings by their ids, in no order. */
export async function findingsById(ctx: Ctx, ids: readonly string[]): Promise<Finding[]> {
  if (ids.length === 0) return [];
  const rows = await ours(ctx)
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .execute();
  return rows.map(findingOf);
}

/** Those that hang on an element, by number. */
export async function findingsUnder(ctx: Ctx, element: ElementName): Promise<Finding[]> {
  const rows = await ours(ctx)
    .where('framework_slug', '=', element.frameworkSlug)
    .where('element_key', '=', element.elementKey)
    .orderBy('number')
    .execute();
  return rows.map(findingOf);
}

export async function findingByNumber(ctx: Ctx, number: number): Promise<Finding | undefined> {
  const row = await ours(ctx).where('number', '=', number).executeTakeFirst();
  return row && findingOf(row);
}

/** One, held against every other writer until the transaction ends. */
export async function lockFinding(ctx: Ctx, number: number): Promise<Finding | undefined> {
  const row = await ours(ctx).where('number', '=', number).forUpdate().executeTakeFirst();
  return row && findingOf(row);
}

/** Keeps a finding in place of the one of its id. */
export async function keepFinding(ctx: Ctx, finding: Finding): Promise<void> {
  const row = { ...rowOf(finding), ...changedNow(ctx) };
  await tables(ctx)
    .insertInto('delivery.finding')
    .values({ id: finding.id, partnership_id: ctx.partnershipId, ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute();
}

function ours(ctx: Ctx) {
  return tables(ctx)
    .selectFrom('delivery.finding')
    .selectAll()
    .where('partnership_id', '=', ctx.partnershipId);
}

function rowOf(finding: Finding) {
  return {
    number: finding.number,
    kind: finding.kind,
    title: finding.title,
    words: finding.words,
    found_by: finding.foundBy,
    found_on: finding.foundOn,
    source_title: finding.source.title,
    source_link: finding.source.link,
    framework_slug: finding.element.frameworkSlug,
    element_key: finding.element.elementKey,
    owner_person_id: finding.owner.personId ?? null,
    owner_name: finding.owner.name,
    owner_organisation: finding.owner.organisationKey,
    due_on: finding.due ?? null,
    state: finding.state,
    evidence: finding.evidence,
    closed_on: finding.closed?.on ?? null,
    closed_by_name: finding.closed?.byName ?? '',
    closing_words: finding.closed?.words ?? '',
    version: finding.version,
  };
}

function findingOf(row: Row): Finding {
  const { closed_on: closedOn } = row;
  return {
    id: storedId(row.id),
    number: row.number,
    kind: kindOf.parse(row.kind),
    title: row.title,
    words: row.words,
    foundBy: row.found_by,
    foundOn: row.found_on,
    source: { title: row.source_title, link: row.source_link },
    element: { frameworkSlug: row.framework_slug, elementKey: row.element_key },
    owner: {
      personId: row.owner_person_id === null ? undefined : storedId(row.owner_person_id),
      name: row.owner_name,
      organisationKey: row.owner_organisation,
    },
    due: row.due_on ?? undefined,
    state: stateOf.parse(row.state),
    evidence: row.evidence,
    closed:
      closedOn === null ? undefined : { on: closedOn, byName: row.closed_by_name, words: row.closing_words },
    version: row.version,
  };
}
