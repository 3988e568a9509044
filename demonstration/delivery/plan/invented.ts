import type { ActionState, ActionWords } from '#modules/delivery/index.ts';

/** What was said of an invented action, so many days from the day of loading. */
export type Told = {
  days: number;
  state: ActionState;
  words: string;
  byName: string;
  newDue?: number;
  byLink?: true;
};

/** An invented action: its days are counted from the day of loading. */
export type Invented = Partial<Omit<ActionWords, 'owner' | 'start' | 'due' | 'element' | 'title'>> & {
  /** by which the others name it */
  name: string;
  title: string;
  priority?: string;
  element?: string;
  organisation: string;
  /** somebody who can sign in, by key */
  person?: string;
  post?: string;
  email?: string;
  start?: number;
  due: number;
  told?: readonly Told[];
  milestones?: readonly { title: string; due: number; reached?: true }[];
  partners?: readonly { organisation: string; part: string }[];
  waitsFor?: string;
};

export const priorities: readonly { element: string; title: string; why: string }[] = [
  {
    element: 'talk-sing-play',
    title: 'Talk, sing and play before school',
    why: 'Words at two decide much at five. This year the hubs and nurseries go first where fewest children are ready.',
  },
  {
    element: 'first-wobble',
    title: 'Help at the first wobble',
    why: 'Too many families come back within a year. Somebody they know should knock first.',
  },
  {
    element: 'kinder-minds',
    title: 'Kinder minds, shorter waits',
    why: 'The wait grew again in spring. Until it is shorter, nobody should wait alone.',
  },
  {
    element: 'a-way-to-get-there',
    title: 'A way to get there, and home again',
    why: 'Young people asked for it first, and more than half of them miss what they would love for want of a bus.',
  },
  {
    element: 'glad-to-be-there',
    title: 'Every child glad to be at school',
    why: 'Absence begins with tiredness and worry. We ask before we write letters.',
  },
];

/** Of whom several actions speak, in the same words each time. */
export const families = {
  readers: 'Children from birth to five',
  low: 'Families on low pay in Dunmarsh',
  away: 'Pupils of Gullhaven who stay away',
} as const;
