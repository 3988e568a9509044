import type { Ctx } from '#platform/db/database.ts';
import type { OwnArea } from '../domain/bringing-in/places.ts';
import { keepAreas, keepHomeArea } from '../store/areas.ts';
import { nationalArea } from '../store/reference-lists.ts';

export type AreasToSetUp = {
  /** the area that the partnership is of, by its code */
  home: string;
  /** areas that no national list holds: zones, or an invented county */
  areas: readonly OwnArea[];
};

/** Says which area a partnership is of, and which areas it has that no national list holds. Only the service itself may. */
export async function setUpAreas(ctx: Ctx, { home, areas }: AreasToSetUp): Promise<void> {
  if (ctx.actor.kind !== 'service') throw new Error('only the service sets areas up');
  const national = areas.find(({ code }) => nationalArea(code));
  if (national) throw new Error(`${national.code} is an area of the national lists already`);
  await keepAreas(ctx, areas);
  await keepHomeArea(ctx, home);
}
