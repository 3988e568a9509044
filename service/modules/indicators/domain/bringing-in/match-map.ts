import { measureId } from '../measure-facts.ts';
import { tieRoles } from './matched-map.ts';
import type { FoundElement, KeptMap, MatchedLine, MatchedPlan, TieRole } from './matched-map.ts';

/** A strategy, as far as a map of measures is held against it. */
export type StrategyToTie = {
  slug: string;
  name: string;
  isClosed: boolean;
  elements: readonly {
    key: string;
    label: string;
    statement: string | undefined;
    /** its place among the outcomes, from 1; undefined for what is no outcome */
    number: number | undefined;
  }[];
  measures: readonly { element: string; source: string; code: string; role: string }[];
};

export type MapGround = {
  /** those that this partnership may edit */
  strategies: readonly StrategyToTie[];
  /** names of known measures, by id */
  titles: ReadonlyMap<string, string>;
};

/**
 * Holds a map of measures against the strategies as they stand. A plan is the strategy that bears its name, or the one
 * that a person chose. An outcome is the element that bears its words; where none does, or the map gives no words, the
 * outcome of its number, and that only in a strategy of the plan's own name.
 */
export function matchMap(map: KeptMap, { strategies, titles }: MapGround): MatchedPlan[] {
  const plans = [...new Set([...map.ties, ...map.unanswered].map(({ plan }) => plan))];
  return plans.map((plan) => {
    const { strategy, by, why } = strategyOf(plan, strategies, map.choices[plan]);
    const usable = strategy && why === '' ? strategy : undefined;
    const taken = new Set(usable?.measures.map(tieName));
    return {
      plan,
      ...(strategy && by ? { strategy: { slug: strategy.slug, name: strategy.name, by } } : {}),
      why,
      lines: map.ties
        .filter((tie) => tie.plan === plan)
        .map((tie) => lineOf(tie, { strategy: usable, by, titles, taken })),
      unanswered: map.unanswered
        .filter((outcome) => outcome.plan === plan)
        .map(({ line, outcomeNumber, outcome }) => {
          const element = usable && elementOf({ outcomeNumber, outcome }, usable, by);
          return { line, outcomeNumber, outcome, ...(element ? { element } : {}) };
        }),
    };
  });
}

type How = 'name' | 'choice' | undefined;

function strategyOf(
  plan: string,
  strategies: readonly StrategyToTie[],
  chosen: string | undefined,
): { strategy?: StrategyToTie; by: How; why: string } {
  const choice = strategies.find(({ slug }) => slug === chosen);
  const named = strategies.filter(({ name }) => plainly(name) === plainly(plan));
  const strategy = choice ?? (named.length === 1 ? named[0] : undefined);
  if (strategy)
    return {
      strategy,
      by: choice ? 'choice' : 'name',
      why: strategy.isClosed ? 'The strategy is closed, and is not changed any more.' : '',
    };
  const why =
    named.length > 1
      ? `More than one of our strategies bears the name “${plan}”.`
      : `None of our strategies bears the name “${plan}”.`;
  return { by: undefined, why };
}

type Matching = {
  strategy: StrategyToTie | undefined;
  by: How;
  titles: MapGround['titles'];
  /** ties that stand, or that a line before proposes */
  taken: Set<string>;
};

function lineOf(tie: KeptMap['ties'][number], matching: Matching): MatchedLine {
  const { strategy, by, titles } = matching;
  const { line, outcomeNumber, outcome, measure } = tie;
  const role = roleOf(tie.role);
  const note = noteOf(tie);
  const element = strategy && elementOf(tie, strategy, by);
  const known = titles.get(measureId(measure));
  return {
    ...{ line, outcomeNumber, outcome, measure },
    title: known ?? measure.code,
    ...(role ? { role } : {}),
    ...(note === undefined ? {} : { note }),
    ...(element ? { element } : {}),
    ...stateOf({ tie, role, element, isKnown: known !== undefined }, matching),
  };
}

