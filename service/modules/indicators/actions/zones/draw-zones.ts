import { allowed, type NotAllowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import { addDays, type Day } from '#platform/kernel/day.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import { drawZones as mayDrawZones } from '../../domain/permissions.ts';
import { checkZones, type Assigned, type Leaving, type ZonesRefusal } from '../../domain/zones/zone-list.ts';
import { zoneSetKey, type ZoneSet } from '../../domain/zones/zone-set.ts';
import { homeArea, keepAreas, ownAreas } from '../../store/areas.ts';
import { raiseFiguresVersion } from '../../store/batches.ts';
import { smallAreas } from '../../store/zones/small-areas.ts';
import {
  addZoneSet,
  addZoneVersion,
  endVersionsBefore,
  removeVersionFrom,
  zoneSets,
} from '../../store/zones/zone-sets.ts';
import { writerOf } from '../gaps/writer-of.ts';

export type DrawZonesRefusal =
  | NotAllowed
  | ZonesRefusal
  | { reason: 'set-name-without-letters' }
  | { reason: 'ends-before-it-begins' };

export type ZonesToDraw = {
  /** the name of the set: one of the same name gets a new version */
  name: string;
  from: Day;
  until: Day | undefined;
  fileName: string;
  header: string;
  assigned: readonly Assigned[];
  leaving: Leaving;
};

/**
 * Draws a set of zones out of small areas, or draws one anew from a day on; what stood before is kept and ends on the day
 * before. A zone keeps its code as long as it keeps its name.
 */
export async function drawZones(
  ctx: Ctx,
  given: ZonesToDraw,
): Promise<Outcome<{ key: string; zones: number }, DrawZonesRefusal>> {
  if (!allowed(ctx.actor, mayDrawZones)) return refuse({ reason: 'not-allowed' });
  const key = zoneSetKey(given.name);
  if (key === '') return refuse({ reason: 'set-name-without-letters' });
  const { from, until } = given;
  if (until !== undefined && until < from) return refuse({ reason: 'ends-before-it-begins' });
  const checked = checkZones(given, await smallAreas(ctx), given.leaving);
  if (!checked.done) return checked;
  const byName = writerOf(ctx.actor).name;
  await addZoneSet(ctx, { id: ctx.newId(), key, name: given.name, byName });
  const sets = await zoneSets(ctx);
  const set = sets.find((one) => one.key === key);
  if (!set) throw new Error('a set of zones was not written down');
  const codes = await codesFor(ctx, { set, others: sets, names: checked.value.map(({ zone }) => zone) });
  await endVersionsBefore(ctx, set.id, { from, last: addDays(from, -1) });
  await removeVersionFrom(ctx, set.id, from);
  const zoneOf = new Map(checked.value.map(({ code, zone }) => [code, codes.get(zone) ?? '']));
  await addZoneVersion(ctx, {
    id: ctx.newId(),
    setId: set.id,
    from,
    until,
    fileName: given.fileName,
    byName,
    zoneOf,
  });
  await raiseFiguresVersion(ctx);
  await ctx.record({
    type: 'indicators.zones-drawn',
    subject: { kind: 'zone-set', id: key },
    details: { zones: codes.size, smallAreas: zoneOf.size, from },
  });
  return done({ key, zones: codes.size });
}

/** The code of each zone: the one it had in this set, that of an area of ours that is in no set, or a new one. */
async function codesFor(
  ctx: Ctx,
  { set, others, names }: { set: ZoneSet; others: readonly ZoneSet[]; names: readonly string[] },
): Promise<ReadonlyMap<string, string>> {
  const zones = (await ownAreas(ctx)).filter(({ kind }) => kind === 'zone');
  const inOthers = new Set(others.filter((one) => one !== set).flatMap(codesIn));
  const free = new Map(
    zones.filter(({ code }) => !inOthers.has(code)).map(({ name, code }) => [name.toLowerCase(), code]),
  );
  const isInvented = (await homeArea(ctx))?.startsWith('X') ?? false;
  const prefix = isInvented ? 'X2' : 'Z2';
  let last = Math.max(
    0,
    ...zones.filter(({ code }) => code.startsWith(prefix)).map(({ code }) => Number(code.slice(2))),
  );
  const codes = new Map<string, string>();
  for (const name of [...new Set(names)].toSorted((a, b) => a.localeCompare(b, 'en-GB'))) {
    const known = free.get(name.toLowerCase());
    if (known === undefined) last += 1;
    codes.set(name, known ?? `${prefix}${String(last).padStart(7, '0')}`);
  }
  await keepAreas(
    ctx,
    [...codes].map(([name, code]) => ({
      code,
      dfeCode: undefined,
      name,
      kind: 'zone',
      regionCode: undefined,
    })),
  );
  return codes;
}

function codesIn({ versions }: ZoneSet): string[] {
  return versions.flatMap(({ members }) => [...members.keys()]);
}
