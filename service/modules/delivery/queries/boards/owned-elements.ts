import { framework } from '#modules/strategy/index.ts';
import type { Ctx } from '#platform/db/database.ts';
import { isLate } from '../../domain/action.ts';
import { allActions } from '../../store/actions.ts';
import type { OwnerName } from '../../store/boards/body-owners.ts';

/** An element of a strategy that a body answers for, and how what is done for it goes. */
export type OwnedElement = {
  frameworkSlug: string;
  key: string;
  label: string;
  tier: string;
  actions: { all: number; done: number; late: number };
};

/** What the strategies give to some owners, in the order of each strategy. An owner that is gone owns nothing. */
export async function ownedElements(ctx: Ctx, owners: readonly OwnerName[]): Promise<OwnedElement[]> {
  const actions = Map.groupBy(
    await allActions(ctx),
    ({ element }) => `${element.frameworkSlug} ${element.elementKey}`,
  );
  const found: OwnedElement[] = [];
  for (const [slug, named] of Map.groupBy(owners, ({ frameworkSlug }) => frameworkSlug)) {
    const document = (await framework(ctx, slug))?.document;
    if (!document) continue;
    const keys = new Set(named.map(({ ownerKey }) => ownerKey));
    const tiers = new Map(document.tiers.map(({ key, name }) => [key, name]));
    for (const element of document.elements.filter((one) => one.owners.some((owner) => keys.has(owner)))) {
      const own = actions.get(`${slug} ${element.key}`) ?? [];
      found.push({
        frameworkSlug: slug,
        key: element.key,
        label: element.label,
        tier: tiers.get(element.tier) ?? '',
        actions: {
          all: own.length,
          done: own.filter(({ state }) => state === 'done').length,
          late: own.filter((action) => isLate(action, ctx.today)).length,
        },
      });
    }
  }
  return found;
}
