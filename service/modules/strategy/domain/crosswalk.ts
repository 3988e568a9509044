import { done, refuse } from '#platform/kernel/outcome.ts';
import type { Outcome } from '#platform/kernel/outcome.ts';
import { crosswalkDocument } from './framework-document.ts';
import type {
  CrosswalkDocument,
  ElementDocument,
  FrameworkDocument,
  MeasureTieDocument,
  TierDocument,
} from './framework-document.ts';
import { readDocument } from './read-framework.ts';
import type { NotRead } from './read-framework.ts';
import { closest } from './reading/closest.ts';
import type { Contradiction } from './reading/cross-references.ts';

export type Relation = CrosswalkDocument['pairs'][number]['relation'];

/** Reads a crosswalk file, YAML or JSON, and checks both of its ends where the frameworks are given. */
export function readCrosswalk(
  file: string | Uint8Array,
  frameworks?: readonly FrameworkDocument[],
): Outcome<CrosswalkDocument, NotRead> {
  return readDocument(file, {
    schema: crosswalkDocument,
    format: 'goldenthread-crosswalk/1',
    contradictions: (crosswalk) => [...ownContradictions(crosswalk), ...endsMissing(crosswalk, frameworks)],
  });
}

function ownContradictions(crosswalk: CrosswalkDocument): Contradiction[] {
  const itself: Contradiction[] =
    crosswalk.left === crosswalk.right
      ? [
          {
            path: ['right'],
            says: 'Both sides are the same framework',
            mend: 'Name the other framework here.',
          },
        ]
      : [];
  const seen = new Set<string>();
  const twice = crosswalk.pairs.flatMap((pair, index): Contradiction[] => {
    const pairing = `${pair.left} ${pair.right}`;
    if (!seen.has(pairing)) {
      seen.add(pairing);
      return [];
    }
    const says = `“${pair.left}” and “${pair.right}” are already paired above`;
    return [{ path: ['pairs', index, 'left'], says, mend: 'Keep one of the two.' }];
  });
  return [...itself, ...twice];
}

function endsMissing(
  crosswalk: CrosswalkDocument,
  frameworks?: readonly FrameworkDocument[],
): Contradiction[] {
  if (frameworks === undefined) return [];
  return (['left', 'right'] as const).flatMap((side) => {
    const slug = crosswalk[side];
    const framework = frameworks.find((one) => one.slug === slug);
    if (!framework)
      return [
        unknownEnd(
          [side],
          `framework called “${slug}”`,
          closest(
            slug,
            frameworks.map((one) => one.slug),
          ),
        ),
      ];
    const keys = framework.elements.map(({ key }) => key);
    const known = new Set(keys);
    return crosswalk.pairs.flatMap((pair, index) =>
      known.has(pair[side])
        ? []
        : [
            unknownEnd(
              ['pairs', index, side],
              `element “${pair[side]}” in ${framework.name}`,
              closest(pair[side], keys),
            ),
          ],
    );
  });
}

function unknownEnd(path: Contradiction['path'], what: string, meant: string | undefined): Contradiction {
  const mend = meant === undefined ? 'Bring it in first, or take the pair out.' : `Did you mean “${meant}”?`;
  return { path, says: `There is no ${what}`, mend };
}

/** The same crosswalk read from its other end. */
export function turned(crosswalk: CrosswalkDocument): CrosswalkDocument {
  const other: Readonly<Record<Relation, Relation>> = {
    same: 'same',
    related: 'related',
    broader: 'narrower',
    narrower: 'broader',
  };
  return {
    ...crosswalk,
    left: crosswalk.right,
    right: crosswalk.left,
    pairs: crosswalk.pairs.map((pair) => ({
      ...pair,
      left: pair.right,
      right: pair.left,
      relation: other[pair.relation],
    })),
  };
}

export type Partner = { element: ElementDocument; relation: Relation; note: string | undefined };
export type SideBySideRow = { tier: TierDocument; element: ElementDocument; partners: readonly Partner[] };
export type SideBySide = {
  left: FrameworkDocument;
  right: FrameworkDocument;
  rows: readonly SideBySideRow[];
  /** elements of the right that no pair names */
  rightAlone: readonly { tier: TierDocument; elements: readonly ElementDocument[] }[];
};

