import type { Ctx } from '#platform/db/database.ts';
import type { OwnPlaces } from '../../domain/own/own-table.ts';
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

/** The same as what makes up what. */
export function wholeAndParts(places: readonly OwnPlace[]): OwnPlaces {
  const [whole, ...parts] = places.map(({ code }) => code);
  return { whole: whole ?? '', parts };
}
