import type { Ctx } from '#platform/db/database.ts';
import { areaChildren } from '../../store/money/area-children.ts';
import { placesOfOwn } from '../own/places-of-own.ts';

/** The places of a partnership, with how many children live in each as far as somebody wrote it down. */
export async function childrenSaid(ctx: Ctx) {
  return { places: await placesOfOwn(ctx), children: await areaChildren(ctx) };
}