/** Two frameworks on one page: every element of the left with its partners, closest first, then what the right has alone. */
export function sideBySide(
  crosswalk: CrosswalkDocument,
  frameworks: readonly FrameworkDocument[],
): Outcome<SideBySide, { reason: 'framework-missing'; slug: string }> {
  const left = frameworks.find(({ slug }) => slug === crosswalk.left);
  if (!left) return refuse({ reason: 'framework-missing', slug: crosswalk.left });
  const right = frameworks.find(({ slug }) => slug === crosswalk.right);
  if (!right) return refuse({ reason: 'framework-missing', slug: crosswalk.right });
  const pairs = Map.groupBy(crosswalk.pairs, (pair) => pair.left);
  const rightElements = new Map(right.elements.map((element) => [element.key, element]));
  const rows = inTierOrder(left).map(({ tier, element }) => ({
    tier,
    element,
    partners: (pairs.get(element.key) ?? [])
      .toSorted((a, b) => closeness.indexOf(a.relation) - closeness.indexOf(b.relation))
      .flatMap(({ right: key, relation, note }) => {
        const partner = rightElements.get(key);
        return partner ? [{ element: partner, relation, note }] : [];
      }),
  }));
  const paired = new Set(crosswalk.pairs.map((pair) => pair.right));
  return done({ left, right, rows, rightAlone: alone(right, paired) });
}

const closeness: readonly Relation[] = ['same', 'broader', 'narrower', 'related'];

function alone(framework: FrameworkDocument, paired: ReadonlySet<string>): SideBySide['rightAlone'] {
  return framework.tiers
    .map((tier) => ({
      tier,
      elements: framework.elements.filter((element) => element.tier === tier.key && !paired.has(element.key)),
    }))
    .filter(({ elements }) => elements.length > 0);
}

function inTierOrder(framework: FrameworkDocument): { tier: TierDocument; element: ElementDocument }[] {
  return framework.tiers.flatMap((tier) =>
    framework.elements.filter((element) => element.tier === tier.key).map((element) => ({ tier, element })),
  );
}

export type MeasureKey = Pick<MeasureTieDocument, 'source' | 'code'>;
export type Answered = { framework: FrameworkDocument; element: ElementDocument; tie: MeasureTieDocument };

/** One measure answers several frameworks: every element that it is tied to, framework by framework. */
export function frameworksAnsweredBy(
  measure: MeasureKey,
  frameworks: readonly FrameworkDocument[],
): Answered[] {
  return frameworks.flatMap((framework) => {
    const elements = new Map(framework.elements.map((element) => [element.key, element]));
    return framework.measures
      .filter((tie) => tie.source === measure.source && tie.code === measure.code)
      .flatMap((tie) => {
        const element = elements.get(tie.element);
        return element ? [{ framework, element, tie }] : [];
      });
  });
}

/** Measures that answer more than one framework, those that answer most first. */
export function sharedMeasures(
  frameworks: readonly FrameworkDocument[],
): { measure: MeasureKey; answers: readonly Answered[] }[] {
  const measures = new Map<string, MeasureKey>();
  for (const { source, code } of frameworks.flatMap((framework) => framework.measures))
    measures.set(`${source} ${code}`, { source, code });
  const spread = (answers: readonly Answered[]) =>
    new Set(answers.map(({ framework }) => framework.slug)).size;
  return [...measures.values()]
    .map((measure) => ({ measure, answers: frameworksAnsweredBy(measure, frameworks) }))
    .filter(({ answers }) => spread(answers) > 1)
    .toSorted((a, b) => spread(b.answers) - spread(a.answers));
}

/**
 * Elements of two frameworks that the same measure answers and that no crosswalk pairs yet: worth a person's look.
 * Gap pairs and context are left out: two elements that share only those need not speak of one thing.
 */
export function suggestedPairs(
  left: FrameworkDocument,
  right: FrameworkDocument,
  crosswalk?: CrosswalkDocument,
): { left: ElementDocument; right: ElementDocument; measures: readonly MeasureKey[] }[] {
  const paired = new Set(crosswalk?.pairs.map((pair) => `${pair.left} ${pair.right}`));
  const found = new Map<string, { left: ElementDocument; right: ElementDocument; measures: MeasureKey[] }>();
  const telling = left.measures.filter(({ role }) => role === 'headline' || role === 'supporting');
  for (const { source, code, element } of telling) {
    const mine = left.elements.find(({ key }) => key === element);
    for (const { element: theirs, tie } of frameworksAnsweredBy({ source, code }, [right])) {
      const pairing = `${element} ${theirs.key}`;
      if (!mine || paired.has(pairing) || tie.role === 'context') continue;
      const known = found.get(pairing) ?? { left: mine, right: theirs, measures: [] };
      known.measures.push({ source, code });
      found.set(pairing, known);
    }
  }
  return [...found.values()].toSorted((a, b) => b.measures.length - a.measures.length);
}
