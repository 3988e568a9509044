import type { Ctx } from '#platform/db/database.ts';
import { done, type Outcome } from '#platform/kernel/outcome.ts';
import { tieElement, untieElement, type EditRefusal, type ElementTie } from '../../domain/edit.ts';
import { editOwnFramework, type NotOwn } from '../edit-own-framework.ts';

export type MeasureTie = {
  slug: string;
  key: string;
  measure: Omit<Extract<ElementTie, { to: 'measure' }>, 'to'>;
};

/** Ties a measure to an element, in the document itself: where the framework goes, the tie goes too. */
export async function tieMeasure(
  ctx: Ctx,
  { slug, key, measure }: MeasureTie,
): Promise<Outcome<null, EditRefusal | NotOwn>> {
  return editOwnFramework(ctx, slug, async ({ document }) => {
    const edited = tieElement(document, { key, tie: { to: 'measure', ...measure } });
    if (!edited.done) return edited;
    const details = { element: key, source: measure.source, role: measure.role };
    return done({ document: edited.value, fact: 'strategy.measure-tied', details, value: null });
  });
}

/** Takes a measure off an element. */
export async function untieMeasure(
  ctx: Ctx,
  { slug, key, measure }: MeasureTie,
): Promise<Outcome<null, EditRefusal | NotOwn>> {
  return editOwnFramework(ctx, slug, async ({ document }) => {
    const edited = untieElement(document, { key, from: { to: 'measure', ...measure } });
    if (!edited.done) return edited;
    const details = { element: key, source: measure.source, role: measure.role };
    return done({ document: edited.value, fact: 'strategy.measure-untied', details, value: null });
  });
}
