import { isDeepStrictEqual } from 'node:util';
import type { Ctx } from '#platform/db/database.ts';
import type { CrosswalkDocument, FrameworkDocument } from '../domain/framework-document.ts';
import { keepCrosswalk } from '../store/crosswalks.ts';
import { frameworkBySlug } from '../store/frameworks.ts';
import { addFramework, keepFramework, showFramework } from './keep-framework.ts';

export type FrameworksToLoad = {
  frameworks: readonly FrameworkDocument[];
  crosswalks: readonly CrosswalkDocument[];
};

/**
 * Loads frameworks and crosswalks as they stand in files, published at once: the read-only library, or an invented
 * partnership's own. One that is here unchanged is left alone; one that people have changed since is left alone too,
 * unless it is of the library. Only the service itself may.
 */
export async function loadFrameworks(ctx: Ctx, given: FrameworksToLoad): Promise<void> {
  if (ctx.actor.kind !== 'service') throw new Error('only the service loads frameworks');
  for (const document of given.frameworks) await loadOne(ctx, document);
  for (const crosswalk of given.crosswalks) await keepCrosswalk(ctx, crosswalk);
}

async function loadOne(ctx: Ctx, document: FrameworkDocument): Promise<void> {
  const before = await frameworkBySlug(ctx, document.slug);
  if (before && !before.isLibrary) return;
  if (before && isDeepStrictEqual(before.document, document)) return;
  if (before)
    await keepFramework(ctx, before, { document, changed: document.elements.map(({ key }) => key) });
  else await addFramework(ctx, document);
  const after = await frameworkBySlug(ctx, document.slug);
  if (after) await showFramework(ctx, after);
}
