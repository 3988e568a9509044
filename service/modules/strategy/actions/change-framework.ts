import type { Ctx } from '#platform/db/database.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import type { EditRefusal } from '../domain/edit.ts';
import { changeWhole, type WholeWords } from '../domain/edit-parts.ts';
import type { FrameworkDocument } from '../domain/framework-document.ts';
import {
  asSeen,
  editOwnFramework,
  type ChangedMeanwhile,
  type NotOwn,
  type OwnEdit,
} from './edit-own-framework.ts';

export type FrameworkChange = { slug: string; seen: string; words: WholeWords };

export type ChangeFrameworkRefusal = EditRefusal | NotOwn | ChangedMeanwhile<FrameworkDocument>;

/** Changes a framework's own name, period and way in, unless somebody changed the same fields first. */
export async function changeFramework(
  ctx: Ctx,
  { slug, seen, words }: FrameworkChange,
): Promise<Outcome<null, ChangeFrameworkRefusal>> {
  type Changed = Outcome<OwnEdit<null>, ChangeFrameworkRefusal>;
  return editOwnFramework(ctx, slug, async ({ document: theirs }): Promise<Changed> => {
    const now = asSeen(ownFields(theirs));
    if (now !== seen)
      return refuse({ reason: 'changed-meanwhile', theirs, seen: now, by: undefined, at: undefined });
    const edited = changeWhole(theirs, words);
    if (!edited.done) return edited;
    return done({ document: edited.value, fact: 'strategy.framework-changed', value: null });
  });
}

/** What the page of a framework's own fields shows, and so what two people could both have changed. */
export function ownFields({ name, partnership, footprint, period, targetsShown, wayIn }: FrameworkDocument) {
  return { name, partnership, footprint, period, targetsShown, wayIn };
}
