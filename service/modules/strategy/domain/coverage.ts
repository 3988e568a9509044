import type { ElementDocument, FrameworkDocument, TierDocument } from './framework-document.ts';
import { graphOf, walkDown } from './graph.ts';

/** How an organisation or an owner comes to an element: tied to it, tied to something below it, or not at all. */
export type Cover = 'direct' | 'below' | 'none';

export type CoverageRow = {
  element: ElementDocument;
  tier: TierDocument;
  /** one for each column, in the columns' order */
  cells: readonly Cover[];
  /** how many columns are tied to it or below it */
  count: number;
};

export type CoverageColumn = { key: string; name: string; count: number };

export type Coverage = {
  columns: readonly CoverageColumn[];
  rows: readonly CoverageRow[];
  /** rows that nobody covers, and columns that cover nothing: the gaps */
  uncovered: readonly ElementDocument[];
  idle: readonly CoverageColumn[];
};

export type CoverageQuestion = {
  document: FrameworkDocument;
  by: 'organisations' | 'owners';
  /** keys of the tiers to lay out; all that can have one, where none is named */
  tiers?: readonly string[];
  /** ties that other modules hold: pledges, services */
  elsewhere?: readonly { element: string; organisation: string }[];
};

/** Elements against organisations (or owners): who covers what, and what nobody does. */
export function coverage(question: CoverageQuestion): Coverage {
  const { document, by, tiers, elsewhere = [] } = question;
  const graph = graphOf(document);
  const people = document[by].map(({ key, name }) => ({ key, name }));
  const others = Map.groupBy(by === 'organisations' ? elsewhere : [], ({ element }) => element);
  const tied = (element: ElementDocument) =>
    new Set([...element[by], ...(others.get(element.key) ?? []).map(({ organisation }) => organisation)]);
  const rows = document.tiers
    .filter((tier) => (tiers ? tiers.includes(tier.key) : coverable.has(tier.role)))
    .flatMap((tier) =>
      (graph.byTier.get(tier.key) ?? []).map((element): CoverageRow => {
        const direct = tied(element);
        const below = new Set(walkDown(graph, element.key).flatMap((step) => [...tied(step.element)]));
        const cells = people.map(({ key }): Cover =>
          direct.has(key) ? 'direct' : below.has(key) ? 'below' : 'none',
        );
        return { element, tier, cells, count: cells.filter((cell) => cell !== 'none').length };
      }),
    );
  const columns = people.map((person, index) => ({
    ...person,
    count: rows.filter(({ cells }) => cells[index] !== 'none').length,
  }));
  return {
    columns,
    rows,
    uncovered: rows.filter(({ count }) => count === 0).map(({ element }) => element),
    idle: columns.filter(({ count }) => count === 0),
  };
}

/** Principles and headings are everybody's; a vision too. */
const coverable: ReadonlySet<TierDocument['role']> = new Set([
  'outcome',
  'priority',
  'action',
  'programme',
  'practice',
  'foundation',
  'ask',
]);
