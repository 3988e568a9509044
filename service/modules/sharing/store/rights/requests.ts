import { sql } from 'kysely';
import type { Ctx } from '#platform/db/database.ts';
import type { Id } from '#platform/kernel/id.ts';
import type { DataSubject } from '../../domain/rights/personal-records.ts';
import type { RightsRequest } from '../../domain/rights/rights-request.ts';
import { tables } from '../sharing-tables.ts';
import { withParts } from './request-parts.ts';
import { rowOf } from './request-rows.ts';

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

/** What somebody asked from their own account, the newest first. */
export async function requestsAskedBy(ctx: Ctx, personId: Id<'person'>): Promise<RightsRequest[]> {
  const rows = await ours(ctx).where('asked_by', '=', personId).orderBy('received_at', 'desc').execute();
  return withParts(ctx, rows);
}

/** Requests that came from an address or an account, or about a subject, whatever became of them. */
export async function requestsOfSubject(ctx: Ctx, { kind, id }: DataSubject): Promise<RightsRequest[]> {
  const linked = tables(ctx)
    .selectFrom('sharing.rights_subject')
    .select('request_id')
    .where('kind', '=', kind)
    .where('subject_id', '=', id);
  const rows = await ours(ctx)
    .where(({ or, eb }) =>
      or([
        eb('id', 'in', linked),
        ...(kind === 'address' ? [eb(sql`lower(email)`, '=', id)] : []),
        ...(kind === 'person' ? [eb('asked_by', '=', id)] : []),
      ]),
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

function ours(ctx: Ctx) {
  return tables(ctx)
    .selectFrom('sharing.rights_request')
    .selectAll()
    .where('partnership_id', '=', ctx.partnershipId);
}
