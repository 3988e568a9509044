import type { Day } from '#platform/kernel/day.ts';
import type { ElementDocument, FrameworkDocument, TierRole } from '../framework-document.ts';
import { roleOf } from '../graph.ts';
import type { FrameworkGraph } from '../graph.ts';

/** Every loose end that the checker knows, with its name for people, in the order in which they are told. */
export const ruleNames = {
  cycle: 'Round in a ring',
  unreachable: 'Off the thread',
  'empty-tier': 'An empty tier',
  'same-label': 'Two of the same name',
  'periods-disagree': 'Periods that disagree',
  'past-its-date': 'Past its date',
  'no-measure': 'No measure',
  'no-direction': 'A measure without direction',
  'no-published-source': 'A measure with no published source',
  'no-action': 'No action',
  'no-owner': 'No owner',
  'one-organisation': 'One organisation only',
  'no-need': 'No need behind it',
  'ask-unanswered': 'An ask that nobody answers',
} as const;

export type RuleCode = keyof typeof ruleNames;

/** What is expected of an element, by what its tier is for. Rules that look at the whole document are not listed. */
const expectations: Readonly<Record<TierRole, readonly RuleCode[]>> = {
  vision: [],
  outcome: ['unreachable', 'same-label', 'no-measure', 'no-action', 'no-owner', 'one-organisation'],
  priority: ['unreachable', 'same-label', 'no-measure', 'no-action', 'no-owner', 'no-need'],
  action: ['unreachable', 'same-label', 'no-owner'],
  programme: ['unreachable', 'same-label', 'no-owner'],
  practice: ['unreachable', 'same-label'],
  indicator: ['unreachable', 'same-label', 'no-direction', 'no-published-source'],
  principle: ['same-label'],
  foundation: ['same-label'],
  heading: ['same-label'],
  ask: ['same-label', 'ask-unanswered'],
};

export type Finding = {
  rule: RuleCode;
  /** a loose end wants mending; a look may be as it should be, and somebody ought to know */
  severity: 'loose-end' | 'look';
  /** key of the element, or of the tier, that it is about; neither where it is about the whole */
  element?: string;
  tier?: string;
  /** where it stands in the source that the document was made from */
  line?: number | string;
  sentence: string;
  mend: string;
};

/** What other modules hold that is tied to this framework's elements, by the elements' keys. */
export type TiedElsewhere = {
  measures: readonly KnownMeasure[];
  actions: readonly { element: string }[];
  organisations: readonly { element: string; name: string }[];
  /** elements with evidence of need outside the document */
  needs: readonly string[];
  /** asks that an element of another framework answers */
  answered: readonly string[];
};

export type KnownMeasure = {
  element: string;
  title: string;
  /** somebody outside the partnership publishes it */
  published: boolean;
  /** which way is better; null where nobody has said */
  better: 'higher' | 'lower' | 'neither' | null;
};

/** All that the rules look at. */
export type CheckFacts = { graph: FrameworkGraph; today: Day; elsewhere: TiedElsewhere };

export type Rule = { code: RuleCode; find(facts: CheckFacts): readonly Finding[] };

export function documentOf(facts: CheckFacts): FrameworkDocument {
  return facts.graph.document;
}

/** The elements of which a rule expects something. */
export function expected(facts: CheckFacts, code: RuleCode): ElementDocument[] {
  return documentOf(facts).elements.filter((element) => {
    const role = roleOf(facts.graph, element);
    return role !== undefined && expectations[role].includes(code);
  });
}

type Told = Omit<Finding, 'element' | 'line'>;

/** A finding about one element. */
export function about(element: ElementDocument, told: Told): Finding {
  return { ...told, element: element.key, ...lineOf(element) };
}

export function lineOf(item: { line?: number | string | undefined }): { line?: number | string } {
  return item.line === undefined ? {} : { line: item.line };
}

/** “Label”, as a sentence speaks of it. */
export function quoted(element: { label: string }): string {
  return `“${element.label}”`;
}

/** "a, b and c" */
export function listed(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}
