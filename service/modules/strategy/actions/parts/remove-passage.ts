import type { Ctx } from '#platform/db/database.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import type { EditRefusal } from '../../domain/edit.ts';
import { removePassage as without } from '../../domain/edit-parts.ts';
import { editOwnFramework, type NotOwn, type OwnEdit } from '../edit-own-framework.ts';

export type RemovePassageRefusal = EditRefusal | NotOwn | { reason: 'passage-missing' };

/** Takes a passage out of the background. */
export async function removePassage(
  ctx: Ctx,
  { slug, key }: { slug: string; key: string },
): Promise<Outcome<null, RemovePassageRefusal>> {
  return editOwnFramework(
    ctx,
    slug,
    async ({ document }): Promise<Outcome<OwnEdit<null>, RemovePassageRefusal>> => {
      if (!document.passages.some((passage) => passage.key === key))
        return refuse({ reason: 'passage-missing' });
      const edited = without(document, key);
      if (!edited.done) return edited;
      return done({
        document: edited.value,
        fact: 'strategy.passage-removed',
        details: { passage: key },
        value: null,
      });
    },
  );
}
