import type { ElementDocument, FrameworkDocument } from '../framework-document.ts';
import { graphOf, roleOf, walkUp } from '../graph.ts';
import type { FrameworkGraph } from '../graph.ts';

/** How a framework of any shape stands in StratML, which has a vision, values, goals and, under each goal, objectives. */
export type StratmlShape = {
  vision: ElementDocument | undefined;
  values: readonly ElementDocument[];
  goals: readonly { goal: ElementDocument | undefined; objectives: readonly StratmlObjective[] }[];
};
/** An objective without an element holds the indicators of its goal, which StratML allows only under objectives. */
export type StratmlObjective = {
  element: ElementDocument | undefined;
  indicators: readonly ElementDocument[];
};

/** The name of the Goal that holds what serves no goal, and of the Objective that holds a goal's own indicators. */
export const apartName = 'Across the whole plan';
export const indicatorsName = 'How we will know';

export function stratmlShape(document: FrameworkDocument): StratmlShape {
  const graph = graphOf(document);
  const goalKeys = new Set(goalsOf(graph).map(({ key }) => key));
  const [vision, ...otherVisions] = inRole(graph, 'vision');
  const values = inRole(graph, 'principle').filter(({ key }) => !goalKeys.has(key));
  const placed = new Set([...(vision ? [vision] : []), ...values].map(({ key }) => key));
  const rest = document.elements.filter(
    ({ key }) => !placed.has(key) && !goalKeys.has(key) && !otherVisions.some((one) => one.key === key),
  );
  const homes = Map.groupBy(rest, ({ key }) => nearest(graph, key, goalKeys));
  const goals = goalsOf(graph).map((goal) => ({
    goal,
    objectives: objectivesOf(graph, homes.get(goal.key) ?? []),
  }));
  const homeless = [...otherVisions, ...(homes.get(undefined) ?? [])];
  const apart =
    homeless.length > 0 || goals.length === 0
      ? [{ goal: undefined, objectives: objectivesOf(graph, homeless) }]
      : [];
  return { vision, values, goals: [...goals, ...apart] };
}

function inRole(graph: FrameworkGraph, role: string): ElementDocument[] {
  return graph.document.elements.filter((element) => roleOf(graph, element) === role);
}

/** Goals are the outcomes; where a framework has none, its priorities, headings, asks or foundations. */
function goalsOf(graph: FrameworkGraph): ElementDocument[] {
  for (const role of ['outcome', 'priority', 'heading', 'ask', 'foundation']) {
    const goals = inRole(graph, role);
    if (goals.length > 0) return goals;
  }
  return [];
}

function nearest(graph: FrameworkGraph, key: string, among: ReadonlySet<string>): string | undefined {
  return walkUp(graph, key).find((step) => among.has(step.element.key))?.element.key;
}

function objectivesOf(graph: FrameworkGraph, elements: readonly ElementDocument[]): StratmlObjective[] {
  const isIndicator = (element: ElementDocument) => roleOf(graph, element) === 'indicator';
  const objectives = elements.filter((element) => !isIndicator(element));
  const keys = new Set(objectives.map(({ key }) => key));
  const homes = Map.groupBy(elements.filter(isIndicator), ({ key }) => nearest(graph, key, keys));
  const own = homes.get(undefined) ?? [];
  return [
    ...objectives.map((element) => ({ element, indicators: homes.get(element.key) ?? [] })),
    ...(own.length > 0 ? [{ element: undefined, indicators: own }] : []),
  ];
}
