import type { Ctx } from '#platform/db/database.ts';
import { sideBySide, turned, type SideBySide } from '../domain/crosswalk.ts';
import type { CrosswalkDocument } from '../domain/framework-document.ts';
import { allCrosswalks } from '../store/crosswalks.ts';
import { framework } from './framework.ts';

/** Two frameworks laid side by side; where nobody has drawn a crosswalk, every element stands alone. */
export type SideBySideView = { title: string; note: string | undefined; isDrawn: boolean; both: SideBySide };

/** Lays two frameworks side by side; undefined where this person may not see one of them. */
export async function twoFrameworks(
  ctx: Ctx,
  slugs: { left: string; right: string },
): Promise<SideBySideView | undefined> {
  const left = await framework(ctx, slugs.left);
  const right = await framework(ctx, slugs.right);
  if (!left || !right) return undefined;
  const drawn = between(await allCrosswalks(ctx), slugs);
  const crosswalk = drawn ?? emptyCrosswalk(slugs);
  const both = sideBySide(crosswalk, [left.document, right.document]);
  return both.done
    ? { title: crosswalk.title, note: crosswalk.note, isDrawn: drawn !== undefined, both: both.value }
    : undefined;
}

function between(
  all: readonly CrosswalkDocument[],
  { left, right }: { left: string; right: string },
): CrosswalkDocument | undefined {
  const straight = all.find((crosswalk) => crosswalk.left === left && crosswalk.right === right);
  const crossed = all.find((crosswalk) => crosswalk.left === right && crosswalk.right === left);
  return straight ?? (crossed && turned(crossed));
}

function emptyCrosswalk({ left, right }: { left: string; right: string }): CrosswalkDocument {
  return { format: 'goldenthread-crosswalk/1', slug: 'none', title: 'Side by side', left, right, pairs: [] };
}

/** Every crosswalk that can be read, for a list. */
export async function crosswalks(ctx: Ctx): Promise<readonly CrosswalkDocument[]> {
  return allCrosswalks(ctx);
}
