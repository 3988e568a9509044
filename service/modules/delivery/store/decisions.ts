import { sql, type Selectable } from 'kysely';
import { z } from 'zod';
import type { Ctx } from '#platform/db/database.ts';
import type { Day } from '#platform/kernel/day.ts';
import { storedId, type Id } from '#platform/kernel/id.ts';
import type { ElementName } from '#platform/kernel/subject.ts';
import { becomings, quorums, type Decision } from '../domain/decision.ts';
import { changedNow, tables } from './delivery-tables.ts';
import type { DeliveryTables } from './tables.generated.ts';

const becomingOf = z.enum(becomings);
const publishOf = z.enum(['publish', 'exempt']);
const quorumOf = z.enum(quorums);

type Row = Selectable<DeliveryTables['delivery.decision']>;

/** Every decision, the newest first. */
export async function allDecisions(ctx: Ctx): Promise<Decision[]> {
  const rows = await ours(ctx).orderBy('decided_on', 'desc').orderBy('number', 'desc').execute();
  return rows.map(decisionOf);
}

/** What a meeting decided, by number. */
export async function decisionsOfMeeting(ctx: Ctx, meetingId: Id<'meeting'>): Promise<Decision[]> {
  const rows = await ours(ctx).where('meeting_id', '=', meetingId).orderBy('number').execute();
  return rows.map(decisionOf);
}

/** What a body decided, all of it or between two days (both taken in), the newest first. */
export async function decisionsOfBody(
  ctx: Ctx,
  bodyId: Id<'body'>,
  between?: { from: Day; to: Day },
): Promise<Decision[]> {
  let query = ours(ctx).where('body_id', '=', bodyId);
  if (between) query = query.where('decided_on', '>=', between.from).where('decided_on', '<=', between.to);
  const rows = await query.orderBy('decided_on', 'desc').orderBy('number', 'desc').execute();
  return rows.map(decisionOf);
}

/** Some decisions by their ids, in no order. */
export async function decisionsById(ctx: Ctx, ids: readonly string[]): Promise<Decision[]> {
  if (ids.length === 0) return [];
  const rows = await ours(ctx)
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .execute();
  return rows.map(decisionOf);
}

export async function decisionByNumber(ctx: Ctx, number: number): Promise<Decision | undefined> {
  const row = await ours(ctx).where('number', '=', number).executeTakeFirst();
  return row && decisionOf(row);
}

/** One, held against every other writer until the transaction ends. */
export async function lockDecision(ctx: Ctx, number: number): Promise<Decision | undefined> {
  const row = await ours(ctx).where('number', '=', number).forUpdate().executeTakeFirst();
  return row && decisionOf(row);
}

/** Those that serve an element, by number. */
export async function decisionsUnder(ctx: Ctx, element: ElementName): Promise<Decision[]> {
  const rows = await ours(ctx)
    .where('framework_slug', '=', element.frameworkSlug)
    .where('element_key', '=', element.elementKey)
    .orderBy('number')
    .execute();
  return rows.map(decisionOf);
}

/** Keeps a decision. Of one that stands already, only what may be told later changes: what was decided is not rewritten. */
export async function keepDecision(ctx: Ctx, decision: Decision): Promise<void> {
  const later = {
    came_of_it: decision.cameOfIt,
    came_on: decision.cameOn ?? null,
    quorum: decision.quorum,
    version: decision.version,
    ...changedNow(ctx),
  };
  await tables(ctx)
    .insertInto('delivery.decision')
    .values({ id: decision.id, partnership_id: ctx.partnershipId, ...rowOf(decision), ...later })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(later))
    .execute();
}

/** Decisions of a body that it wanted to hear of by a day, and has not; what was replaced is not asked for. */
export async function decisionsToHearOf(
  ctx: Ctx,
  { bodyId, by }: { bodyId: Id<'body'> | undefined; by: Day },
): Promise<Decision[]> {
  let query = ours(ctx)
    .where('came_of_it', '=', '')
    .where('due_on', '<=', by)
    // asked once for all of them: for each by itself the database reads the whole table again
    .where(
      sql<boolean>`id <> all (array(select replaces from delivery.decision where replaces is not null))`,
    );
  if (bodyId !== undefined) query = query.where('body_id', '=', bodyId);
  const rows = await query.orderBy('due_on').orderBy('number').execute();
  return rows.map(decisionOf);
}

/** The decisions that took the place of any of these. */
export async function decisionsReplacing(ctx: Ctx, ids: readonly Id<'decision'>[]): Promise<Decision[]> {
  if (ids.length === 0) return [];
  const rows = await ours(ctx)
    .where(sql<boolean>`replaces = any(${[...ids]}::uuid[])`)
    .orderBy('number')
    .execute();
  return rows.map(decisionOf);
}

function ours(ctx: Ctx) {
  return tables(ctx)
    .selectFrom('delivery.decision')
    .selectAll()
    .where('partnership_id', '=', ctx.partnershipId);
}

function rowOf(decision: Decision) {
  return {
    number: decision.number,
    body_id: decision.bodyId,
    meeting_id: decision.meetingId ?? null,
    item_id: decision.itemId ?? null,
    title: decision.title,
    words: decision.words,
    reason: decision.reason,
    dissent: decision.dissent,
    evidence: decision.evidence,
    owner_name: decision.ownerName,
    owner_organisation: decision.ownerOrganisation,
    due_on: decision.due ?? null,
    decided_on: decision.decidedOn,
    equality_note: decision.equalityNote,
    child_impact_note: decision.childImpactNote,
    becomes: decision.becomes,
    framework_slug: decision.element.frameworkSlug,
    element_key: decision.element.elementKey,
    measure_id: decision.measureId,
    measure_then: decision.measureThen,
    evidence_kind: decision.restsOn.kind,
    evidence_id: decision.restsOn.id,
    replaces: decision.replaces ?? null,
    publish: decision.publishing.publish,
    ground: decision.publishing.ground,
  };
}

function decisionOf(row: Row): Decision {
  return {
    ...placeOf(row),
    number: row.number,
    title: row.title,
    words: row.words,
    reason: row.reason,
    dissent: row.dissent,
    evidence: row.evidence,
    ownerName: row.owner_name,
    ownerOrganisation: row.owner_organisation,
    due: row.due_on ?? undefined,
    decidedOn: row.decided_on,
    equalityNote: row.equality_note,
    childImpactNote: row.child_impact_note,
    becomes: becomingOf.parse(row.becomes),
    element: { frameworkSlug: row.framework_slug, elementKey: row.element_key },
    measureId: row.measure_id,
    measureThen: row.measure_then,
    restsOn: { kind: row.evidence_kind, id: row.evidence_id },
    quorum: quorumOf.parse(row.quorum),
    cameOfIt: row.came_of_it,
    cameOn: row.came_on ?? undefined,
    publishing: { publish: publishOf.parse(row.publish), ground: row.ground },
    version: row.version,
  };
}

/** Where a decision was made, and which it takes the place of. */
function placeOf(row: Row) {
  return {
    id: storedId<'decision'>(row.id),
    bodyId: storedId<'body'>(row.body_id),
    meetingId: row.meeting_id === null ? undefined : storedId<'meeting'>(row.meeting_id),
    itemId: row.item_id === null ? undefined : storedId<'agenda-item'>(row.item_id),
    replaces: row.replaces === null ? undefined : storedId<'decision'>(row.replaces),
  };
}
