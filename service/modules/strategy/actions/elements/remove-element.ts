import type { Ctx } from '#platform/db/database.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import { removeElement as without, type EditRefusal, type Removal } from '../../domain/edit.ts';
import type { ElementDocument } from '../../domain/framework-document.ts';
import { editOwnFramework, type ChangedMeanwhile, type NotOwn, type OwnEdit } from '../edit-own-framework.ts';
import { changedMeanwhile } from './change-element.ts';

export type ElementRemoval = { slug: string; version: number; removal: Removal };

export type RemoveElementRefusal = EditRefusal | NotOwn | ChangedMeanwhile<ElementDocument>;

/** Takes an element out. Refused while others serve it and have no new home, and where its words changed since it was read. */
export async function removeElement(
  ctx: Ctx,
  { slug, version, removal }: ElementRemoval,
): Promise<Outcome<null, RemoveElementRefusal>> {
  return editOwnFramework(
    ctx,
    slug,
    async (framework): Promise<Outcome<OwnEdit<null>, RemoveElementRefusal>> => {
      const earlier = await changedMeanwhile(ctx, { framework, key: removal.key, version });
      if (earlier) return refuse(earlier);
      const edited = without(framework.document, removal);
      if (!edited.done) return edited;
      const details = { element: removal.key };
      return done({ document: edited.value, fact: 'strategy.element-removed', details, value: null });
    },
  );
}
