import type { Ctx } from '#platform/db/database.ts';
import type { Id } from '#platform/kernel/id.ts';
import type { FrameworkDocument } from '../domain/framework-document.ts';
import { keepElements } from '../store/elements.ts';
import {
  insertFramework,
  publishDocument,
  updateDocument,
  type StoredFramework,
} from '../store/frameworks.ts';
import { keepTies } from '../store/ties.ts';

/** Adds a framework with its elements and ties; answers its id. Nothing of it is published yet. */
export async function addFramework(ctx: Ctx, document: FrameworkDocument): Promise<Id<'framework'>> {
  const frameworkId = await insertFramework(ctx, document);
  await keepElements(ctx, { frameworkId, document, changed: [] });
  await keepTies(ctx, frameworkId, [document]);
  return frameworkId;
}

/** Keeps a changed working document, with its elements and ties drawn anew; `changed` are the elements that were touched. */
export async function keepFramework(
  ctx: Ctx,
  before: StoredFramework,
  next: { document: FrameworkDocument; changed: readonly string[] },
): Promise<void> {
  await updateDocument(ctx, before, next.document);
  await keepElements(ctx, { frameworkId: before.id, ...next });
  await keepTies(ctx, before.id, [next.document, ...(before.published ? [before.published] : [])]);
}

/** Makes the working document what everybody sees, just as it stands. */
export async function showFramework(ctx: Ctx, framework: StoredFramework): Promise<void> {
  await publishDocument(ctx, { id: framework.id, document: framework.document, version: framework.version });
  await keepTies(ctx, framework.id, [framework.document]);
}
