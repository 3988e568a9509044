import type { Invented } from './invented.ts';

/** What mattered most in the year before, and what became of it. */
export const prioritiesBefore: readonly { element: string; title: string; why: string }[] = [
  {
    element: 'first-wobble',
    title: 'Somebody to ring',
    why: 'Families did not know whom to ask.',
  },
  {
    element: 'play-everywhere',
    title: 'Play close to home',
    why: 'Two zones had no swing within a mile.',
  },
];

export const lastYear: readonly Invented[] = [
  {
    name: 'hubs',
    title: 'Seven family hubs open six days a week',
    priority: 'first-wobble',
    organisation: 'early-help',
    post: 'Head of early help',
    due: -260,
    yearlyPounds: 120_000,
    told: [
      { days: -500, state: 'under-way', words: 'Four of seven.', byName: 'Head of early help' },
      { days: -270, state: 'done', words: 'All seven, Saturdays too.', byName: 'Head of early help' },
    ],
  },
  {
    name: 'parents',
    title: 'Parents who walk beside parents, in three zones',
    priority: 'first-wobble',
    organisation: 'lantern-families',
    person: 'samuel-eketone-price',
    due: -245,
    told: [
      {
        days: -300,
        state: 'done',
        words: 'Twenty-six parents, and a waiting list of parents who want to.',
        byName: 'Samuel Eketone-Price',
      },
    ],
  },
  {
    name: 'swings',
    title: 'Swings and a bench in Fernhythe and Dunmarsh',
    priority: 'play-everywhere',
    element: 'play-everywhere',
    organisation: 'libraries-and-parks',
    post: 'Parks manager',
    due: -250,
    oneOffPounds: 64_000,
    told: [
      {
        days: -280,
        state: 'late',
        words: 'The ground in Dunmarsh was too wet to dig.',
        byName: 'Parks manager',
      },
    ],
  },
  {
    name: 'play-street',
    title: 'One street in each zone closed for play on a Sunday',
    priority: 'play-everywhere',
    organisation: 'police',
    post: 'Neighbourhood superintendent',
    due: -270,
    oneOffPounds: 0,
    told: [
      {
        days: -330,
        state: 'stopped',
        words: 'Insurance cost more than the swings. We try again with the fire service.',
        byName: 'Neighbourhood superintendent',
      },
    ],
  },
];
