import { sql } from 'kysely';
import { z } from 'zod';
import type { Ctx } from '#platform/db/database.ts';
import { dayFrom } from '#platform/kernel/day.ts';
import { noFrontDoor, type FrontDoor, type Reader } from '../../domain/danger/front-door.ts';
import { families } from './concerns.ts';

/** The front door as it is set; an empty one where nobody has set it. */
export async function readFrontDoor(ctx: Ctx): Promise<FrontDoor> {
  const row = await families(ctx)
    .selectFrom('families.front_door')
    .selectAll()
    .where('partnership_id', '=', ctx.partnershipId)
    .executeTakeFirst();
  if (!row) return noFrontDoor;
  const numbers = await families(ctx)
    .selectFrom('families.front_door_number')
    .select(['name', 'number', 'hours', 'out_of_hours', 'checked_on'])
    .where('partnership_id', '=', ctx.partnershipId)
    .orderBy('place')
    .execute();
  return {
    numbers: numbers.map((one) => ({
      name: one.name,
      number: one.number,
      hours: one.hours,
      outOfHours: one.out_of_hours,
      checkedOn: one.checked_on,
    })),
    thresholdName: row.threshold_name,
    thresholdLink: row.threshold_link,
    referralLink: row.referral_link,
    unreadMinutes: row.unread_minutes,
    opens: row.opens,
    closes: row.closes,
    version: row.version,
  };
}

/** Keeps it whole in place of the version given; false where somebody else saved first. */
export async function writeFrontDoor(ctx: Ctx, door: FrontDoor, byName: string): Promise<boolean> {
  const set = {
    threshold_name: door.thresholdName,
    threshold_link: door.thresholdLink,
    referral_link: door.referralLink,
    unread_minutes: door.unreadMinutes,
    opens: door.opens,
    closes: door.closes,
    version: door.version + 1,
    changed_at: ctx.now,
    changed_by_name: byName,
  };
  const { numInsertedOrUpdatedRows } = await families(ctx)
    .insertInto('families.front_door')
    .values({ partnership_id: ctx.partnershipId, ...set })
    .onConflict((conflict) =>
      conflict
        .column('partnership_id')
        .doUpdateSet(set)
        .where('families.front_door.version', '=', door.version),
    )
    .executeTakeFirst();
  if ((numInsertedOrUpdatedRows ?? 0n) === 0n) return false;
  await families(ctx)
    .deleteFrom('families.front_door_number')
    .where('partnership_id', '=', ctx.partnershipId)
    .execute();
  const rows = door.numbers.map((one, at) => ({
    id: ctx.newId<'front-door-number'>(),
    partnership_id: ctx.partnershipId,
    place: at + 1,
    name: one.name,
    number: one.number,
    hours: one.hours,
    out_of_hours: one.outOfHours,
    checked_on: dayFrom(one.checkedOn) ?? ctx.today,
  }));
  if (rows.length > 0) await families(ctx).insertInto('families.front_door_number').values(rows).execute();
  return true;
}

/** Whether anybody is named to read what is told to the whole partnership. */
export async function isFrontDoorRead(ctx: Ctx): Promise<boolean> {
  const { rows } = await sql<{ is_read: boolean }>`select families.front_door_is_read() as is_read`.execute(
    ctx.db,
  );
  return rows[0]?.is_read ?? false;
}

const partOf = z.enum(['reader', 'deputy']);

/** Who is named to read today, by name. */
export async function readersNow(ctx: Ctx): Promise<Reader[]> {
  const rows = await families(ctx)
    .selectFrom('families.concern_reader')
    .select(['id', 'person_id', 'name', 'setting_id', 'part', 'named_by_name'])
    .where('partnership_id', '=', ctx.partnershipId)
    .where('from_at', '<=', ctx.now)
    .where('ended_at', 'is', null)
    .orderBy('name')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    personId: row.person_id,
    name: row.name,
    settingId: row.setting_id ?? undefined,
    part: partOf.parse(row.part),
    namedByName: row.named_by_name,
  }));
}

/** Names a reader; false where they are one already. */
export async function addReader(ctx: Ctx, reader: Omit<Reader, 'id'>): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await families(ctx)
    .insertInto('families.concern_reader')
    .values({
      id: ctx.newId<'concern-reader'>(),
      partnership_id: ctx.partnershipId,
      person_id: reader.personId,
      name: reader.name,
      setting_id: reader.settingId ?? null,
      part: reader.part,
      from_at: ctx.now,
      named_by_name: reader.namedByName,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** Ends somebody's reading, now. */
export async function endReader(ctx: Ctx, id: string, byName: string): Promise<boolean> {
  const { numUpdatedRows } = await families(ctx)
    .updateTable('families.concern_reader')
    .set({ ended_at: ctx.now, ended_by_name: byName })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
