import { sql, type Selectable } from 'kysely';
import { z } from 'zod';
import type { Ctx } from '#platform/db/database.ts';
import { storedId } from '#platform/kernel/id.ts';
import type { DataSubject } from '../../domain/rights/personal-records.ts';
import {
  askersFor,
  identityWays,
  requestKinds,
  requestOutcomes,
  safeToWrite,
  waysToCome,
  type RightsRequest,
} from '../../domain/rights/rights-request.ts';
import { tables } from '../sharing-tables.ts';
import type { SharingTables } from '../tables.generated.ts';

const kindOf = z.enum(requestKinds);
const cameOf = z.enum(waysToCome);
const askerOf = z.enum(askersFor);
const safeOf = z.enum(safeToWrite);
const identityOf = z.enum(identityWays);
const outcomeOf = z.enum(requestOutcomes);
const subjectKindOf = z.enum(['child', 'person', 'address']);
const pauseOf = z.enum(['identity', 'clarification']);
const harmOf = z.enum(['none', 'some-kept-back']);

type Row = Selectable<SharingTables['sharing.rights_request']>;

/** Adds a request; whoever comes without an account may do that, and reads nothing back. */
export async function addRequest(ctx: Ctx, request: RightsRequest): Promise<void> {
  await tables(ctx)
    .insertInto('sharing.rights_request')
    .values({
      ...rowOf(request),
      id: request.id,
      partnership_id: ctx.partnershipId,
      received_at: ctx.now,
    })
    .execute();
}

/** Requests, the oldest first: those still open, or those answered. */
export async function requests(ctx: Ctx, which: 'open' | 'answered'): Promise<RightsRequest[]> {
  const rows = await ours(ctx)
    .where('answered_on', which === 'open' ? 'is' : 'is not', null)
    .orderBy('received_on')
    .orderBy('id')
    .execute();
  return withParts(ctx, rows);
}

export async function requestById(ctx: Ctx, id: string): Promise<RightsRequest | undefined> {
  const rows = await ours(ctx).where('id', '=', id).execute();
  return (await withParts(ctx, rows))[0];
}

/** Some requests by their ids. */
export async function requestsById(ctx: Ctx, ids: readonly string[]): Promise<RightsRequest[]> {
  if (ids.length === 0) return [];
  return withParts(
    ctx,
    await ours(ctx)
      .where('id', 'in', [...ids])
      .execute(),
  );
}

/** One, held against every other writer until the transaction ends. */
export async function lockRequest(ctx: Ctx, id: string): Promise<RightsRequest | undefined> {
  const rows = await ours(ctx).where('id', '=', id).forUpdate().execute();
  return (await withParts(ctx, rows))[0];
}

/** Keeps a request in place of the one of its id. */
export async function keepRequest(ctx: Ctx, request: RightsRequest): Promise<void> {
  await tables(ctx)
    .updateTable('sharing.rights_request')
    .set(rowOf(request))
    .where('id', '=', request.id)
    .execute();
}

/** Requests that came from an address, or about a subject, whatever became of them. */
export async function requestsOfSubject(ctx: Ctx, { kind, id }: DataSubject): Promise<RightsRequest[]> {
  const linked = tables(ctx)
    .selectFrom('sharing.rights_subject')
    .select('request_id')
    .where('kind', '=', kind)
    .where('subject_id', '=', id);
  const rows = await ours(ctx)
    .where(({ or, eb }) =>
      or([eb('id', 'in', linked), ...(kind === 'address' ? [eb(sql`lower(email)`, '=', id)] : [])]),
    )
    .orderBy('received_on')
    .execute();
  return withParts(ctx, rows);
}

/** Those answered on a day or before. */
export async function answeredRequests(ctx: Ctx, onOrBefore: string): Promise<RightsRequest[]> {
  const rows = await ours(ctx)
    .where(sql<boolean>`answered_on <= ${onOrBefore}::date`)
    .orderBy('answered_on')
    .execute();
  return withParts(ctx, rows);
}

/** Deletes requests with all that hangs on them; answers with how many rows went. */
export async function deleteRequests(ctx: Ctx, ids: readonly string[]): Promise<number> {
  let rows = 0;
  for (const table of hanging)
    rows += await deletedFrom(
      tables(ctx)
        .deleteFrom(table)
        .where('request_id', 'in', [...ids]),
    );
  return (
    rows +
    (await deletedFrom(
      tables(ctx)
        .deleteFrom('sharing.rights_request')
        .where('id', 'in', [...ids]),
    ))
  );
}

const hanging = [
  'sharing.gathered_span',
  'sharing.gathered_fact',
  'sharing.rights_signature',
  'sharing.rights_answer',
  'sharing.rights_pause',
  'sharing.rights_subject',
] as const;

async function deletedFrom(deletion: {
  executeTakeFirst(): Promise<{ numDeletedRows: bigint }>;
}): Promise<number> {
  return Number((await deletion.executeTakeFirst()).numDeletedRows);
}

export async function addPause(
  ctx: Ctx,
  requestId: string,
  pause: { reason: 'identity' | 'clarification'; words: string; byName: string },
): Promise<void> {
  await tables(ctx)
    .insertInto('sharing.rights_pause')
    .values({
      id: ctx.newId(),
      partnership_id: ctx.partnershipId,
      request_id: requestId,
      reason: pause.reason,
      words: pause.words,
      from_on: ctx.today,
      until_on: null,
      by_name: pause.byName,
    })
    .execute();
}

