import type { Ctx } from '#platform/db/database.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import type { EditRefusal } from '../../domain/edit.ts';
import { changeTier as withWords, type TierWords } from '../../domain/edit-parts.ts';
import type { TierDocument } from '../../domain/framework-document.ts';
import {
  asSeen,
  editOwnFramework,
  type ChangedMeanwhile,
  type NotOwn,
  type OwnEdit,
} from '../edit-own-framework.ts';

export type TierChange = { slug: string; key: string; seen: string; words: TierWords };

export type ChangeTierRefusal = EditRefusal | NotOwn | ChangedMeanwhile<TierDocument>;

/** Changes a tier's names and what it is for, unless somebody changed the same tier first. */
export async function changeTier(
  ctx: Ctx,
  { slug, key, seen, words }: TierChange,
): Promise<Outcome<null, ChangeTierRefusal>> {
  return editOwnFramework(
    ctx,
    slug,
    async ({ document }): Promise<Outcome<OwnEdit<null>, ChangeTierRefusal>> => {
      const theirs = document.tiers.find((tier) => tier.key === key);
      if (theirs && asSeen(theirs) !== seen)
        return refuse({
          reason: 'changed-meanwhile',
          theirs,
          seen: asSeen(theirs),
          by: undefined,
          at: undefined,
        });
      const edited = withWords(document, { key, words });
      if (!edited.done) return edited;
      return done({
        document: edited.value,
        fact: 'strategy.tier-changed',
        details: { tier: key },
        value: null,
      });
    },
  );
}
