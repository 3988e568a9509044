import type { Ctx } from '#platform/db/database.ts';
import type { ElementDocument } from '../domain/framework-document.ts';
import { elementVersion } from '../store/elements.ts';
import type { FrameworkView } from './framework.ts';

/** An element as somebody who is about to change it sees it, with the version that they will have seen. */
export async function elementSeen(
  ctx: Ctx,
  view: FrameworkView,
  key: string,
): Promise<{ element: ElementDocument; version: number } | undefined> {
  const element = view.document.elements.find((one) => one.key === key);
  const found = element && (await elementVersion(ctx, view.stored.id, key));
  return found && element ? { element, version: found.version } : undefined;
}
