import type { Ctx } from '#platform/db/database.ts';
import { done, type Outcome } from '#platform/kernel/outcome.ts';
import type { EditRefusal } from '../../domain/edit.ts';
import { moveTier as moved } from '../../domain/edit-parts.ts';
import { editOwnFramework, type NotOwn } from '../edit-own-framework.ts';

export type TierMove = { slug: string; key: string; towards: 'top' | 'bottom' };

/** Moves a tier one step up or down; at the end of the way it stays where it is. */
export async function moveTier(
  ctx: Ctx,
  { slug, key, towards }: TierMove,
): Promise<Outcome<null, EditRefusal | NotOwn>> {
  return editOwnFramework(ctx, slug, async ({ document }) => {
    const others = document.tiers.filter((tier) => tier.key !== key);
    const place = document.tiers.findIndex((tier) => tier.key === key);
    const after = others[towards === 'top' ? place - 2 : Math.min(place, others.length - 1)];
    const edited = moved(document, { key, ...(after ? { after: after.key } : {}) });
    if (!edited.done) return edited;
    return done({ document: edited.value, fact: 'strategy.tier-moved', details: { tier: key }, value: null });
  });
}
