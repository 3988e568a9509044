import { sql, type Selectable } from 'kysely';
import { z } from 'zod';
import type { Ctx } from '#platform/db/database.ts';
import { storedId } from '#platform/kernel/id.ts';
import { complaintOutcomes, type Complaint } from '../../domain/complaints/complaint.ts';
import { safeToWrite, waysToCome } from '../../domain/rights/rights-request.ts';
import { tables } from '../sharing-tables.ts';
import type { SharingTables } from '../tables.generated.ts';

const cameOf = z.enum(waysToCome);
const safeOf = z.enum(safeToWrite);
const outcomeOf = z.enum(complaintOutcomes);

/** Adds a complaint; whoever comes without an account may do that, and reads nothing back. */
export async function addComplaint(ctx: Ctx, complaint: Complaint): Promise<void> {
  const { partnershipId } = ctx;
  await tables(ctx)
    .insertInto('sharing.complaint')
    .values({ ...rowOf(complaint), id: complaint.id, partnership_id: partnershipId, received_at: ctx.now })
    .execute();
  await addAbout(ctx, complaint.id, complaint.about);
}

/** Says whom a complaint is about: from then on they do not see it. */
export async function addAbout(ctx: Ctx, id: string, people: readonly string[]): Promise<void> {
  if (people.length === 0) return;
  await tables(ctx)
    .insertInto('sharing.complaint_about')
    .values(
      people.map((personId) => ({
        partnership_id: ctx.partnershipId,
        complaint_id: id,
        person_id: personId,
      })),
    )
    .onConflict((conflict) => conflict.columns(['complaint_id', 'person_id']).doNothing())
    .execute();
}

/** Complaints, the oldest first. Row-level security leaves out those that are about whoever asks. */
export async function complaints(ctx: Ctx, which: 'open' | 'answered'): Promise<Complaint[]> {
  return withAbout(
    ctx,
    await ours(ctx)
      .where('answered_on', which === 'open' ? 'is' : 'is not', null)
      .orderBy('received_on')
      .orderBy('id')
      .execute(),
  );
}

export async function complaintById(ctx: Ctx, id: string): Promise<Complaint | undefined> {
  return (await withAbout(ctx, await ours(ctx).where('id', '=', id).execute()))[0];
}

/** One, held against every other writer until the transaction ends. */
export async function lockComplaint(ctx: Ctx, id: string): Promise<Complaint | undefined> {
  return (await withAbout(ctx, await ours(ctx).where('id', '=', id).forUpdate().execute()))[0];
}

export async function keepComplaint(ctx: Ctx, complaint: Complaint): Promise<void> {
  await tables(ctx)
    .updateTable('sharing.complaint')
    .set(rowOf(complaint))
    .where('id', '=', complaint.id)
    .execute();
}

/** Those that came from an address, or from somebody's own account, the oldest first. */
export async function complaintsFrom(
  ctx: Ctx,
  from: { email: string } | { personId: string },
): Promise<Complaint[]> {
  const asked = ours(ctx).orderBy('received_at');
  return withAbout(
    ctx,
    await (
      'email' in from
        ? asked.where(sql`lower(email)`, '=', from.email)
        : asked.where('made_by', '=', from.personId)
    ).execute(),
  );
}

/** Those answered on a day or before. */
export async function answeredComplaints(ctx: Ctx, onOrBefore: string): Promise<Complaint[]> {
  return withAbout(
    ctx,
    await ours(ctx)
      .where(sql<boolean>`answered_on <= ${onOrBefore}::date`)
      .execute(),
  );
}

export async function deleteComplaints(ctx: Ctx, ids: readonly string[]): Promise<number> {
  const about = await tables(ctx)
    .deleteFrom('sharing.complaint_about')
    .where('complaint_id', 'in', [...ids])
    .executeTakeFirst();
  const gone = await tables(ctx)
    .deleteFrom('sharing.complaint')
    .where('id', 'in', [...ids])
    .executeTakeFirst();
  return Number(about.numDeletedRows + gone.numDeletedRows);
}

function ours(ctx: Ctx) {
  return tables(ctx)
    .selectFrom('sharing.complaint')
    .selectAll()
    .where('partnership_id', '=', ctx.partnershipId);
}

async function withAbout(
  ctx: Ctx,
  rows: readonly Selectable<SharingTables['sharing.complaint']>[],
): Promise<Complaint[]> {
  if (rows.length === 0) return [];
  const about = await tables(ctx)
    .selectFrom('sharing.complaint_about')
    .select(['complaint_id', 'person_id'])
    .where(
      'complaint_id',
      'in',
      rows.map(({ id }) => id),
    )
    .execute();
  return rows.map((row) => ({
    ...complaintOf(row),
    about: about.filter(({ complaint_id }) => complaint_id === row.id).map(({ person_id }) => person_id),
  }));
}

function complaintOf(row: Selectable<SharingTables['sharing.complaint']>): Omit<Complaint, 'about'> {
  return {
    id: storedId(row.id),
    reference: row.reference,
    came: cameOf.parse(row.came_how),
    receivedOn: row.received_on,
    name: row.name,
    email: row.email,
    otherWay: row.other_way,
    safeToWrite: safeOf.parse(row.safe_to_write),
    madeBy: row.made_by === null ? undefined : storedId(row.made_by),
    words: row.words,
    wish: row.wish,
    acknowledged: row.acknowledged_on
      ? { on: row.acknowledged_on, how: row.acknowledged_how, byName: row.acknowledged_by_name }
      : undefined,
    progress: row.progress,
    answer:
      row.outcome && row.answered_on
        ? {
            outcome: outcomeOf.parse(row.outcome),
            words: row.outcome_words,
            on: row.answered_on,
            byName: row.answered_by_name,
          }
        : undefined,
    version: row.version,
  };
}

function rowOf(complaint: Complaint) {
  const { acknowledged, answer } = complaint;
  return {
    reference: complaint.reference,
    came_how: complaint.came,
    received_on: complaint.receivedOn,
    name: complaint.name,
    email: complaint.email,
    other_way: complaint.otherWay,
    safe_to_write: complaint.safeToWrite,
    made_by: complaint.madeBy ?? null,
    words: complaint.words,
    wish: complaint.wish,
    acknowledged_on: acknowledged?.on ?? null,
    acknowledged_how: acknowledged?.how ?? '',
    acknowledged_by_name: acknowledged?.byName ?? '',
    progress: complaint.progress,
    outcome: answer?.outcome ?? null,
    outcome_words: answer?.words ?? '',
    answered_on: answer?.on ?? null,
    answered_by_name: answer?.byName ?? '',
    version: complaint.version,
  };
}
