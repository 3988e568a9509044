import type { Ctx } from '#platform/db/database.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import type { EditRefusal } from '../../domain/edit.ts';
import { keepOwner as withOwner } from '../../domain/edit-parts.ts';
import type { FrameworkDocument } from '../../domain/framework-document.ts';
import { keyFor } from '../../domain/reading/element-key.ts';
import {
  asSeen,
  editOwnFramework,
  type ChangedMeanwhile,
  type NotOwn,
  type OwnEdit,
} from '../edit-own-framework.ts';

type Owner = FrameworkDocument['owners'][number];

export type OwnerToKeep = {
  slug: string;
  owner: Omit<Owner, 'key' | 'line'>;
  /** the owner who is changed, as they stood when the page was opened; a new one where it is left out */
  replaces?: { key: string; seen: string };
};

export type KeepOwnerRefusal = EditRefusal | NotOwn | ChangedMeanwhile<Owner>;

/** Adds a board, a subgroup or a role that owns elements, or changes one. */
export async function keepOwner(
  ctx: Ctx,
  { slug, owner, replaces }: OwnerToKeep,
): Promise<Outcome<{ key: string }, KeepOwnerRefusal>> {
  type Kept = Outcome<OwnEdit<{ key: string }>, KeepOwnerRefusal>;
  return editOwnFramework(ctx, slug, async ({ document }): Promise<Kept> => {
    const theirs = document.owners.find(({ key }) => key === replaces?.key);
    if (replaces && !theirs) return refuse({ reason: 'owner-missing', key: replaces.key });
    if (replaces && theirs && asSeen(theirs) !== replaces.seen)
      return refuse({
        reason: 'changed-meanwhile',
        theirs,
        seen: asSeen(theirs),
        by: undefined,
        at: undefined,
      });
    const key = theirs?.key ?? keyFor(owner.name, new Set(document.owners.map((one) => one.key)));
    const line = theirs?.line === undefined ? {} : { line: theirs.line };
    const edited = withOwner(document, { ...owner, ...line, key });
    if (!edited.done) return edited;
    return done({
      document: edited.value,
      fact: 'strategy.owner-kept',
      details: { owner: key },
      value: { key },
    });
  });
}
