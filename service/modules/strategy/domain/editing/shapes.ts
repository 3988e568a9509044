import type { TierDocument, TierRole } from '../framework-document.ts';

export const shapeKeys = ['outcomes', 'pillars', 'letters', 'building-blocks', 'short'] as const;
export type ShapeKey = (typeof shapeKeys)[number];

/** A shape that a strategy can begin with. All of it can be renamed, added to and taken away afterwards. */
export type Shape = { key: ShapeKey; name: string; words: string; tiers: readonly TierDocument[] };

const vision = tier('vision', 'vision', ['Vision', 'Visions']);
const sign = tier('sign', 'indicator', ['Sign of change', 'Signs of change']);
const principle = tier('principle', 'principle', ['Principle', 'Principles']);

export const shapes: readonly Shape[] = [
  {
    key: 'outcomes',
    name: 'Outcomes, priorities and actions',
    words: 'What we want for every child, what we will put first to get there, and who does what.',
    tiers: [
      vision,
      tier('outcome', 'outcome', ['Outcome', 'Outcomes']),
      tier('priority', 'priority', ['Priority', 'Priorities']),
      tier('action', 'action', ['Action', 'Actions']),
      sign,
      principle,
    ],
  },
  {
    key: 'pillars',
    name: 'Pillars on one base',
    words:
      'A few pillars hold up the vision; something that runs through everything is the base they stand on.',
    tiers: [
      vision,
      tier('success', 'outcome', ['What success looks like', 'What success looks like']),
      tier('pillar', 'priority', ['Pillar', 'Pillars']),
      tier('aim', 'action', ['Aim', 'Aims']),
      tier('base', 'foundation', ['What everything stands on', 'What everything stands on']),
      sign,
      principle,
    ],
  },
  {
    key: 'letters',
    name: 'The letters of a word',
    words: 'Each letter of one word is a promise, easy to remember and to repeat.',
    tiers: [
      vision,
      tier('outcome', 'outcome', ['What this will mean', 'What this will mean']),
      tier('letter', 'priority', ['Letter', 'Letters']),
      tier('real', 'action', ['Making it real', 'Making it real']),
      sign,
    ],
  },
  {
    key: 'building-blocks',
    name: 'Building blocks',
    words: 'Blocks such as “respect”, each with its principles, its ways of working and its programmes.',
    tiers: [
      vision,
      tier('ambition', 'outcome', ['Ambition', 'Ambitions']),
      tier('block', 'priority', ['Building block', 'Building blocks']),
      principle,
      tier('way', 'practice', ['Way of working', 'Ways of working']),
      tier('programme', 'programme', ['Programme', 'Programmes']),
      sign,
    ],
  },
  {
    key: 'short',
    name: 'As short as can be',
    words: 'A vision and what you want for children. You add the rest when you know it.',
    tiers: [vision, tier('outcome', 'outcome', ['Outcome', 'Outcomes'])],
  },
];

/** The shape of a key. */
export function shapeOf(key: ShapeKey): Shape {
  const found = shapes.find((shape) => shape.key === key);
  if (!found) throw new RangeError(`no such shape: ${key}`);
  return found;
}

function tier(key: string, role: TierRole, [name, plural]: readonly [string, string]): TierDocument {
  return { key, role, name, plural };
}
