import type { Ctx } from '#platform/db/database.ts';
import { done, type Outcome } from '#platform/kernel/outcome.ts';
import { addElement as added, type EditRefusal, type NewElement } from '../../domain/edit.ts';
import { assignElement, type Assignment } from '../../domain/editing/assign-element.ts';
import { editOwnFramework, type NotOwn } from '../edit-own-framework.ts';

export type ElementToAdd = { slug: string; element: NewElement; people: Omit<Assignment, 'key'> };

/** Adds an element to a tier of one of the partnership's own frameworks; answers its key. */
export async function addElement(
  ctx: Ctx,
  { slug, element, people }: ElementToAdd,
): Promise<Outcome<{ key: string }, EditRefusal | NotOwn>> {
  return editOwnFramework(ctx, slug, async (framework) => {
    const edited = added(framework.document, element);
    if (!edited.done) return edited;
    const { key } = edited.value;
    const assigned = assignElement(edited.value.document, { key, ...people });
    if (!assigned.done) return assigned;
    const details = { element: key, tier: element.tier };
    return done({ document: assigned.value, fact: 'strategy.element-added', details, value: { key } });
  });
}
