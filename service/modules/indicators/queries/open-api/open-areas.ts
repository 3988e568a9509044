import type { Ctx } from '#platform/db/database.ts';
import { englandCode, type Place } from '../../domain/figures/place.ts';
import { areasToChoose } from '../areas-to-choose.ts';
import { figuresGround } from '../figures-ground.ts';

/** Every area with figures, England among them. */
export async function openAreas(ctx: Ctx): Promise<readonly Place[]> {
  const { all } = await areasToChoose(ctx);
  const { atlas } = await figuresGround(ctx);
  const england = atlas.place(englandCode);
  return england && all.length > 0 ? [...all, england] : all;
}

/** The area of a code; undefined where nobody knows it. */
export async function openArea(ctx: Ctx, code: string): Promise<Place | undefined> {
  return (await figuresGround(ctx)).atlas.place(code);
}
