import type { Ctx } from '#platform/db/database.ts';
import { done, type Outcome } from '#platform/kernel/outcome.ts';
import type { EditRefusal } from '../../domain/edit.ts';
import { addTier as withTier } from '../../domain/edit-parts.ts';
import type { TierDocument } from '../../domain/framework-document.ts';
import { keyFor } from '../../domain/reading/element-key.ts';
import { editOwnFramework, type NotOwn } from '../edit-own-framework.ts';

export type TierToAdd = { slug: string; tier: Omit<TierDocument, 'key'>; after?: string };

/** Adds a tier to one of the partnership's own frameworks, after another or at the end; answers its key. */
export async function addTier(
  ctx: Ctx,
  { slug, tier, after }: TierToAdd,
): Promise<Outcome<{ key: string }, EditRefusal | NotOwn>> {
  return editOwnFramework(ctx, slug, async ({ document }) => {
    const key = keyFor(tier.name, new Set(document.tiers.map((one) => one.key)));
    const edited = withTier(document, { tier: { ...tier, key }, ...(after === undefined ? {} : { after }) });
    if (!edited.done) return edited;
    return done({
      document: edited.value,
      fact: 'strategy.tier-added',
      details: { tier: key },
      value: { key },
    });
  });
}
