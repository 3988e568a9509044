import type { Confidence, EntryKind, RecordToOpen } from '#modules/families/index.ts';

/** What somebody said of an invented child, so many days ago. */
export type InventedEntry = {
  kind: EntryKind;
  body: string;
  whose: string;
  source: string;
  daysAgo: number;
  confidence?: Confidence;
  wouldHelp?: string;
  /** the family of the child reads it: answered for each of them */
  familyReads?: true;
};

export type InventedChild = Pick<
  RecordToOpen,
  'givenNames' | 'familyName' | 'knownAs' | 'level' | 'because'
> & {
  /** how old they are, in days; less than nothing before they are born */
  days: number;
  /** key of the school or other place they go to */
  setting?: string;
  people: readonly { name: string; tie: string; alsoCalled?: string }[];
  home: { words: string; isSafe: boolean };
  entries: readonly InventedEntry[];
  /** who of the invented family can sign in */
  family: readonly ('young-person' | 'parent')[];
};

const year = 365.25;

/** Six invented children, each showing one thing that a record must do. */
export const inventedChildren: readonly InventedChild[] = [
  {
    givenNames: 'Isolde',
    familyName: 'Penrose-Akhtar',
    knownAs: 'Izzy',
    level: 'normal',
    because: 'Izzy and her mum asked for help after they moved.',
    days: Math.round(14.2 * year),
    setting: 'gullhaven-high',
    people: [
      { name: 'Farah Akhtar', tie: 'Mum' },
      { name: 'Edith Penrose', tie: 'Nan, two streets away', alsoCalled: 'Nan Edie' },
      { name: 'Coach Bryn', tie: 'netball, on Thursdays' },
    ],
    home: { words: '14 Quay Terrace, Gullhaven', isSafe: false },
    family: ['young-person'],
    entries: [
      {
        kind: 'trusted-adult',
        body: 'Goes to Nan Edie when it gets loud at home. Nan always has toast.',
        whose: 'Izzy',
        source: 'told on a walk along the quay',
        daysAgo: 20,
        familyReads: true,
      },
      {
        kind: 'skill',
        body: 'Plays goal defence and has not missed a Thursday since spring.',
        whose: 'Coach Bryn',
        source: 'from a telephone call',
        daysAgo: 34,
        familyReads: true,
      },
      {
        kind: 'worry',
        body: 'Comes in tired on Mondays, and twice said that she had not slept.',
        whose: 'Her form teacher',
        source: 'seen in class',
        daysAgo: 12,
        confidence: 'worried',
        wouldHelp: 'Somebody to ask her what Sunday nights are like.',
        familyReads: true,
      },
    ],
  },
  {
    givenNames: 'Kofi',
    familyName: 'Hartley',
    knownAs: '',
    level: 'normal',
    because: 'His school asked whether somebody could help with mornings.',
    days: Math.round(7.2 * year),
    people: [{ name: 'Grace Hartley', tie: 'Mum' }],
    home: { words: 'Flat 3, 88 Marsh Road, Dunmarsh', isSafe: false },
    family: [],
    entries: [
      {
        kind: 'worry',
        body: 'Late four mornings in two weeks. He says that he gets his sister ready first.',
        whose: 'The school office',
        source: 'from the register',
        daysAgo: 9,
        confidence: 'known',
        wouldHelp: 'A lift, or a breakfast club that opens at half past seven.',
      },
    ],
  },
  {
    givenNames: 'Dylan',
    familyName: 'Brightwater',
    knownAs: '',
    level: 'protected',
    because: 'Dylan and his gran asked for help after the move.',
    days: Math.round(10.6 * year),
    people: [
      { name: 'Rhona Brightwater', tie: 'Gran, with whom he lives' },
      { name: 'Marek Brightwater', tie: 'Dad, who sees him on Saturdays with somebody there' },
    ],
    home: { words: 'The upstairs flat behind the bakery, Ferry Steps', isSafe: true },
    family: ['parent'],
    entries: [
      {
        kind: 'helper',
        body: 'Gran is up with him before school, and they do the crossword.',
        whose: 'Gran',
        source: 'told at home',
        daysAgo: 15,
      },
      {
        kind: 'skill',
        body: 'Draws comics. The hero is a heron.',
        whose: 'Dylan',
        source: 'shown at the kitchen table',
        daysAgo: 15,
        familyReads: true,
      },
      {
        kind: 'worry',
        body: 'Does not want to be fetched from school by anybody but Gran.',
        whose: 'Dylan',
        source: 'told at school',
        daysAgo: 8,
        confidence: 'known',
        wouldHelp: 'The school knows who fetches him, by name.',
      },
    ],
  },
  {
    givenNames: 'Maja',
    familyName: 'Zielińska-Cole',
    knownAs: '',
    level: 'normal',
    because: 'Maja came to the youth club and asked.',
    days: Math.round(15.9 * year),
    people: [{ name: 'Ola Zielińska', tie: 'Mum' }],
    home: { words: '2 Orchard Rise, Thornwick', isSafe: false },
    family: [],
    entries: [
      {
        kind: 'belonging',
        body: 'The Saturday climbing group. They have kept her harness on its own hook.',
        whose: 'Maja',
        source: 'told at the climbing wall',
        daysAgo: 40,
      },
      {
        kind: 'own-words',
        body: 'I will talk when I am ready. Please do not ask me in front of Mum.',
        whose: 'Maja',
        source: 'written by her on a card',
        daysAgo: 18,
      },
    ],
  },
  {
    givenNames: 'Robin',
    familyName: 'Vale',
    knownAs: '',
    level: 'closed',
    because: 'The family of a colleague, who asked that nobody at work knows.',
    days: Math.round(4.1 * year),
    people: [],
    home: { words: 'Known to the lead worker', isSafe: true },
    family: [],
    entries: [
      {
        kind: 'strength',
        body: 'Laughs at the dog until he falls over.',
        whose: 'His parents',
        source: 'told at home',
        daysAgo: 5,
      },
    ],
  },
  {
    givenNames: 'Baby',
    familyName: 'Okonjo-Wells',
    knownAs: '',
    level: 'normal',
    because: 'The midwife and the parents asked for somebody to talk to before the birth.',
    days: -70,
    people: [
      { name: 'Temi Okonjo', tie: 'Mum' },
      { name: 'Jack Wells', tie: 'Dad' },
    ],
    home: { words: '5 Lantern Street, Thornwick', isSafe: false },
    family: [],
    entries: [
      {
        kind: 'helper',
        body: 'Their neighbour has offered her pram and her evenings.',
        whose: 'The parents',
        source: 'told at home',
        daysAgo: 6,
      },
    ],
  },
];