type Line = {
  tie: KeptMap['ties'][number];
  role: TieRole | undefined;
  element: FoundElement | undefined;
  isKnown: boolean;
};

function stateOf(
  { tie, role, element, isKnown }: Line,
  { strategy, taken }: Matching,
): Pick<MatchedLine, 'state' | 'why'> {
  if (!strategy) return { state: 'no-strategy', why: '' };
  if (!element) return { state: 'no-outcome', why: noOutcome(tie, strategy) };
  if (!isKnown)
    return {
      state: 'no-measure',
      why: 'Bring in its figures or the publisher’s dictionary first, or tie it by its code on the page of the element.',
    };
  if (!role)
    return {
      state: 'no-role',
      why: `“${tie.role}” is none of: ${tieRoles.join(', ').replaceAll('-', ' ')}.`,
    };
  const name = tieName({ element: element.key, ...tie.measure, role });
  if (taken.has(name)) return { state: 'stands', why: 'It is tied there already.' };
  taken.add(name);
  return { state: 'to-tie', why: element.by === 'number' && tie.outcome !== '' ? otherWords(tie) : '' };
}

function noOutcome({ outcome, outcomeNumber }: KeptMap['ties'][number], strategy: StrategyToTie): string {
  const meant = strategy.elements.find(({ number }) => number === outcomeNumber);
  const what = outcome === '' ? `Outcome ${outcomeNumber} is not there` : 'No element bears these words';
  return meant && outcome !== ''
    ? `${what}. If “${meant.label}” is meant, write that in the map.`
    : `${what}. Write in the map what the element is called.`;
}

function otherWords({ outcomeNumber }: KeptMap['ties'][number]): string {
  return `Found by its number, ${outcomeNumber}: its words are others here.`;
}

function elementOf(
  { outcome, outcomeNumber }: { outcome: string; outcomeNumber: number },
  strategy: StrategyToTie,
  by: How,
): FoundElement | undefined {
  const words = plainly(outcome);
  const bearing = strategy.elements.filter(
    ({ label, statement }) =>
      words !== '' && (plainly(label) === words || (statement !== undefined && plainly(statement) === words)),
  );
  // where an outcome and something below it bear one name, the map speaks of the outcome
  const named = bearing.length > 1 ? bearing.filter(({ number }) => number !== undefined) : bearing;
  const [element] = named;
  if (element && named.length === 1) return { key: element.key, label: element.label, by: 'words' };
  if (bearing.length > 1 || (words !== '' && by !== 'name')) return undefined;
  const numbered = strategy.elements.find(({ number }) => number === outcomeNumber);
  return numbered && { key: numbered.key, label: numbered.label, by: 'number' };
}

/** How each role begins in the published map: "gap pair: target", "proxy (looked-after only)". */
const beginnings: readonly (readonly [string, TieRole])[] = [
  ['gap pair: target', 'gap-target'],
  ['gap pair: reference', 'gap-reference'],
  ['published gap', 'published-gap'],
  ...tieRoles.map((role) => [role, role] as const),
];

function roleOf(text: string): TieRole | undefined {
  const words = text.toLowerCase().trim();
  return beginnings.find(([beginning]) => words.startsWith(beginning))?.[1];
}

/** What stands in brackets behind the role, and what stands beside the measure's number. */
function noteOf({ role, note }: KeptMap['ties'][number]): string | undefined {
  const bracketed = /\((.+)\)\s*$/.exec(role)?.[1];
  return [bracketed, note].filter((part) => part !== undefined).join('; ') || undefined;
}

function tieName(tie: { element: string; source: string; code: string; role: string }): string {
  return JSON.stringify([tie.element, tie.source, tie.code, tie.role]);
}

/** Words as they are compared: capitals, signs and spaces make no difference. */
function plainly(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replaceAll(/['’]/g, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
