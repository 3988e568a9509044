import { done, refuse } from '#platform/kernel/outcome.ts';
import type { Outcome } from '#platform/kernel/outcome.ts';
import type { z } from 'zod';
import { frameworkDocument } from './framework-document.ts';
import type { ElementDocument, FrameworkDocument } from './framework-document.ts';
import { graphOf, ringMadeBy } from './graph.ts';
import { contradictions } from './reading/cross-references.ts';
import { keyFor } from './reading/element-key.ts';
import { fieldProblems } from './reading/shape-problems.ts';
import type { FieldProblem } from './reading/shape-problems.ts';

export type EditRefusal =
  | { reason: 'framework-closed' }
  | { reason: 'element-missing'; key: string }
  | { reason: 'tier-missing'; key: string }
  | { reason: 'owner-missing'; key: string }
  | { reason: 'organisation-missing'; key: string }
  | { reason: 'already-tied' }
  | { reason: 'not-tied' }
  /** labels from the element round to itself */
  | { reason: 'would-ring'; labels: readonly string[] }
  /** labels of what would hang in the air */
  | { reason: 'others-serve-it'; labels: readonly string[] }
  | { reason: 'tier-in-use'; count: number }
  | { reason: 'not-acceptable'; problems: readonly FieldProblem[] };

export type Edited = Outcome<FrameworkDocument, EditRefusal>;

/** The fields of an element that a person writes; ties and places have edits of their own. */
export type ElementWords = Partial<
  Pick<
    ElementDocument,
    'label' | 'labelWording' | 'statement' | 'statementWording' | 'line' | 'audience' | 'direction' | 'due'
  >
>;

/** Where an element stands in its tier. */
export type Place = 'first' | 'last' | { after: string };

export type NewElement = ElementWords & {
  tier: string;
  label: string;
  /** made from the label where it is not given */
  key?: string;
  serves?: readonly string[];
  place?: Place;
};

/** Adds an element to its tier; answers its key beside the changed document. */
export function addElement(
  document: FrameworkDocument,
  { place = 'last', key: wanted, serves = [], ...words }: NewElement,
): Outcome<{ document: FrameworkDocument; key: string }, EditRefusal> {
  const key = wanted ?? keyFor(words.label, new Set(document.elements.map((element) => element.key)));
  const missing = serves.find((parent) => !find(document, parent));
  if (missing !== undefined) return refuse({ reason: 'element-missing', key: missing });
  if (!hasTier(document, words.tier)) return refuse({ reason: 'tier-missing', key: words.tier });
  const added = { ...words, key, serves: [...serves] };
  const index = indexFor(document.elements, { tier: words.tier, place });
  const elements = [...document.elements.slice(0, index), added, ...document.elements.slice(index)];
  const edited = settled({ ...document, elements });
  return edited.done ? done({ document: edited.value, key }) : edited;
}

/** Changes the words of an element. A field given as undefined is emptied; a field not given stays. */
export function changeElement(
  document: FrameworkDocument,
  { key, words }: { key: string; words: ElementWords },
): Edited {
  if (!find(document, key)) return refuse({ reason: 'element-missing', key });
  return settled(replaced(document, key, (element) => ({ ...element, ...words })));
}

export type Move = {
  key: string;
  tier?: string;
  place?: Place;
  /** the parent to leave and the parent to serve instead; either may be absent */
  parent?: { from?: string; to?: string };
};

/** Moves an element: to another tier, another place in its tier, another parent. */
export function moveElement(document: FrameworkDocument, { key, tier, place, parent = {} }: Move): Edited {
  const element = find(document, key);
  if (!element) return refuse({ reason: 'element-missing', key });
  if (tier !== undefined && !hasTier(document, tier)) return refuse({ reason: 'tier-missing', key: tier });
  const target = tier ?? element.tier;
  const others = document.elements.filter((one) => one.key !== key);
  const standing = tier === undefined && place === undefined;
  const index = standing
    ? document.elements.indexOf(element)
    : indexFor(others, { tier: target, place: place ?? 'last' });
  let next: Edited = done({
    ...document,
    elements: others.toSpliced(index, 0, { ...element, tier: target }),
  });
  const { from, to } = parent;
  if (next.done && from !== undefined)
    next = untieElement(next.value, { key, from: { to: 'element', key: from } });
  if (next.done && to !== undefined) next = tieElement(next.value, { key, tie: { to: 'element', key: to } });
  return next.done ? settled(next.value) : next;
}

