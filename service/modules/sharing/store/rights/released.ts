import { sql } from 'kysely';
import type { Ctx } from '#platform/db/database.ts';
import type { Day } from '#platform/kernel/day.ts';
import { tables } from '../sharing-tables.ts';

/** Somebody who says that an answer may go, and what it held when they said so. */
export type Signature = { place: number; personId: string; name: string; at: Date; digest: string };

export async function signatures(ctx: Ctx, requestId: string): Promise<Signature[]> {
  const rows = await tables(ctx)
    .selectFrom('sharing.rights_signature')
    .selectAll()
    .where('request_id', '=', requestId)
    .orderBy('place')
    .execute();
  return rows.map((row) => ({
    place: row.place,
    personId: row.person_id,
    name: row.person_name,
    at: row.signed_at,
    digest: row.digest,
  }));
}

export async function addSignature(
  ctx: Ctx,
  requestId: string,
  { place, personId, name, digest }: Omit<Signature, 'at'>,
): Promise<void> {
  await tables(ctx)
    .insertInto('sharing.rights_signature')
    .values({
      partnership_id: ctx.partnershipId,
      request_id: requestId,
      place,
      person_id: personId,
      person_name: name,
      signed_at: ctx.now,
      digest,
    })
    .execute();
}

/** What was signed has changed: nobody has signed what stands there now. */
export async function removeSignatures(ctx: Ctx, requestId: string): Promise<void> {
  await tables(ctx).deleteFrom('sharing.rights_signature').where('request_id', '=', requestId).execute();
}

/** An answer as it left, in its three forms. */
export type Released = {
  id: string;
  requestId: string;
  madeAt: Date;
  expiresAt: Date;
  page: string;
  pdf: Uint8Array;
  record: string;
  fetchedAt: Date | undefined;
  handedOverOn: Day | undefined;
};

export async function addReleased(
  ctx: Ctx,
  released: Pick<Released, 'id' | 'requestId' | 'expiresAt' | 'page' | 'pdf' | 'record'>,
): Promise<void> {
  await tables(ctx)
    .insertInto('sharing.rights_answer')
    .values({
      id: released.id,
      partnership_id: ctx.partnershipId,
      request_id: released.requestId,
      made_at: ctx.now,
      expires_at: released.expiresAt,
      page: released.page,
      pdf: Buffer.from(released.pdf),
      record: released.record,
    })
    .execute();
}

/** An answer that is still there; undefined where its day is over. */
export async function releasedOf(
  ctx: Ctx,
  by: { requestId: string } | { id: string },
): Promise<Released | undefined> {
  const row = await tables(ctx)
    .selectFrom('sharing.rights_answer')
    .selectAll()
    .where('requestId' in by ? 'request_id' : 'id', '=', 'requestId' in by ? by.requestId : by.id)
    .where('expires_at', '>', ctx.now)
    .executeTakeFirst();
  return (
    row && {
      id: row.id,
      requestId: row.request_id,
      madeAt: row.made_at,
      expiresAt: row.expires_at,
      page: row.page,
      pdf: row.pdf,
      record: row.record,
      fetchedAt: row.fetched_at ?? undefined,
      handedOverOn: row.handed_over_on ?? undefined,
    }
  );
}

export async function noteFetched(ctx: Ctx, id: string): Promise<void> {
  await tables(ctx)
    .updateTable('sharing.rights_answer')
    .set({ fetched_at: ctx.now })
    .where('id', '=', id)
    .where('fetched_at', 'is', null)
    .execute();
}

export async function noteHandedOver(ctx: Ctx, requestId: string, byName: string): Promise<void> {
  await tables(ctx)
    .updateTable('sharing.rights_answer')
    .set({ handed_over_on: ctx.today, handed_over_by_name: byName })
    .where('request_id', '=', requestId)
    .execute();
}

/** Deletes answers whose day is over; names the requests whose answers went. */
export async function deleteExpired(ctx: Ctx): Promise<string[]> {
  const rows = await tables(ctx)
    .deleteFrom('sharing.rights_answer')
    .where('expires_at', '<=', ctx.now)
    .where(sql<boolean>`partnership_id = ${ctx.partnershipId}`)
    .returning('request_id')
    .execute();
  return rows.map(({ request_id }) => request_id);
}

/** Until when an answer is there; undefined where it is gone. */
export async function releasedDay(ctx: Ctx, id: string): Promise<Date | undefined> {
  const row = await tables(ctx)
    .selectFrom('sharing.rights_answer')
    .select('expires_at')
    .where('id', '=', id)
    .where('expires_at', '>', ctx.now)
    .executeTakeFirst();
  return row?.expires_at;
}
