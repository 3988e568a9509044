import type { Ctx } from '#platform/db/database.ts';
import type { Day } from '#platform/kernel/day.ts';
import type { ZoneSet, ZoneVersion } from '../../domain/zones/zone-set.ts';
import type { IndicatorsTables } from '../tables.generated.ts';

/** Every set of zones of the partnership, by name, each with its versions, newest first. */
export async function zoneSets(ctx: Ctx): Promise<ZoneSet[]> {
  const sets = await indicators(ctx)
    .selectFrom('indicators.zone_set')
    .selectAll()
    .where('partnership_id', '=', ctx.partnershipId)
    .orderBy('name')
    .execute();
  if (sets.length === 0) return [];
  const versions = await indicators(ctx)
    .selectFrom('indicators.zone_version')
    .selectAll()
    .where('partnership_id', '=', ctx.partnershipId)
    .orderBy('valid_from', 'desc')
    .execute();
  const members = await indicators(ctx)
    .selectFrom('indicators.zone_member')
    .select(['zone_version_id', 'zone_code', 'small_area_code'])
    .where('partnership_id', '=', ctx.partnershipId)
    .orderBy('small_area_code')
    .execute();
  const byVersion = Map.groupBy(members, ({ zone_version_id }) => zone_version_id);
  return sets.map(({ id, key, name }) => ({
    id,
    key,
    name,
    versions: versions
      .filter(({ zone_set_id }) => zone_set_id === id)
      .map((row): ZoneVersion => ({
        id: row.id,
        from: row.valid_from,
        until: row.valid_until ?? undefined,
        fileName: row.file_name,
        madeAt: row.made_at,
        madeByName: row.made_by_name,
        members: membersOf(byVersion.get(row.id) ?? []),
      })),
  }));
}

function membersOf(
  rows: readonly { zone_code: string; small_area_code: string }[],
): ReadonlyMap<string, readonly string[]> {
  const members = new Map<string, string[]>();
  for (const { zone_code, small_area_code } of rows)
    members.set(zone_code, [...(members.get(zone_code) ?? []), small_area_code]);
  return members;
}

/** Writes a set down, or nothing where its key is there. */
export async function addZoneSet(
  ctx: Ctx,
  { id, key, name, byName }: { id: string; key: string; name: string; byName: string },
): Promise<void> {
  await indicators(ctx)
    .insertInto('indicators.zone_set')
    .values({
      id,
      partnership_id: ctx.partnershipId,
      key,
      name,
      made_at: ctx.now,
      made_by_name: byName,
    })
    .onConflict((conflict) => conflict.columns(['partnership_id', 'key']).doNothing())
    .execute();
}

export type NewVersion = {
  id: string;
  setId: string;
  from: Day;
  until: Day | undefined;
  fileName: string;
  byName: string;
  /** the zone of each small area */
  zoneOf: ReadonlyMap<string, string>;
};

/** Ends the versions that would still stand on a day, on the day before it. */
export async function endVersionsBefore(
  ctx: Ctx,
  setId: string,
  { from, last }: { from: Day; last: Day },
): Promise<void> {
  await indicators(ctx)
    .updateTable('indicators.zone_version')
    .set({ valid_until: last })
    .where('partnership_id', '=', ctx.partnershipId)
    .where('zone_set_id', '=', setId)
    .where('valid_from', '<', from)
    .where((eb) => eb.or([eb('valid_until', 'is', null), eb('valid_until', '>=', from)]))
    .execute();
}

/** Takes a version that begins on the same day out, with its members: the new one stands in its place. */
export async function removeVersionFrom(ctx: Ctx, setId: string, from: Day): Promise<void> {
  const before = await indicators(ctx)
    .selectFrom('indicators.zone_version')
    .select('id')
    .where('partnership_id', '=', ctx.partnershipId)
    .where('zone_set_id', '=', setId)
    .where('valid_from', '=', from)
    .executeTakeFirst();
  if (!before) return;
  await indicators(ctx)
    .deleteFrom('indicators.zone_member')
    .where('partnership_id', '=', ctx.partnershipId)
    .where('zone_version_id', '=', before.id)
    .execute();
  await indicators(ctx)
    .deleteFrom('indicators.zone_version')
    .where('partnership_id', '=', ctx.partnershipId)
    .where('id', '=', before.id)
    .execute();
}

export async function addZoneVersion(ctx: Ctx, version: NewVersion): Promise<void> {
  await indicators(ctx)
    .insertInto('indicators.zone_version')
    .values({
      id: version.id,
      partnership_id: ctx.partnershipId,
      zone_set_id: version.setId,
      valid_from: version.from,
      valid_until: version.until ?? null,
      file_name: version.fileName,
      made_at: ctx.now,
      made_by_name: version.byName,
    })
    .execute();
  const rows = [...version.zoneOf].map(([small_area_code, zone_code]) => ({
    partnership_id: ctx.partnershipId,
    zone_version_id: version.id,
    small_area_code,
    zone_code,
  }));
  for (let at = 0; at < rows.length; at += 1000)
    await indicators(ctx)
      .insertInto('indicators.zone_member')
      .values(rows.slice(at, at + 1000))
      .execute();
}

function indicators(ctx: Ctx) {
  return ctx.db.withTables<IndicatorsTables>();
}
