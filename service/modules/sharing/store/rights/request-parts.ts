import { z } from 'zod';
import type { Ctx } from '#platform/db/database.ts';
import type { DataSubject } from '../../domain/rights/personal-records.ts';
import type { RightsRequest } from '../../domain/rights/rights-request.ts';
import { tables } from '../sharing-tables.ts';
import { requestOf, type RequestRow } from './request-rows.ts';

const subjectKindOf = z.enum(['child', 'person', 'address']);
const pauseOf = z.enum(['identity', 'clarification']);

/** Requests with the pauses of their clocks, and whom in the records they are about. */
export async function withParts(ctx: Ctx, rows: readonly RequestRow[]): Promise<RightsRequest[]> {
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
