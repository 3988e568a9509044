import { sql, type Selectable } from 'kysely';
import { z } from 'zod';
import type { Ctx } from '#platform/db/database.ts';
import type { Day } from '#platform/kernel/day.ts';
import { storedId, type Id } from '#platform/kernel/id.ts';
import { meetingKinds, meetingStates, type Meeting } from '../domain/meeting.ts';
import { changedNow, tables } from './delivery-tables.ts';
import type { DeliveryTables } from './tables.generated.ts';

const kindOf = z.enum(meetingKinds);
const stateOf = z.enum(meetingStates);

/** Meetings in order of their day, of all bodies or of one, between two days (both taken in). */
export async function meetingsBetween(
  ctx: Ctx,
  asked: { bodyId?: Id<'body'> | undefined; from?: Day | undefined; to?: Day | undefined },
): Promise<Meeting[]> {
  let query = ours(ctx);
  if (asked.bodyId !== undefined) query = query.where('body_id', '=', asked.bodyId);
  if (asked.from !== undefined) query = query.where('meets_on', '>=', asked.from);
  if (asked.to !== undefined) query = query.where('meets_on', '<=', asked.to);
  const rows = await query.orderBy('meets_on').orderBy('starts_at').execute();
  return rows.map(meetingOf);
}

export async function meetingByKey(ctx: Ctx, key: string): Promise<Meeting | undefined> {
  const row = await ours(ctx).where('key', '=', key).executeTakeFirst();
  return row && meetingOf(row);
}

/** Some meetings by their ids, in no order. */
export async function meetingsById(ctx: Ctx, ids: readonly string[]): Promise<Meeting[]> {
  if (ids.length === 0) return [];
  const rows = await ours(ctx)
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .execute();
  return rows.map(meetingOf);
}

/** One, held against every other writer until the transaction ends. */
export async function lockMeeting(ctx: Ctx, key: string): Promise<Meeting | undefined> {
  const row = await ours(ctx).where('key', '=', key).forUpdate().executeTakeFirst();
  return row && meetingOf(row);
}

/** The last meeting of a body, or the last of one kind, that was held before a day. */
export async function lastHeldBefore(
  ctx: Ctx,
  { bodyId, on, kind }: { bodyId: Id<'body'>; on: Day; kind?: Meeting['kind'] },
): Promise<Meeting | undefined> {
  let query = ours(ctx);
  if (kind !== undefined) query = query.where('kind', '=', kind);
  const row = await query
    .where('body_id', '=', bodyId)
    .where('state', '=', 'held')
    .where('meets_on', '<', on)
    .orderBy('meets_on', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && meetingOf(row);
}

/** Keeps a meeting in place of the one of its id. */
export async function keepMeeting(ctx: Ctx, meeting: Meeting): Promise<void> {
  const row = {
    body_id: meeting.bodyId,
    cycle_id: meeting.cycleId ?? null,
    key: meeting.key,
    kind: meeting.kind,
    title: meeting.title,
    theme: meeting.theme,
    framework_slug: meeting.element.frameworkSlug,
    element_key: meeting.element.elementKey,
    meets_on: meeting.on,
    starts_at: meeting.at,
    minutes: meeting.minutes,
    place: meeting.place,
    joining: meeting.joining,
    state: meeting.state,
    cancelled_because: meeting.cancelledBecause,
    sequence: meeting.sequence,
    version: meeting.version,
    ...changedNow(ctx),
  };
  await tables(ctx)
    .insertInto('delivery.meeting')
    .values({ id: meeting.id, partnership_id: ctx.partnershipId, ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute();
}

function ours(ctx: Ctx) {
  return tables(ctx)
    .selectFrom('delivery.meeting')
    .selectAll()
    .where('partnership_id', '=', ctx.partnershipId);
}

function meetingOf(row: Selectable<DeliveryTables['delivery.meeting']>): Meeting {
  return {
    id: storedId(row.id),
    bodyId: storedId(row.body_id),
    cycleId: row.cycle_id === null ? undefined : storedId(row.cycle_id),
    key: row.key,
    kind: kindOf.parse(row.kind),
    title: row.title,
    theme: row.theme,
    element: { frameworkSlug: row.framework_slug, elementKey: row.element_key },
    on: row.meets_on,
    at: row.starts_at.slice(0, 5),
    minutes: row.minutes,
    place: row.place,
    joining: row.joining,
    state: stateOf.parse(row.state),
    cancelledBecause: row.cancelled_because,
    sequence: row.sequence,
    version: row.version,
  };
}
