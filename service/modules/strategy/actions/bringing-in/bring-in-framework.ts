import { isDeepStrictEqual } from 'node:util';
import { allowed, type NotAllowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import type { Id } from '#platform/kernel/id.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import type { FrameworkDocument } from '../../domain/framework-document.ts';
import { editStrategy } from '../../domain/permissions.ts';
import { keyFor } from '../../domain/reading/element-key.ts';
import { bringInById, deleteBringIn } from '../../store/bring-ins.ts';
import { takenSlugs } from '../../store/slugs.ts';
import { insertVersion } from '../../store/versions.ts';
import { holdOwnFramework, type NotOwn } from '../edit-own-framework.ts';
import { addFramework, keepFramework } from '../keep-framework.ts';
import type { BringInMissing } from './mark-lines.ts';

export type FrameworkToBringIn = {
  id: Id<'bring-in'>;
  /** an own framework whose place it takes, at the version that the preview showed; a new one where it is left out */
  replaces?: { slug: string; seen: number };
};

export type BringInRefusal =
  | NotAllowed
  | NotOwn
  | BringInMissing
  | { reason: 'changed-since-read' }
  | { reason: 'framework-closed' };

/** Brings in what was previewed: as a new strategy, or in place of an own one, which is kept as a version first. */
export async function bringInFramework(
  ctx: Ctx,
  { id, replaces }: FrameworkToBringIn,
): Promise<Outcome<{ slug: string }, BringInRefusal>> {
  if (!allowed(ctx.actor, editStrategy)) return refuse({ reason: 'not-allowed' });
  const document = (await bringInById(ctx, id))?.document;
  if (!document) return refuse({ reason: 'bring-in-missing' });
  const brought = replaces ? await inPlaceOf(ctx, document, replaces) : await asNew(ctx, document);
  if (brought.done) await deleteBringIn(ctx, id);
  return brought;
}

async function asNew(
  ctx: Ctx,
  document: FrameworkDocument,
): Promise<Outcome<{ slug: string }, BringInRefusal>> {
  const taken = await takenSlugs(ctx);
  const slug = taken.has(document.slug) ? keyFor(document.slug, taken) : document.slug;
  const frameworkId = await addFramework(ctx, { ...document, slug });
  await ctx.record({
    type: 'strategy.framework-brought-in',
    subject: { kind: 'framework', id: frameworkId },
  });
  return done({ slug });
}

async function inPlaceOf(
  ctx: Ctx,
  document: FrameworkDocument,
  { slug, seen }: { slug: string; seen: number },
): Promise<Outcome<{ slug: string }, BringInRefusal>> {
  const held = await holdOwnFramework(ctx, slug);
  if (!held.done) return held;
  const before = held.value;
  if (before.version !== seen) return refuse({ reason: 'changed-since-read' });
  if (before.document.status === 'closed') return refuse({ reason: 'framework-closed' });
  const number = await insertVersion(ctx, {
    frameworkId: before.id,
    name: 'Before another was brought in',
    document: before.document,
  });
  const next = { ...document, slug };
  await keepFramework(ctx, before, { document: next, changed: changedElements(before.document, next) });
  await ctx.record({
    type: 'strategy.framework-replaced',
    subject: { kind: 'framework', id: before.id },
    details: { keptAs: number },
  });
  return done({ slug });
}

function changedElements(before: FrameworkDocument, after: FrameworkDocument): string[] {
  const was = new Map(before.elements.map((element) => [element.key, element]));
  return after.elements
    .filter((element) => was.has(element.key) && !isDeepStrictEqual(was.get(element.key), element))
    .map(({ key }) => key);
}
