import type { Ctx } from '#platform/db/database.ts';
import { done, type Outcome } from '#platform/kernel/outcome.ts';
import type { EditRefusal } from '../../domain/edit.ts';
import { removeOrganisation as without } from '../../domain/edit-parts.ts';
import { editOwnFramework, type NotOwn } from '../edit-own-framework.ts';

/** Takes an organisation out of the framework, and off everything that it works on. */
export async function removeOrganisation(
  ctx: Ctx,
  { slug, key }: { slug: string; key: string },
): Promise<Outcome<null, EditRefusal | NotOwn>> {
  return editOwnFramework(ctx, slug, async ({ document }) => {
    const edited = without(document, key);
    if (!edited.done) return edited;
    const changed = document.elements
      .filter(({ organisations }) => organisations.includes(key))
      .map((element) => element.key);
    const fact = { fact: 'strategy.organisation-removed', details: { organisation: key } };
    return done({ document: edited.value, changed, ...fact, value: null });
  });
}
