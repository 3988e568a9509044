import type { Ctx } from '#platform/db/database.ts';
import type { OwnPlaces } from '../../domain/own/own-table.ts';
import { versionOn } from '../../domain/zones/zone-set.ts';
import type { Division } from '../../domain/zones/crossing.ts';
import { zoneSets } from '../../store/zones/zone-sets.ts';
import { homeArea, ownAreas } from '../../store/areas.ts';
import { figuresGround } from '../figures-ground.ts';

/** A place of which the partnership counts, by its code. */
export type OwnPlace = { readonly code: string; readonly name: string };

/** Where a partnership counts: its area first, then its zones by name; none where nobody has said which area it is of. */
export async function placesOfOwn(ctx: Ctx): Promise<readonly OwnPlace[]> {
  const home = await homeArea(ctx);
  if (home === undefined) return [];
  const { atlas } = await figuresGround(ctx);
  const zones = (await ownAreas(ctx)).filter(({ kind }) => kind === 'zone');
  return [
    { code: home, name: atlas.place(home)?.name ?? home },
    ...zones
      .map(({ code, name }) => ({ code, name }))
      .toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB')),
  ];
}

/** The same as what makes up what: each set of zones divides the whole in its own way, and zones of no set in another. */
export async function wholeAndParts(ctx: Ctx, places: readonly OwnPlace[]): Promise<OwnPlaces> {
  const [whole, ...parts] = places.map(({ code }) => code);
  const sets = (await zoneSets(ctx)).flatMap((set): Division[] => {
    const members = versionOn(set, ctx.today)?.members;
    return members ? [{ parts: [...members.keys()], members }] : [];
  });
  const drawn = new Set(sets.flatMap((set) => set.parts));
  const others = parts.filter((part) => !drawn.has(part));
  const divisions = [...sets, ...(others.length > 0 ? [{ parts: others, members: new Map() }] : [])];
  return { whole: whole ?? '', parts, divisions };
}
