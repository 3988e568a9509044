import type { Ctx } from '#platform/db/database.ts';
import { done, type Outcome } from '#platform/kernel/outcome.ts';
import type { EditRefusal } from '../../domain/edit.ts';
import { removeOwner as without } from '../../domain/edit-parts.ts';
import { editOwnFramework, type NotOwn } from '../edit-own-framework.ts';

/** Takes an owner out of the framework, and off everything that they owned. */
export async function removeOwner(
  ctx: Ctx,
  { slug, key }: { slug: string; key: string },
): Promise<Outcome<null, EditRefusal | NotOwn>> {
  return editOwnFramework(ctx, slug, async ({ document }) => {
    const edited = without(document, key);
    if (!edited.done) return edited;
    const changed = document.elements
      .filter(({ owners }) => owners.includes(key))
      .map((element) => element.key);
    const fact = { fact: 'strategy.owner-removed', details: { owner: key } };
    return done({ document: edited.value, changed, ...fact, value: null });
  });
}
