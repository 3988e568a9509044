import type { Ctx } from '#platform/db/database.ts';
import type { Figure } from '../../domain/figures/figure.ts';
import type { MeasureDefinition } from '../../domain/figures/measure-definition.ts';
import type { Place } from '../../domain/figures/place.ts';
import { figuresOfZone, type ZoneFigure } from '../../domain/zones/zone-figures.ts';
import { versionOn, type ZoneSet, type ZoneVersion } from '../../domain/zones/zone-set.ts';
import { readFigures } from '../../store/figures.ts';
import { zoneSets } from '../../store/zones/zone-sets.ts';
import type { FiguresGround } from '../figures-ground.ts';

/** A zone as it stands on a day: which set it is of, and what it is made of. */
export type ZoneHere = {
  readonly code: string;
  readonly name: string;
  readonly set: ZoneSet;
  readonly version: ZoneVersion;
  readonly members: readonly string[];
};

/** Every zone that stands today, set by set. */
export async function zonesHere(ctx: Ctx, ground: FiguresGround): Promise<readonly ZoneHere[]> {
  return (await zoneSets(ctx)).flatMap((set): ZoneHere[] => {
    const version = versionOn(set, ctx.today);
    if (!version) return [];
    return [...version.members]
      .map(([code, members]) => ({
        code,
        name: ground.atlas.place(code)?.name ?? code,
        set,
        version,
        members,
      }))
      .toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB'));
  });
}

/** Which zones stand may change with the day while the figures do not: what is kept of them is kept for the day. */
export function dayOfZones(ctx: Ctx, ground: FiguresGround, place: Place): string {
  return place.code === ground.home ? ctx.today : '';
}

/** The figures of some zones in some measures. */
export type ZonesAsked = { definitions: readonly MeasureDefinition[]; zones: readonly ZoneHere[] };

/** The figures of zones by measure and zone. */
export async function figuresOfZones(
  ctx: Ctx,
  ground: FiguresGround,
  { definitions, zones }: ZonesAsked,
): Promise<(measure: string, zone: string) => readonly ZoneFigure[]> {
  const codes = [...new Set(zones.flatMap(({ code, members }) => [code, ...members]))];
  const found = await readFigures(ctx, ground.keys, {
    measures: definitions.map(({ id }) => id),
    areaCodes: codes,
    invented: ground.home?.startsWith('X') ?? false,
  });
  const byMeasure = new Map(
    definitions.map((definition) => [
      definition.id,
      {
        definition,
        byArea: Map.groupBy<string, Figure>(found.get(definition.id) ?? [], ({ areaCode }) => areaCode),
      },
    ]),
  );
  const byZone = new Map(zones.map((zone) => [zone.code, zone]));
  return (measure, code) => {
    const [read, zone] = [byMeasure.get(measure), byZone.get(code)];
    return read && zone ? figuresOfZone(zone, read.definition, read.byArea) : [];
  };
}
