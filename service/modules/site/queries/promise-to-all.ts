import type { Ctx } from '#platform/db/database.ts';
import {
  framework,
  frameworks,
  promises,
  type FrameworkView,
  type Promised,
} from '#modules/strategy/index.ts';

/** What stands on the front page: the partnership's own published strategy, and what it promises every child. */
export type Front = { view: FrameworkView; promised: readonly Promised[]; vision: Promised | undefined };

/** Undefined until the partnership has published a strategy. */
export async function promiseToAll(ctx: Ctx): Promise<Front | undefined> {
  const own = (await frameworks(ctx)).find((line) => !line.isLibrary && line.isPublished);
  const view = own && (await framework(ctx, own.slug));
  return view && { view, ...promises(view.document) };
}
