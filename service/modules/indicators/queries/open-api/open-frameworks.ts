import { frameworks } from '#modules/strategy/index.ts';
import type { Ctx } from '#platform/db/database.ts';

/** A strategy that everybody may read. */
export type OpenFramework = { slug: string; name: string; isLibrary: boolean };

/** The strategies that whoever asks may read; a visitor is told of those that are published. */
export async function openFrameworks(ctx: Ctx): Promise<readonly OpenFramework[]> {
  const lines = await frameworks(ctx);
  return lines.map(({ slug, name, isLibrary }) => ({ slug, name, isLibrary }));
}
