import { allowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import { idFrom, type Id } from '#platform/kernel/id.ts';
import { compareVersions, type Change } from '../domain/compare-versions.ts';
import type { BringInContent } from '../domain/editing/bring-in.ts';
import type { FrameworkDocument } from '../domain/framework-document.ts';
import { editStrategy } from '../domain/permissions.ts';
import { bringInById } from '../store/bring-ins.ts';
import { allFrameworks, frameworkBySlug, type FrameworkLine } from '../store/frameworks.ts';

/** Something on its way in, for the person who brought it. */
export type BringIn = { id: Id<'bring-in'>; content: BringInContent };

/** What one person is bringing in; undefined where there is none of theirs, or it has expired. */
export async function bringIn(ctx: Ctx, idText: string): Promise<BringIn | undefined> {
  const id = idFrom<'bring-in'>(idText);
  if (!id || !allowed(ctx.actor, editStrategy)) return undefined;
  const content = await bringInById(ctx, id);
  return content && { id, content };
}

/** What bringing a document in would do. */
export type BringInPreview = {
  document: FrameworkDocument;
  /** the partnership's own frameworks that it could take the place of */
  own: readonly FrameworkLine[];
  /** the one whose place it would take, and what would change in it */
  replaces: { slug: string; name: string; version: number; changes: readonly Change[] } | undefined;
};

/**
 * Lays a document on its way in beside what is here.
 * @param choice the slug of an own framework to replace, or 'new'; where nothing was chosen yet, the one of its own slug
 */
export async function bringInPreview(
  ctx: Ctx,
  document: FrameworkDocument,
  choice: string | undefined,
): Promise<BringInPreview> {
  const all = await allFrameworks(ctx);
  const own = all.filter(({ isLibrary, status }) => !isLibrary && status !== 'closed');
  const slug = choice ?? document.slug;
  const target = own.some((line) => line.slug === slug) ? await frameworkBySlug(ctx, slug) : undefined;
  const replaces = target && {
    slug,
    name: target.name,
    version: target.version,
    changes: compareVersions(target.document, { ...document, slug }),
  };
  return { document, own, replaces };
}
