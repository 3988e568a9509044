import { frameworksNamed } from '#modules/strategy/index.ts';
import type { Ctx } from '#platform/db/database.ts';
import { isLate } from '../../domain/action.ts';
import { allActions } from '../../store/actions.ts';
import type { ElementName } from '#platform/kernel/subject.ts';
import { maySeeDecision } from '../../domain/who-sees.ts';
import { allDecisions } from '../../store/decisions.ts';
import { allFindings } from '../../store/findings.ts';
import type { OwnerName } from '../../store/boards/body-owners.ts';
import { actionsSeen } from '../plan/actions-seen.ts';

/** An element of a strategy that a body answers for, and how what is done for it goes. */
export type OwnedElement = {
  frameworkSlug: string;
  key: string;
  label: string;
  tier: string;
  actions: { all: number; done: number; late: number };
  /** those that this person may see */
  decisions: number;
  findings: { all: number; open: number };
};

/** What the strategies give to some owners, in the order of each strategy. An owner that is gone owns nothing. */
export async function ownedElements(ctx: Ctx, owners: readonly OwnerName[]): Promise<OwnedElement[]> {
  if (owners.length === 0) return [];
  const actions = byElement(await actionsSeen(ctx, await allActions(ctx)));
  const decisions = byElement(
    (await allDecisions(ctx)).filter((decision) => maySeeDecision(ctx.actor, decision)),
  );
  const findings = byElement(await allFindings(ctx));
  const slugs = owners.map(({ frameworkSlug }) => frameworkSlug);
  const documents = new Map(
    (await frameworksNamed(ctx, slugs)).map(({ stored, document }) => [stored.slug, document]),
  );
  const found: OwnedElement[] = [];
  for (const [slug, named] of Map.groupBy(owners, ({ frameworkSlug }) => frameworkSlug)) {
    const document = documents.get(slug);
    if (!document) continue;
    const keys = new Set(named.map(({ ownerKey }) => ownerKey));
    const tiers = new Map(document.tiers.map(({ key, name }) => [key, name]));
    for (const element of document.elements.filter((one) => one.owners.some((owner) => keys.has(owner)))) {
      const name = `${slug} ${element.key}`;
      const own = actions.get(name) ?? [];
      const foundHere = findings.get(name) ?? [];
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
        decisions: decisions.get(name)?.length ?? 0,
        findings: { all: foundHere.length, open: foundHere.filter(({ state }) => state !== 'closed').length },
      });
    }
  }
  return found;
}

/** By the element that they serve, as `slug key`. */
function byElement<Thing extends { element: ElementName }>(things: readonly Thing[]) {
  return Map.groupBy(things, ({ element }) => `${element.frameworkSlug} ${element.elementKey}`);
}
