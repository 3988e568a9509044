import { allowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import type { Id } from '#platform/kernel/id.ts';
import type { FrameworkDocument } from '../domain/framework-document.ts';
import { editStrategy } from '../domain/permissions.ts';
import {
  allFrameworks,
  frameworkBySlug,
  frameworksById,
  frameworksBySlug,
  ownFrameworksWhole,
  type FrameworkLine,
  type StoredFramework,
} from '../store/frameworks.ts';

export type { FrameworkLine } from '../store/frameworks.ts';

/** A framework as one person sees it. */
export type FrameworkView = {
  stored: StoredFramework;
  /** the working document for those who may edit it; what was published for everybody else */
  document: FrameworkDocument;
  mayEdit: boolean;
  /** the working document differs from what everybody sees */
  hasUnpublishedChanges: boolean;
};

/** A framework by its slug; undefined where there is none, or none that this person may see. */
export async function framework(ctx: Ctx, slug: string): Promise<FrameworkView | undefined> {
  const stored = await frameworkBySlug(ctx, slug);
  return stored && viewOf(ctx, stored);
}

/** Frameworks by their slugs, as this person may see them, however many in one question. */
export async function frameworksNamed(ctx: Ctx, slugs: readonly string[]): Promise<FrameworkView[]> {
  const all = await frameworksBySlug(ctx, [...new Set(slugs)]);
  return all.map((stored) => viewOf(ctx, stored)).filter((view) => view !== undefined);
}

/** Frameworks by their ids, as this person may see them. */
export async function frameworkViews(ctx: Ctx, ids: readonly Id<'framework'>[]): Promise<FrameworkView[]> {
  const all = await frameworksById(ctx, ids);
  return all.map((stored) => viewOf(ctx, stored)).filter((view) => view !== undefined);
}

/** The partnership's own frameworks, whole, as this person may see them. */
export async function ownFrameworks(ctx: Ctx): Promise<FrameworkView[]> {
  const own = await ownFrameworksWhole(ctx);
  return own
    .filter(({ isLibrary }) => !isLibrary)
    .map((stored) => viewOf(ctx, stored))
    .filter((view) => view !== undefined);
}

function viewOf(ctx: Ctx, stored: StoredFramework): FrameworkView | undefined {
  const mayEdit = !stored.isLibrary && allowed(ctx.actor, editStrategy);
  const document = mayEdit ? stored.document : stored.published;
  if (!document) return undefined;
  return {
    stored,
    document,
    mayEdit,
    hasUnpublishedChanges: mayEdit && stored.version !== stored.publishedVersion,
  };
}

/** The frameworks that this person may see, their own partnership's first. */
export async function frameworks(ctx: Ctx): Promise<FrameworkLine[]> {
  const lines = await allFrameworks(ctx);
  const mayEdit = allowed(ctx.actor, editStrategy);
  return lines.filter((line) => line.isPublished || (mayEdit && !line.isLibrary));
}