/** Ends every pause of a request that still runs. */
export async function endPauses(ctx: Ctx, requestId: string): Promise<void> {
  await tables(ctx)
    .updateTable('sharing.rights_pause')
    .set({ until_on: ctx.today })
    .where('request_id', '=', requestId)
    .where('until_on', 'is', null)
    .execute();
}

export async function linkSubject(
  ctx: Ctx,
  requestId: string,
  { subject, title, by }: { subject: DataSubject; title: string; by: string },
): Promise<void> {
  await tables(ctx)
    .insertInto('sharing.rights_subject')
    .values({
      partnership_id: ctx.partnershipId,
      request_id: requestId,
      kind: subject.kind,
      subject_id: subject.id,
      title,
      linked_by: by,
      linked_at: ctx.now,
    })
    .onConflict((conflict) => conflict.columns(['request_id', 'kind', 'subject_id']).doUpdateSet({ title }))
    .execute();
}

export async function unlinkSubject(ctx: Ctx, requestId: string, { kind, id }: DataSubject): Promise<void> {
  await tables(ctx)
    .deleteFrom('sharing.rights_subject')
    .where('request_id', '=', requestId)
    .where('kind', '=', kind)
    .where('subject_id', '=', id)
    .execute();
}

function ours(ctx: Ctx) {
  return tables(ctx)
    .selectFrom('sharing.rights_request')
    .selectAll()
    .where('partnership_id', '=', ctx.partnershipId);
}

function rowOf(request: RightsRequest) {
  const { who, identity, extended, harm, answer } = request;
  return {
    reference: request.reference,
    kind: request.kind,
    came_how: request.came,
    received_on: request.receivedOn,
    asker_name: who.name,
    asks_for: who.asksFor,
    about_name: who.aboutName,
    born_on: who.bornOn ?? null,
    words: request.words,
    email: who.email,
    other_way: who.otherWay,
    safe_to_write: who.safeToWrite,
    support: who.support,
    identity_how: identity?.how ?? null,
    identity_on: identity?.on ?? null,
    identity_by_name: identity?.byName ?? '',
    extended_months: extended?.months ?? 0,
    extended_reason: extended?.reason ?? '',
    extended_on: extended?.on ?? null,
    harm_found: harm?.found ?? null,
    harm_words: harm?.words ?? '',
    harm_asked: harm?.asked ?? '',
    harm_by_name: harm?.byName ?? '',
    harm_on: harm?.on ?? null,
    gathered_at: request.gatheredAt ?? null,
    outcome: answer?.outcome ?? null,
    outcome_words: answer?.words ?? '',
    answered_on: answer?.on ?? null,
    answered_by_name: answer?.byName ?? '',
    version: request.version,
  };
}

async function withParts(ctx: Ctx, rows: readonly Row[]): Promise<RightsRequest[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const pauses = await tables(ctx)
    .selectFrom('sharing.rights_pause')
    .selectAll()
    .where('request_id', 'in', ids)
    .orderBy('from_on')
    .orderBy('id')
    .execute();
  const subjects = await tables(ctx)
    .selectFrom('sharing.rights_subject')
    .selectAll()
    .where('request_id', 'in', ids)
    .orderBy('linked_at')
    .execute();
  return rows.map((row) => ({
    ...requestOf(row),
    pauses: pauses
      .filter((pause) => pause.request_id === row.id)
      .map((pause) => ({
        id: pause.id,
        reason: pauseOf.parse(pause.reason),
        fromOn: pause.from_on,
        untilOn: pause.until_on ?? undefined,
        words: pause.words,
        byName: pause.by_name,
      })),
    subjects: subjects
      .filter((subject) => subject.request_id === row.id)
      .map((subject) => ({
        subject: { kind: subjectKindOf.parse(subject.kind), id: subject.subject_id },
        title: subject.title,
      })),
  }));
}

function requestOf(row: Row): Omit<RightsRequest, 'pauses' | 'subjects'> {
  return {
    id: storedId(row.id),
    reference: row.reference,
    kind: kindOf.parse(row.kind),
    came: cameOf.parse(row.came_how),
    receivedOn: row.received_on,
    who: {
      name: row.asker_name,
      asksFor: askerOf.parse(row.asks_for),
      aboutName: row.about_name,
      bornOn: row.born_on ?? undefined,
      email: row.email,
      otherWay: row.other_way,
      safeToWrite: safeOf.parse(row.safe_to_write),
      support: row.support,
    },
    words: row.words,
    gatheredAt: row.gathered_at ?? undefined,
    version: row.version,
    ...stepsOf(row),
  };
}

function stepsOf(row: Row): Pick<RightsRequest, 'identity' | 'extended' | 'harm' | 'answer'> {
  return {
    identity:
      row.identity_how && row.identity_on
        ? { how: identityOf.parse(row.identity_how), on: row.identity_on, byName: row.identity_by_name }
        : undefined,
    extended: row.extended_on
      ? { months: row.extended_months, reason: row.extended_reason, on: row.extended_on }
      : undefined,
    harm:
      row.harm_found && row.harm_on
        ? {
            found: harmOf.parse(row.harm_found),
            words: row.harm_words,
            asked: row.harm_asked,
            byName: row.harm_by_name,
            on: row.harm_on,
          }
        : undefined,
    answer:
      row.outcome && row.answered_on
        ? {
            outcome: outcomeOf.parse(row.outcome),
            words: row.outcome_words,
            on: row.answered_on,
            byName: row.answered_by_name,
          }
        : undefined,
  };
}
