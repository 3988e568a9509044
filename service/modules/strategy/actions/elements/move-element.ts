import type { Ctx } from '#platform/db/database.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import type { EditRefusal } from '../../domain/edit.ts';
import { rearrangeElement, type Arrangement } from '../../domain/editing/rearrange-element.ts';
import type { ElementDocument } from '../../domain/framework-document.ts';
import {
  asSeen,
  editOwnFramework,
  type ChangedMeanwhile,
  type NotOwn,
  type OwnEdit,
} from '../edit-own-framework.ts';

export type ElementMove = { slug: string; seen: string; arrangement: Arrangement };

export type MoveElementRefusal = EditRefusal | NotOwn | ChangedMeanwhile<ElementDocument>;

/** Moves an element to another tier, place or parents, unless somebody moved it first. Its words are not touched. */
export async function moveElement(
  ctx: Ctx,
  { slug, seen, arrangement }: ElementMove,
): Promise<Outcome<null, MoveElementRefusal>> {
  return editOwnFramework(
    ctx,
    slug,
    async ({ document }): Promise<Outcome<OwnEdit<null>, MoveElementRefusal>> => {
      const { key } = arrangement;
      const theirs = document.elements.find((element) => element.key === key);
      if (theirs && asSeen(whereabouts(theirs)) !== seen)
        return refuse({
          reason: 'changed-meanwhile',
          theirs,
          seen: asSeen(whereabouts(theirs)),
          by: undefined,
          at: undefined,
        });
      const moved = rearrangeElement(document, arrangement);
      if (!moved.done) return moved;
      return done({
        document: moved.value,
        fact: 'strategy.element-moved',
        details: { element: key, tier: arrangement.tier },
        value: null,
      });
    },
  );
}

/** What the page of a move shows, and so what two people could both have changed. */
export function whereabouts({ tier, serves, servesTiers }: ElementDocument) {
  return { tier, serves, servesTiers };
}
