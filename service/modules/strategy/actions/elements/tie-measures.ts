import type { Ctx } from '#platform/db/database.ts';
import { done, type Outcome } from '#platform/kernel/outcome.ts';
import { tieMany } from '../../domain/editing/tie-many.ts';
import type { EditRefusal } from '../../domain/edit.ts';
import type { MeasureTieDocument } from '../../domain/framework-document.ts';
import { editOwnFramework, type NotOwn } from '../edit-own-framework.ts';

export type MeasureTies = { slug: string; ties: readonly MeasureTieDocument[] };

/**
 * Ties many measures to the elements of one strategy, as one edit and one fact; those that stand already stay as they are.
 * Answers how many are new.
 */
export async function tieMeasures(
  ctx: Ctx,
  { slug, ties }: MeasureTies,
): Promise<Outcome<number, EditRefusal | NotOwn>> {
  return editOwnFramework(ctx, slug, async ({ document }) => {
    const edited = tieMany(document, ties);
    if (!edited.done) return edited;
    return done({
      document: edited.value.document,
      fact: 'strategy.measures-tied',
      details: { measures: edited.value.added },
      value: edited.value.added,
    });
  });
}
