import { frameworkDocument } from '../framework-document.ts';
import type { FrameworkDocument } from '../framework-document.ts';
import type { z } from 'zod';

/** An invented partnership's small framework, as a person would write it. Line 1 is the format. */
export const inventedYaml = `format: goldenthread-framework/1
slug: larkmere
name: Growing up in Larkmere
partnership: Larkmere Children's Partnership
areas: [E99000001]
status: adopted
period: { start: 2026-09-01, end: 2029-08-31, words: 2026-2029 }
periodStatements:
  - { words: a three year plan, years: 3, line: 4 }
source: { title: Growing up in Larkmere, file: larkmere.txt }
wayIn: [safe, learning]
owners:
  - { key: board, name: Larkmere Children's Board, kind: board }
  - { key: early-years, name: Early Years Group, kind: subgroup, partOf: board }
organisations:
  - { key: council, name: Larkmere Council, kind: council }
  - { key: otters, name: Otters Youth Club, kind: charity }
tiers:
  - { key: vision, name: Vision, plural: Visions, role: vision }
  - { key: outcome, name: Outcome, plural: Outcomes, role: outcome }
  - { key: priority, name: Priority, plural: Priorities, role: priority }
  - { key: action, name: Action, plural: Actions, role: action }
  - { key: indicator, name: Sign, plural: Signs, role: indicator }
  - { key: principle, name: Principle, plural: Principles, role: principle }
elements:
  - { key: vision, tier: vision, label: Every child finds a way to shine, line: 2 }
  - { key: safe, tier: outcome, label: Safe at home, serves: [vision], owners: [board], organisations: [council, otters], line: 6 }
  - { key: learning, tier: outcome, label: Curious for life, serves: [vision], owners: [board], organisations: [council], line: 7 }
  - { key: early-help, tier: priority, label: Help early, serves: [safe], owners: [early-years], line: 9 }
  - { key: first-words, tier: priority, label: First words, serves: [learning], owners: [early-years], organisations: [otters], line: 10 }
  - { key: visits, tier: action, label: A visit to every new family, servesTiers: [priority], owners: [early-years], line: 12 }
  - { key: repeat-plans, tier: indicator, label: Fewer repeat plans, serves: [safe], direction: decrease, line: 14 }
  - { key: ready, tier: indicator, label: More children ready for school, serves: [learning], direction: increase, line: 15 }
  - { key: kind, tier: principle, label: Kind first, statement: We are kind before we are quick., line: 17 }
passages:
  - { key: need-words, kind: need, title: Fewer words at two, text: One child in four says fewer words than expected., about: [first-words, early-help] }
measures:
  - { element: repeat-plans, source: lait, code: Repeat plans, role: headline }
  - { element: ready, source: lait, code: Good level of development, role: headline }
`;

type Draft = z.input<typeof frameworkDocument>;

/** A small document to try one thing on: one vision over one outcome, and whatever is given. */
export function frameworkWith(parts: Partial<Draft> = {}): FrameworkDocument {
  return frameworkDocument.parse({
    format: 'goldenthread-framework/1',
    slug: 'tiny',
    name: 'Tiny',
    partnership: 'Tiny Partnership',
    status: 'adopted',
    period: {},
    tiers: [
      { key: 'vision', name: 'Vision', plural: 'Visions', role: 'vision' },
      { key: 'outcome', name: 'Outcome', plural: 'Outcomes', role: 'outcome' },
      { key: 'priority', name: 'Priority', plural: 'Priorities', role: 'priority' },
      { key: 'action', name: 'Action', plural: 'Actions', role: 'action' },
      { key: 'indicator', name: 'Indicator', plural: 'Indicators', role: 'indicator' },
    ],
    elements: [{ key: 'vision', tier: 'vision', label: 'Vision' }],
    ...parts,
  });
}
