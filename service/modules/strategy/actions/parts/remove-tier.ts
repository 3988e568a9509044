import type { Ctx } from '#platform/db/database.ts';
import { done, type Outcome } from '#platform/kernel/outcome.ts';
import type { EditRefusal } from '../../domain/edit.ts';
import { removeTier as without } from '../../domain/edit-parts.ts';
import { editOwnFramework, type NotOwn } from '../edit-own-framework.ts';

/** Takes an empty tier out. Refused while it holds anything. */
export async function removeTier(
  ctx: Ctx,
  { slug, key }: { slug: string; key: string },
): Promise<Outcome<null, EditRefusal | NotOwn>> {
  return editOwnFramework(ctx, slug, async ({ document }) => {
    const edited = without(document, key);
    if (!edited.done) return edited;
    return done({
      document: edited.value,
      fact: 'strategy.tier-removed',
      details: { tier: key },
      value: null,
    });
  });
}
