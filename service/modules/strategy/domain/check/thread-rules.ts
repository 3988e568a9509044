import type { ElementDocument } from '../framework-document.ts';
import { cycles, summits, tiersInOrder, unreachable, walkDown } from '../graph.ts';
import { about, documentOf, expected, lineOf, listed, quoted } from './finding.ts';
import type { CheckFacts, Finding, Rule } from './finding.ts';

/** Whether the thread holds together: rings, elements off it, empty tiers, names that stand twice. */
export const threadRules: readonly Rule[] = [
  { code: 'cycle', find: rings },
  { code: 'unreachable', find: offTheThread },
  { code: 'empty-tier', find: emptyTiers },
  { code: 'same-label', find: sameLabels },
];

function rings(facts: CheckFacts): Finding[] {
  return cycles(facts.graph).map((ring) => {
    const elements = ring.flatMap((key) => facts.graph.elements.get(key) ?? []);
    const [first] = elements;
    return {
      rule: 'cycle',
      severity: 'loose-end',
      ...(first ? { element: first.key, ...lineOf(first) } : {}),
      sentence: `These serve each other in a ring: ${elements.map(quoted).join(' → ')}.`,
      mend: 'Untie the one that points the wrong way: each tie points one step up, towards the vision.',
    };
  });
}

function offTheThread(facts: CheckFacts): Finding[] {
  const off = new Set(unreachable(facts.graph).map(({ key }) => key));
  const tops = listed(summits(facts.graph).slice(0, 3).map(quoted));
  return (
    expected(facts, 'unreachable')
      .filter(({ key }) => off.has(key))
      // what hangs on an element that is off the thread comes back with it
      .filter(({ key }) => (facts.graph.above.get(key) ?? []).length === 0)
      .map((element) => {
        const below = walkDown(facts.graph, element.key).filter((step) => off.has(step.element.key)).length;
        const others = below === 0 ? '' : `, nor do the ${below} below it`;
        return about(element, {
          rule: 'unreachable',
          severity: 'loose-end',
          sentence: `${quoted(element)} serves nothing, so the thread from ${tops} does not reach it${others}.`,
          mend: 'Tie it to what it serves, or take it out.',
        });
      })
  );
}

function emptyTiers(facts: CheckFacts): Finding[] {
  return tiersInOrder(facts.graph)
    .filter(({ elements }) => elements.length === 0)
    .map(({ tier }) => ({
      rule: 'empty-tier',
      severity: 'loose-end',
      tier: tier.key,
      ...lineOf(tier),
      sentence: `The tier “${tier.plural}” has nothing in it.`,
      mend: 'Add its first element, or take the tier out.',
    }));
}

function sameLabels(facts: CheckFacts): Finding[] {
  const byLabel = new Map<string, ElementDocument[]>();
  for (const element of expected(facts, 'same-label')) {
    const label = `${element.tier} ${element.audience ?? ''} ${plain(element.label)}`;
    byLabel.set(label, [...(byLabel.get(label) ?? []), element]);
  }
  return [...byLabel.values()].flatMap(([first, ...others]) =>
    others.map((element) => {
      const tier = documentOf(facts).tiers.find(({ key }) => key === element.tier);
      const earlier = first?.line === undefined ? '' : ` (line ${first.line})`;
      return about(element, {
        rule: 'same-label',
        severity: 'look',
        sentence: `${quoted(element)} stands more than once among “${tier?.plural ?? element.tier}”${earlier}.`,
        mend: 'If it is one thing, keep one and tie it to both places; if it is two, name them apart.',
      });
    }),
  );
}

function plain(label: string): string {
  return label
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