/** What an element can be tied to within its framework. */
export type ElementTie =
  | { to: 'element' | 'tier' | 'owner' | 'organisation'; key: string }
  | ({ to: 'measure'; note?: string } & Pick<
      FrameworkDocument['measures'][number],
      'source' | 'code' | 'role'
    >);

/** Ties an element to what it serves, who owns it, who works on it, what measures it. */
export function tieElement(
  document: FrameworkDocument,
  { key, tie }: { key: string; tie: ElementTie },
): Edited {
  const element = find(document, key);
  if (!element) return refuse({ reason: 'element-missing', key });
  if (isTied(document, element, tie)) return refuse({ reason: 'already-tied' });
  if (tie.to === 'measure') {
    const { to: _, ...measure } = tie;
    const unanswered = document.unanswered.filter((one) => one.element !== key);
    return settled({
      ...document,
      unanswered,
      measures: [...document.measures, { ...measure, element: key }],
    });
  }
  const missing = missingEnd(document, tie);
  if (missing) return refuse(missing);
  const ring = tie.to === 'element' ? ringMade(document, key, tie.key) : undefined;
  if (ring) return refuse({ reason: 'would-ring', labels: ring });
  const field = fieldOf[tie.to];
  return settled(replaced(document, key, (one) => ({ ...one, [field]: [...one[field], tie.key] })));
}

export function untieElement(
  document: FrameworkDocument,
  { key, from }: { key: string; from: ElementTie },
): Edited {
  const element = find(document, key);
  if (!element) return refuse({ reason: 'element-missing', key });
  if (!isTied(document, element, from)) return refuse({ reason: 'not-tied' });
  if (from.to === 'measure')
    return settled({
      ...document,
      measures: document.measures.filter((tie) => !isSameMeasure(tie, key, from)),
    });
  const field = fieldOf[from.to];
  return settled(
    replaced(document, key, (one) => ({ ...one, [field]: one[field].filter((to) => to !== from.key) })),
  );
}

export type Removal = {
  key: string;
  /** what becomes of those that serve it: they serve what it served, or another element; refused where it is not said */
  rehome?: 'to-its-parents' | { to: string };
};

/** Takes an element out, with its ties. Refused while others serve it, unless they are given a new home. */
export function removeElement(document: FrameworkDocument, { key, rehome }: Removal): Edited {
  const element = find(document, key);
  if (!element) return refuse({ reason: 'element-missing', key });
  const children = document.elements.filter((one) => one.serves.includes(key));
  if (children.length > 0 && rehome === undefined)
    return refuse({ reason: 'others-serve-it', labels: children.map(({ label }) => label) });
  const homes = homesFor(element, rehome);
  const missing = homes.find((home) => home === key || !find(document, home));
  if (missing !== undefined) return refuse({ reason: 'element-missing', key: missing });
  for (const child of children)
    for (const home of homes) {
      const ring = ringMade(document, child.key, home);
      if (ring) return refuse({ reason: 'would-ring', labels: ring });
    }
  const elements = document.elements
    .filter((one) => one.key !== key)
    .map((one) => (one.serves.includes(key) ? { ...one, serves: homed(one.serves, key, homes) } : one));
  return settled(withoutMentions({ ...document, elements }, key));
}

function homesFor(element: ElementDocument, rehome: Removal['rehome']): readonly string[] {
  if (rehome === undefined) return [];
  return rehome === 'to-its-parents' ? element.serves : [rehome.to];
}

