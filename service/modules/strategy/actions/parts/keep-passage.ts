import type { Ctx } from '#platform/db/database.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import type { EditRefusal } from '../../domain/edit.ts';
import { keepPassage as withPassage } from '../../domain/edit-parts.ts';
import type { PassageDocument } from '../../domain/framework-document.ts';
import { keyFor } from '../../domain/reading/element-key.ts';
import {
  asSeen,
  editOwnFramework,
  type ChangedMeanwhile,
  type NotOwn,
  type OwnEdit,
} from '../edit-own-framework.ts';

export type PassageToKeep = {
  slug: string;
  passage: Omit<PassageDocument, 'key' | 'line'>;
  /** the passage that it replaces, as it stood when the page was opened; a new one where it is left out */
  replaces?: { key: string; seen: string };
};

export type KeepPassageRefusal =
  | EditRefusal
  | NotOwn
  | ChangedMeanwhile<PassageDocument>
  | { reason: 'passage-missing' };

/** Adds a foreword, a need, a piece of evidence or a look back, or changes one unless somebody changed it first. */
export async function keepPassage(
  ctx: Ctx,
  { slug, passage, replaces }: PassageToKeep,
): Promise<Outcome<{ key: string }, KeepPassageRefusal>> {
  type Kept = Outcome<OwnEdit<{ key: string }>, KeepPassageRefusal>;
  return editOwnFramework(ctx, slug, async ({ document }): Promise<Kept> => {
    const theirs = document.passages.find(({ key }) => key === replaces?.key);
    if (replaces && !theirs) return refuse({ reason: 'passage-missing' });
    if (replaces && theirs && asSeen(theirs) !== replaces.seen)
      return refuse({
        reason: 'changed-meanwhile',
        theirs,
        seen: asSeen(theirs),
        by: undefined,
        at: undefined,
      });
    const missing = passage.about.find((about) => !document.elements.some(({ key }) => key === about));
    if (missing !== undefined) return refuse({ reason: 'element-missing', key: missing });
    const key = theirs?.key ?? keyFor(passage.title, new Set(document.passages.map((one) => one.key)));
    const line = theirs?.line === undefined ? {} : { line: theirs.line };
    const edited = withPassage(document, { ...passage, ...line, key });
    if (!edited.done) return edited;
    const fact = theirs ? 'strategy.passage-changed' : 'strategy.passage-added';
    return done({
      document: edited.value,
      fact,
      details: { passage: key, kind: passage.kind },
      value: { key },
    });
  });
}
