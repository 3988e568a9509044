import type { DecisionWords } from '#modules/delivery/index.ts';

const published = { publish: 'publish', ground: '' } as const;
const exempt = {
  publish: 'exempt',
  ground: 'Financial or business affairs (Schedule 12A, paragraph 3)',
} as const;

/** What the board talked about in September. */
export const items = [
  {
    key: 'buses',
    title: 'Getting to things after school',
    asks: 'to-decide',
    minutes: 30,
    leadName: 'Catherine Ballantyne',
    publishing: published,
  },
  {
    key: 'waits',
    title: 'Families who wait for somebody to ring',
    asks: 'to-decide',
    minutes: 40,
    leadName: 'Dr Folasade Adeyemi',
    publishing: published,
  },
  {
    key: 'barn',
    title: 'The lease of the Saturday Barn',
    asks: 'to-decide',
    minutes: 20,
    leadName: 'Samuel Eketone-Price',
    publishing: exempt,
  },
] as const;

/** What was taken down, by two people at once. */
export const noted: readonly { by: string; item: string; words: string }[] = [
  {
    by: 'malgorzata-wilk',
    item: 'buses',
    words:
      'Young inspectors took the last bus from four schools. From two of them it had gone before clubs ended.\nTwo operators could run later; one could not before January.',
  },
  {
    by: 'folasade-adeyemi',
    item: 'buses',
    words: 'Young people asked that nobody has to show a card to get home. The board agreed.',
  },
  {
    by: 'malgorzata-wilk',
    item: 'waits',
    words: 'Forty families were asked. Most said: we can wait, if somebody rings.',
  },
  {
    by: 'folasade-adeyemi',
    item: 'waits',
    words: 'The Trust cannot promise calls on a weekend before spring.',
  },
];

/** What every workshop talks about. */
export const workshopItems = [
  {
    key: 'tables',
    title: 'What parents and young people told us, table by table',
    asks: 'to-talk',
    minutes: 90,
    leadName: 'Tam Hallowes',
    publishing: published,
  },
  {
    key: 'first',
    title: 'What we try first',
    asks: 'to-talk',
    minutes: 45,
    leadName: 'Catherine Ballantyne',
    publishing: published,
  },
] as const;

/** What was taken down in a workshop. */
export const workshopNoted: typeof noted = [
  {
    by: 'malgorzata-wilk',
    item: 'tables',
    words: 'Three tables, each with a parent. What they said is being written up.',
  },
  {
    by: 'folasade-adeyemi',
    item: 'first',
    words: 'Each table named one thing that costs nothing and can begin this term.',
  },
];

type Made = {
  item: string;
  /** days after the meeting */
  hearIn: number;
  actionIn?: number;
  /** what was said when it was done */
  done?: string;
  came?: string;
  change?: { what: string; before: string; after: string; takenPart: string };
  words: Partial<DecisionWords> & Pick<DecisionWords, 'title' | 'words' | 'reason'>;
};

/** What the board decided in September. */
export const decisionsMade: readonly Made[] = [
  {
    item: 'buses',
    hearIn: 120,
    actionIn: 50,
    done: 'The later bus runs from both schools, four days a week.',
    came: 'A later bus runs from both schools. Sixty more young people stay for a club.',
    words: {
      title: 'Run the last bus an hour later from two schools',
      words:
        'The last bus from Gullhaven and Coppermouth leaves at half past five, on four days a week, from October.',
      reason: 'Clubs end after the bus has gone, so those who live far away cannot come.',
      evidence: 'Young inspectors took the bus from four schools in June.',
      ownerName: 'Owner of buses and travel',
      ownerOrganisation: 'buses-and-travel',
      becomes: 'action',
      element: { frameworkSlug: 'brackenshire', elementKey: 'a-way-to-get-there' },
      equalityNote: 'Both buses take wheelchairs. No card is asked for.',
      childImpactNote: 'Young people asked for it twice.',
    },
  },
  {
    item: 'waits',
    hearIn: 110,
    actionIn: 60,
    words: {
      title: 'Ring every family that waits, once a fortnight',
      words: 'Whoever has a family on a list rings them every fortnight and says how long it still takes.',
      reason: 'Families told us that not knowing is worse than waiting.',
      dissent:
        'The Community Health Trust: two calls a month cannot be kept up by the team as it is. Once a month could.',
      evidence: 'Forty families, asked in summer; and how ready children are for school at 5.',
      restsOn: { kind: 'measure', id: 'lait:FSP_NEW_GOODDEV' },
      measureId: 'lait:FSP_NEW_GOODDEV',
      ownerName: 'Dr Folasade Adeyemi',
      ownerOrganisation: 'community-health-trust',
      becomes: 'action',
      element: { frameworkSlug: 'brackenshire', elementKey: 'gentle-start' },
      childImpactNote: 'A parent who is rung worries less, and children notice.',
    },
  },
  {
    item: 'barn',
    hearIn: 90,
    words: {
      title: 'Offer for the lease of the Saturday Barn',
      words: 'The board supports the offer as it stands in the paper that is not published.',
      reason: 'The barn is where young people already go.',
      ownerName: 'Samuel Eketone-Price',
      ownerOrganisation: 'lantern-families',
      becomes: 'record',
      publishing: exempt,
    },
  },
  {
    item: 'waits',
    hearIn: 200,
    came: 'The form is gone from three hubs. A parent said: somebody listened before they asked.',
    change: {
      what: 'How a family first asks for help',
      before: 'A form of nine pages, and a letter when it was read.',
      after: 'One call to a family hub. Whoever answers writes down what is said, once.',
      takenPart: 'Twelve parents, two lead workers and the Young Partnership, over three evenings.',
    },
    words: {
      title: 'One call in place of the form',
      words:
        'From November a family asks for help with one call. The form stays for those who would rather write.',
      reason: 'Parents told us that they gave up on the form.',
      ownerName: 'Head of Early Help',
      ownerOrganisation: 'early-help',
      becomes: 'service-change',
      element: { frameworkSlug: 'brackenshire', elementKey: 'gentle-start' },
      equalityNote: 'Interpreters join the call. Whoever cannot call can write or come.',
    },
  },
  {
    item: 'buses',
    hearIn: 150,
    change: {
      what: 'Getting home comes before new places to go',
      before: 'A new youth room first, and buses in spring.',
      after: 'The later buses run first. The youth room follows when they are full.',
      takenPart: 'The Young Partnership, and those who drive the buses.',
    },
    words: {
      title: 'The plan puts the later buses first',
      words: 'What was planned for the youth room waits until the later buses have run for one term.',
      reason: 'A room that nobody can get home from stays empty.',
      ownerName: 'Owner of buses and travel',
      ownerOrganisation: 'buses-and-travel',
      becomes: 'plan-change',
      element: { frameworkSlug: 'brackenshire', elementKey: 'a-way-to-get-there' },
    },
  },
];