function homed(serves: readonly string[], gone: string, homes: readonly string[]): string[] {
  return [...new Set(serves.flatMap((key) => (key === gone ? homes : [key])))];
}

function withoutMentions(document: FrameworkDocument, key: string): FrameworkDocument {
  return {
    ...document,
    wayIn: document.wayIn.filter((one) => one !== key),
    measures: document.measures.filter(({ element }) => element !== key),
    unanswered: document.unanswered.filter(({ element }) => element !== key),
    passages: document.passages.map((passage) => ({
      ...passage,
      about: passage.about.filter((one) => one !== key),
    })),
  };
}

/** Checks a changed document as a file is checked, so that nothing can be typed that could not be read back. */
export function settled(document: z.input<typeof frameworkDocument>): Edited {
  if (document.status === 'closed') return refuse({ reason: 'framework-closed' });
  const parsed = frameworkDocument.safeParse(document);
  if (!parsed.success) {
    const problems = fieldProblems(frameworkDocument, document, parsed.error.issues);
    return refuse({ reason: 'not-acceptable', problems });
  }
  const found = contradictions(parsed.data);
  return found.length === 0 ? done(parsed.data) : refuse({ reason: 'not-acceptable', problems: found });
}

const fieldOf = {
  element: 'serves',
  tier: 'servesTiers',
  owner: 'owners',
  organisation: 'organisations',
} as const;

function find(document: FrameworkDocument, key: string): ElementDocument | undefined {
  return document.elements.find((element) => element.key === key);
}

function hasTier({ tiers }: FrameworkDocument, key: string): boolean {
  return tiers.some((tier) => tier.key === key);
}

function replaced(
  document: FrameworkDocument,
  key: string,
  change: (element: ElementDocument) => ElementDocument,
): FrameworkDocument {
  return {
    ...document,
    elements: document.elements.map((element) => (element.key === key ? change(element) : element)),
  };
}

/** Where in the list of all elements a place in one tier is. */
function indexFor(
  elements: readonly ElementDocument[],
  { tier, place }: { tier: string; place: Place },
): number {
  const first = elements.findIndex((element) => element.tier === tier);
  if (place === 'first') return first < 0 ? elements.length : first;
  const after = typeof place === 'object' ? elements.findIndex(({ key }) => key === place.after) : -1;
  const last = after >= 0 ? after : elements.findLastIndex((element) => element.tier === tier);
  return last < 0 ? elements.length : last + 1;
}

function isTied(document: FrameworkDocument, element: ElementDocument, tie: ElementTie): boolean {
  if (tie.to === 'measure') return document.measures.some((one) => isSameMeasure(one, element.key, tie));
  return element[fieldOf[tie.to]].includes(tie.key);
}

function isSameMeasure(
  tie: FrameworkDocument['measures'][number],
  element: string,
  measure: Extract<ElementTie, { to: 'measure' }>,
): boolean {
  const same = tie.source === measure.source && tie.code === measure.code && tie.role === measure.role;
  return same && tie.element === element && (measure.note === undefined || tie.note === measure.note);
}

function missingEnd(
  document: FrameworkDocument,
  tie: Exclude<ElementTie, { to: 'measure' }>,
): EditRefusal | undefined {
  const { to, key } = tie;
  switch (to) {
    case 'element':
      return find(document, key) ? undefined : { reason: 'element-missing', key };
    case 'tier':
      return hasTier(document, key) ? undefined : { reason: 'tier-missing', key };
    case 'owner':
      return document.owners.some((one) => one.key === key) ? undefined : { reason: 'owner-missing', key };
    case 'organisation':
      return document.organisations.some((one) => one.key === key)
        ? undefined
        : { reason: 'organisation-missing', key };
  }
}

/** The labels round a ring that a tie from one element up to another would close. */
function ringMade(document: FrameworkDocument, from: string, to: string): string[] | undefined {
  const graph = graphOf(document);
  return ringMadeBy(graph, from, to)?.map((key) => graph.elements.get(key)?.label ?? key);
}
