import type { ElementDocument, FrameworkDocument, TierDocument, TierRole } from './framework-document.ts';
import { ringsIn } from './reading/rings.ts';

/** A framework with its ties ready to be walked, up to the vision and down to the last action. */
export type FrameworkGraph = {
  document: FrameworkDocument;
  tiers: ReadonlyMap<string, TierDocument>;
  elements: ReadonlyMap<string, ElementDocument>;
  /** key of a tier → its elements, in the order of the document */
  byTier: ReadonlyMap<string, readonly ElementDocument[]>;
  /** key → what it serves, its own ties before those through a whole tier */
  above: ReadonlyMap<string, readonly Tie[]>;
  /** key → what serves it */
  below: ReadonlyMap<string, readonly Tie[]>;
};

export type Tie = {
  key: string;
  /** tied to this very element, or to every element of its tier */
  through: 'element' | 'tier';
};

/** One element on a walk. */
export type ThreadStep = {
  element: ElementDocument;
  tier: TierDocument;
  /** the fewest steps from where the walk began: 1 for a neighbour */
  steps: number;
  /** the elements of the step before that lead here */
  from: readonly string[];
  through: 'element' | 'tier';
};

export function graphOf(document: FrameworkDocument): FrameworkGraph {
  const tiers = new Map(document.tiers.map((tier) => [tier.key, tier]));
  const elements = new Map(document.elements.map((element) => [element.key, element]));
  const byTier = new Map<string, ElementDocument[]>(document.tiers.map(({ key }) => [key, []]));
  for (const element of document.elements) byTier.get(element.tier)?.push(element);
  const above = new Map(document.elements.map((element) => [element.key, tiesOf(element, elements, byTier)]));
  const below = new Map<string, Tie[]>(document.elements.map(({ key }) => [key, []]));
  for (const [key, ties] of above)
    for (const { key: served, through } of ties) below.get(served)?.push({ key, through });
  return { document, tiers, elements, byTier, above, below };
}

function tiesOf(
  element: ElementDocument,
  elements: ReadonlyMap<string, ElementDocument>,
  byTier: ReadonlyMap<string, readonly ElementDocument[]>,
): Tie[] {
  const own: Tie[] = element.serves
    .filter((key) => elements.has(key))
    .map((key) => ({ key, through: 'element' }));
  const known = new Set([element.key, ...element.serves]);
  const whole: Tie[] = element.servesTiers
    .flatMap((tier) => byTier.get(tier) ?? [])
    .filter(({ key }) => !known.has(key))
    .map(({ key }) => ({ key, through: 'tier' }));
  return [...own, ...whole];
}

/** What so many elements of a tier are called, in the framework's own words. */
export function tierWords(tier: TierDocument, count: number): string {
  return count === 1 ? tier.name : tier.plural;
}

/** Every element that this one serves, step by step, nearest first: its thread to the vision. */
export function walkUp(graph: FrameworkGraph, key: string): ThreadStep[] {
  return walk(graph, key, graph.above);
}

/** Every element that serves this one, nearest first. */
export function walkDown(graph: FrameworkGraph, key: string): ThreadStep[] {
  return walk(graph, key, graph.below);
}

function walk(graph: FrameworkGraph, start: string, ties: FrameworkGraph['above']): ThreadStep[] {
  const found = new Map<string, { steps: number; from: string[]; through: Tie['through'] }>();
  let frontier = [start];
  for (let steps = 1; frontier.length > 0; steps += 1) {
    const next: string[] = [];
    for (const from of frontier) {
      for (const { key, through } of ties.get(from) ?? []) {
        const known = found.get(key);
        if (known?.steps === steps) known.from.push(from);
        if (known !== undefined || key === start) continue;
        found.set(key, { steps, from: [from], through });
        next.push(key);
      }
    }
    frontier = next;
  }
  return [...found].flatMap(([key, step]) => {
    const element = graph.elements.get(key);
    const tier = element && graph.tiers.get(element.tier);
    return element && tier ? [{ element, tier, ...step }] : [];
  });
}

/** The shortest single way up, the topmost element first and this one last: what a breadcrumb shows. */
export function lineUp(graph: FrameworkGraph, key: string): ElementDocument[] {
  const line: ElementDocument[] = [];
  const seen = new Set<string>();
  for (let here = graph.elements.get(key); here && !seen.has(here.key);) {
    line.unshift(here);
    seen.add(here.key);
    const [next] = graph.above.get(here.key) ?? [];
    here = next && graph.elements.get(next.key);
  }
  return line;
}

export type TierGroup = { tier: TierDocument; elements: readonly ElementDocument[] };

/** Direct parents or children of an element, grouped by tier, in the order of the tiers. */
export function parentsByTier(graph: FrameworkGraph, key: string): TierGroup[] {
  return groupByTier(graph, graph.above.get(key) ?? []);
}

export function childrenByTier(graph: FrameworkGraph, key: string): TierGroup[] {
  return groupByTier(graph, graph.below.get(key) ?? []);
}

function groupByTier(graph: FrameworkGraph, ties: readonly Tie[]): TierGroup[] {
  const keys = new Set(ties.map(({ key }) => key));
  return tiersInOrder(graph)
    .map(({ tier, elements }) => ({ tier, elements: elements.filter(({ key }) => keys.has(key)) }))
    .filter(({ elements }) => elements.length > 0);
}

/** All tiers in the order of the document, each with its elements; empty ones too. */
export function tiersInOrder(graph: FrameworkGraph): TierGroup[] {
  return graph.document.tiers.map((tier) => ({ tier, elements: graph.byTier.get(tier.key) ?? [] }));
}

export function roleOf(graph: FrameworkGraph, element: ElementDocument): TierRole | undefined {
  return graph.tiers.get(element.tier)?.role;
}

/** Where the thread begins: the visions or, where a framework has none, the elements of its first tier that has any. */
export function summits(graph: FrameworkGraph): readonly ElementDocument[] {
  const visions = graph.document.elements.filter((element) => roleOf(graph, element) === 'vision');
  if (visions.length > 0) return visions;
  return tiersInOrder(graph).find(({ elements }) => elements.length > 0)?.elements ?? [];
}

/** Elements from which no walk up ends at a summit. Those that stand by themselves by nature are the caller's to judge. */
export function unreachable(graph: FrameworkGraph): ElementDocument[] {
  const reached = new Set(summits(graph).map(({ key }) => key));
  for (const key of reached) for (const tie of graph.below.get(key) ?? []) reached.add(tie.key);
  return graph.document.elements.filter(({ key }) => !reached.has(key));
}

/** The rings, ties through whole tiers counted; each begins and ends with the same key. */
export function cycles(graph: FrameworkGraph): string[][] {
  return ringsIn([...graph.above].map(([key, ties]) => ({ key, above: ties.map((tie) => tie.key) })));
}

/** The way round that a tie from one element up to another would close, its first key again at its end. */
export function ringMadeBy(graph: FrameworkGraph, from: string, to: string): string[] | undefined {
  if (from === to) return [from, from];
  const steps = new Map(walkUp(graph, to).map((step) => [step.element.key, step]));
  if (!steps.has(from)) return undefined;
  const back: string[] = [];
  for (let here: string | undefined = from; here !== undefined; here = steps.get(here)?.from[0])
    back.unshift(here);
  return [from, ...back];
}
