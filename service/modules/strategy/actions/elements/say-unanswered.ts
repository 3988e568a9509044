import type { Ctx } from '#platform/db/database.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import { keepUnanswered } from '../../domain/edit-parts.ts';
import type { EditRefusal } from '../../domain/edit.ts';
import { editOwnFramework, type NotOwn, type OwnEdit } from '../edit-own-framework.ts';

export type Unanswered = { slug: string; key: string; why: string; wouldAnswer: string };

export type SayUnansweredRefusal = EditRefusal | NotOwn | { reason: 'has-a-measure' };

/** Says plainly that nothing answers an element, and what would. */
export async function sayUnanswered(
  ctx: Ctx,
  { slug, key, why, wouldAnswer }: Unanswered,
): Promise<Outcome<null, SayUnansweredRefusal>> {
  return editOwnFramework(
    ctx,
    slug,
    async ({ document }): Promise<Outcome<OwnEdit<null>, SayUnansweredRefusal>> => {
      if (document.measures.some(({ element }) => element === key))
        return refuse({ reason: 'has-a-measure' });
      if (!document.elements.some((element) => element.key === key))
        return refuse({ reason: 'element-missing', key });
      const edited = keepUnanswered(document, { element: key, why, wouldAnswer });
      if (!edited.done) return edited;
      return done({
        document: edited.value,
        fact: 'strategy.element-said-unanswered',
        details: { element: key },
        value: null,
      });
    },
  );
}
