import type { ElementDocument, FrameworkDocument, TierDocument, TierRole } from '../framework-document.ts';
import { graphOf, tiersInOrder, walkUp } from '../graph.ts';
import type { FrameworkGraph, TierGroup } from '../graph.ts';

/** Elements of one tier that stand together. */
export type PlanSection = {
  tier: TierDocument;
  elements: readonly ElementDocument[];
  /** others of the tier stand elsewhere on the sheet */
  partly: boolean;
};

/** One column of the sheet: an element of the spine, and what serves it alone, tier by tier. */
export type PlanColumn = { element: ElementDocument; sections: readonly PlanSection[] };

/** What stands where on a plan on a page, whatever the framework's shape, before anything is measured. */
export type PlanGroups = {
  /** over the columns: the vision, and what the columns serve together */
  above: readonly PlanSection[];
  /** the tier that gives the columns; none where no tier has two to twelve elements */
  spine: TierDocument | undefined;
  columns: readonly PlanColumn[];
  /** under the columns: what serves several of them, or stands by itself */
  below: readonly PlanSection[];
  /** what everything stands on */
  base: readonly PlanSection[];
};

/** A framework ready to be grouped, as often as is wanted: every element with all that it serves, directly or not. */
export type Ancestry = { graph: FrameworkGraph; above: ReadonlyMap<string, readonly ElementDocument[]> };

export function ancestryOf(document: FrameworkDocument): Ancestry {
  const graph = graphOf(document);
  const above = new Map(
    document.elements.map(({ key }) => [key, walkUp(graph, key).map((step) => step.element)] as const),
  );
  return { graph, above };
}

/** @param leaving keys of tiers that are not to be shown */
export function planGroups(ancestry: Ancestry, leaving: ReadonlySet<string> = new Set()): PlanGroups {
  const tiers = tiersInOrder(ancestry.graph).filter(
    ({ tier, elements }) => elements.length > 0 && !leaving.has(tier.key),
  );
  const spine = spineOf(ancestry, tiers);
  const at = tiers.findIndex(({ tier }) => tier === spine);
  const homes = spine ? homesUnder(ancestry, spine) : new Map<string, string>();
  const shared = tiers
    .filter(({ tier }) => tier !== spine)
    .map(({ tier, elements }) => ({
      tier,
      all: elements,
      elements: elements.filter(({ key }) => !homes.has(key)),
    }))
    .filter(({ elements }) => elements.length > 0)
    .map(({ tier, elements, all }) => ({ tier, elements, partly: elements.length < all.length }));
  const place = ({ tier }: PlanSection) =>
    placeOf(tier.role, tiers.findIndex((one) => one.tier === tier) < at);
  return {
    spine,
    above: shared.filter((section) => place(section) === 'above'),
    below: shared.filter((section) => place(section) === 'below'),
    base: shared.filter((section) => place(section) === 'base'),
    columns: columnsOf(ancestry.graph, { tiers, spine, homes }),
  };
}

const spineRoles: readonly TierRole[] = [
  'outcome',
  'priority',
  'heading',
  'principle',
  'programme',
  'action',
  'foundation',
  'ask',
];
const mostColumns = 12;

/** The tier of which most other elements serve exactly one; among equals, the one nearest the top. */
function spineOf(ancestry: Ancestry, tiers: readonly TierGroup[]): TierDocument | undefined {
  let best: { tier: TierDocument; below: number; rank: number } | undefined;
  for (const { tier, elements } of tiers) {
    const rank = spineRoles.indexOf(tier.role);
    if (rank < 0 || elements.length < 2 || elements.length > mostColumns) continue;
    const below = homesUnder(ancestry, tier).size;
    // a list that nothing hangs on gives columns only where it is what the strategy promises
    if (below === 0 && rank > 1) continue;
    if (best === undefined || below > best.below) best = { tier, below, rank };
  }
  return best?.tier;
}

/** Elements that serve exactly one element of a tier, by any way up → that element. */
function homesUnder({ graph, above }: Ancestry, spine: TierDocument): Map<string, string> {
  const homes = new Map<string, string>();
  for (const element of graph.document.elements) {
    if (element.tier === spine.key) continue;
    const [home, ...others] = (above.get(element.key) ?? []).filter(({ tier }) => tier === spine.key);
    if (home && others.length === 0) homes.set(element.key, home.key);
  }
  return homes;
}

function placeOf(role: TierRole, beforeSpine: boolean): 'above' | 'below' | 'base' {
  if (role === 'foundation') return 'base';
  return role === 'vision' || (beforeSpine && role !== 'principle') ? 'above' : 'below';
}

type Shape = {
  tiers: readonly TierGroup[];
  spine: TierDocument | undefined;
  homes: ReadonlyMap<string, string>;
};

function columnsOf(graph: FrameworkGraph, { tiers, spine, homes }: Shape): PlanColumn[] {
  if (!spine) return [];
  return (graph.byTier.get(spine.key) ?? []).map((element) => ({
    element,
    sections: tiers
      .map((section) => ({
        tier: section.tier,
        partly: false,
        elements: section.elements.filter(({ key }) => homes.get(key) === element.key),
      }))
      .filter(({ elements }) => elements.length > 0),
  }));
}
