import type { Ctx } from '#platform/db/database.ts';
import type { SmallArea } from '../../domain/zones/small-area.ts';
import type { ZoneSet } from '../../domain/zones/zone-set.ts';
import { makeUpOf, type MakeUp } from '../../domain/zones/make-up.ts';
import { smallAreas } from '../../store/zones/small-areas.ts';
import { zoneSets } from '../../store/zones/zone-sets.ts';
import { figuresGround } from '../figures-ground.ts';
import { zonesHere, type ZoneHere } from './zone-ground.ts';

/** Every zone that stands today with what it is made of, and what can be drawn from. */
export type ZonesList = {
  readonly sets: readonly { set: ZoneSet; zones: readonly { zone: ZoneHere; makeUp: MakeUp }[] }[];
  readonly smallAreas: readonly SmallArea[];
  readonly homeName: string | undefined;
};

export async function zonesList(ctx: Ctx): Promise<ZonesList> {
  const ground = await figuresGround(ctx);
  const known = await smallAreas(ctx);
  const zones = await zonesHere(ctx, ground);
  const byCode = new Map(known.map((area) => [area.code, area]));
  return {
    sets: (await zoneSets(ctx)).map((set) => ({
      set,
      zones: zones
        .filter((zone) => zone.set.key === set.key)
        .map((zone) => ({ zone, makeUp: makeUpOf(zone.members.flatMap((code) => byCode.get(code) ?? [])) })),
    })),
    smallAreas: known,
    homeName: ground.home === undefined ? undefined : ground.atlas.place(ground.home)?.name,
  };
}
