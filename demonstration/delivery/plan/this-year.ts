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

const readers = 'Children from birth to five';
const low = 'Families on low pay in Dunmarsh';
const away = 'Pupils of Gullhaven who stay away';

export const early: readonly Invented[] = [
  {
    name: 'chatter',
    title: 'Sixty chatter stops at bus stops and clinics',
    what: 'A picture, a rhyme and something to count, at the height of a pushchair. Families choose the places.',
    priority: 'talk-sing-play',
    element: 'chatter-stops',
    organisation: 'early-help',
    person: 'zainab-hussain-carter',
    start: -170,
    due: 70,
    measureId: 'lait:FSP_NEW_GOODDEV',
    expectedFor: readers,
    expectedEffect: 'More grown-ups talk with small children while they wait.',
    oneOffPounds: 18_000,
    yearlyPounds: 4_000,
    resources: 'One designer for ten days; bus company staff to put them up.',
    childImpactNote: 'Children of three nurseries drew the animals.',
    equalityNote: 'The rhymes stand in six languages, and in Makaton signs.',
    partners: [
      { organisation: 'libraries-and-parks', part: 'Ten stops in parks' },
      { organisation: 'volunteers-alliance', part: 'Looks after them' },
    ],
    milestones: [
      { title: 'Places chosen with families', due: -120, reached: true },
      { title: 'The first twenty stand', due: -40, reached: true },
      { title: 'All sixty stand', due: 70 },
    ],
    told: [
      {
        days: -150,
        state: 'under-way',
        words: 'Forty families chose places.',
        byName: 'Zainab Hussain-Carter',
      },
      {
        days: -38,
        state: 'under-way',
        words: 'Twenty-two stand. One was stolen, which we take as praise.',
        byName: 'Zainab Hussain-Carter',
      },
    ],
  },
  {
    name: 'songs',
    title: 'Train nursery staff in talk and song',
    what: 'Two mornings for each nursery, with a speech therapist and a musician.',
    priority: 'talk-sing-play',
    organisation: 'bramblecote-nursery',
    post: 'Head of the nursery school',
    email: 'head@bramblecote-nursery.example',
    start: -140,
    due: -24,
    measureId: 'lait:FSP_NEW_GOODDEV',
    expectedFor: readers,
    oneOffPounds: 9_500,
    told: [
      {
        days: -110,
        state: 'under-way',
        words: 'Nine nurseries have said yes.',
        byName: 'Head of the nursery school',
        byLink: true,
      },
      {
        days: -20,
        state: 'late',
        words: 'The therapist left in summer, and her successor begins in January.',
        byName: 'Head of the nursery school',
        byLink: true,
      },
    ],
  },
  {
    name: 'songbook',
    title: 'A songbook brought by hand at the first home visit',
    priority: 'talk-sing-play',
    organisation: 'public-health',
    post: 'Lead health visitor',
    email: 'health.visitors@brackenshire.example',
    due: 95,
    expectedFor: readers,
    yearlyPounds: 6_000,
    povertyNote: 'A book that must be given back shames families who lose it. So it is theirs to keep.',
    waitsFor: 'songs',
  },
];

export const wobble: readonly Invented[] = [
  {
    name: 'knock',
    title: 'Knock First in all seven zones',
    what: 'Whoever knows the family already comes first: a teacher, a neighbour parent, a midwife.',
    priority: 'first-wobble',
    element: 'knock-first',
    organisation: 'lantern-families',
    person: 'samuel-eketone-price',
    start: -200,
    due: 11,
    measureId: 'lait:ReReferral',
    expectedFor: 'Families who were referred once before',
    expectedEffect: 'Fewer families are referred again within a year.',
    yearlyPounds: 48_000,
    resources: 'Four parent workers at Lantern Families.',
    equalityNote: 'Two of the four speak Polish and Arabic.',
    partners: [{ organisation: 'early-help', part: 'Supervision' }],
    told: [
      {
        days: -160,
        state: 'under-way',
        words: 'Begun in Dunmarsh and Elmstow.',
        byName: 'Samuel Eketone-Price',
      },
      {
        days: -60,
        state: 'under-way',
        words: 'Five zones. Families say: at last somebody who knows us.',
        byName: 'Samuel Eketone-Price',
      },
    ],
  },
  {
    name: 'number',
    title: 'One telephone number for families',
    priority: 'first-wobble',
    organisation: 'early-help',
    post: 'Head of early help',
    start: -220,
    due: -30,
    oneOffPounds: 12_000,
    yearlyPounds: 0,
    told: [
      {
        days: -200,
        state: 'under-way',
        words: 'Six numbers were found, one of them a pizza shop.',
        byName: 'Head of early help',
      },
      {
        days: -42,
        state: 'done',
        words: 'It rings, and somebody answers within four minutes.',
        byName: 'Head of early help',
      },
    ],
  },
];

export const minds: readonly Invented[] = [
  {
    name: 'workers',
    title: 'Wellbeing workers in twelve schools',
    priority: 'kinder-minds',
    organisation: 'community-health-trust',
    post: 'Director of children’s therapies',
    email: 'therapies@community-health.example',
    start: -180,
    due: -50,
    measureId: 'lait:CMH_0-17yrs',
    expectedFor: 'Pupils of eleven to sixteen',
    expectedEffect: 'Help comes in weeks, and fewer need a bed.',
    yearlyPounds: 310_000,
    childImpactNote: 'Young Brackens wrote two of the interview questions.',
    theirPlan: {
      title: 'Growing Minds, the trust’s own plan',
      link: 'https://community-health.example/growing-minds',
    },
    told: [
      {
        days: -120,
        state: 'under-way',
        words: 'Five of twelve have begun.',
        byName: 'Director of children’s therapies',
        byLink: true,
      },
      {
        days: -55,
        state: 'late',
        words: 'Nobody applied for the posts by the coast. We pay the bus fare now.',
        newDue: 60,
        byName: 'Director of children’s therapies',
        byLink: true,
      },
    ],
  },
  {
    name: 'handover',
    title: 'A warm handover from school to clinic',
    priority: 'kinder-minds',
    organisation: 'harebell-schools-trust',
    post: 'Inclusion lead',
    email: 'inclusion@harebell.example',
    start: -10,
    due: 80,
    expectedFor: away,
    expectedEffect: 'Nobody tells their story twice.',
    oneOffPounds: 0,
    waitsFor: 'workers',
  },
  {
    name: 'while-you-wait',
    title: 'While You Wait: Saturday groups for young people',
    what: 'Drums, paint and somebody to talk with, for whoever is on the list.',
    priority: 'kinder-minds',
    element: 'while-you-wait',
    organisation: 'saturday-barn',
    post: 'The barn keeper',
    email: 'keeper@saturday-barn.example',
    start: -130,
    due: 100,
    measureId: 'lait:CMH_0-17yrs',
    yearlyPounds: 22_000,
    told: [
      {
        days: -100,
        state: 'under-way',
        words: 'Thirty come. Two mothers stayed to drum.',
        byName: 'The barn keeper',
      },
      {
        days: -15,
        state: 'paused',
        words: 'The roof lets the rain in. We begin again when it is mended, in February.',
        byName: 'The barn keeper',
        byLink: true,
      },
    ],
  },
  {
    name: 'saturday-waiting',
    title: 'Saturday groups for young people while they wait',
    what: 'A youth worker, a kettle and a walk by the slipway, in Gullhaven.',
    priority: 'kinder-minds',
    element: 'while-you-wait',
    organisation: 'wayfinders',
    post: 'Youth work lead',
    email: 'lead@wayfinders.example',
    due: 120,
    measureId: 'lait:CMH_0-17yrs',
  },
];

export const bus: readonly Invented[] = [
  {
    name: 'bus',
    title: 'The 7.40 home runs on Fridays',
    what: 'One bus from Coppermouth through Dunmarsh and Elmstow, after everything is over.',
    priority: 'a-way-to-get-there',
    element: 'seven-forty-bus',
    organisation: 'buses-and-travel',
    post: 'Transport planner',
    email: 'planner@brackenshire.example',
    start: -90,
    due: 40,
    expectedFor: low,
    expectedEffect: 'Young people stay for what they love, and get home.',
    oneOffPounds: 5_000,
    yearlyPounds: 62_000,
    povertyNote: 'A fare of £2 each way is £16 a month. Under 19s travel free after six.',
    childImpactNote: 'It is the first thing that 402 young people asked for.',
    equalityNote: 'The bus kneels, and takes two wheelchairs.',
    told: [
      {
        days: -70,
        state: 'under-way',
        words: 'The company says yes to Fridays, not yet to Saturdays.',
        byName: 'Transport planner',
      },
    ],
    milestones: [
      { title: 'Timetable tried by young inspectors', due: -7, reached: true },
      { title: 'First bus', due: 40 },
    ],
  },
  {
    name: 'passes',
    title: 'A bus pass for every young person in care',
    priority: 'a-way-to-get-there',
    organisation: 'childrens-social-care',
    post: 'Virtual school head',
    start: -210,
    due: -100,
    yearlyPounds: 14_400,
    told: [
      {
        days: -95,
        state: 'done',
        words: 'All 118 have theirs. Our Table handed them out.',
        byName: 'Virtual school head',
      },
    ],
  },
  {
    name: 'old-hall',
    title: 'A lift to the old hall on Tuesdays',
    priority: 'a-way-to-get-there',
    element: 'old-hall-evenings',
    organisation: 'volunteers-alliance',
    post: 'Driver rota keeper',
    start: -190,
    due: 130,
    oneOffPounds: 0,
    told: [
      {
        days: -80,
        state: 'under-way',
        words: 'Four drivers, eleven regulars, one dog.',
        byName: 'Driver rota keeper',
      },
    ],
  },
];

export const school: readonly Invented[] = [
  {
    name: 'ask',
    title: 'Ask every child who stays away what would help',
    priority: 'glad-to-be-there',
    element: 'what-would-make-you-come',
    organisation: 'gullhaven-high',
    person: 'catherine-ballantyne',
    start: -60,
    due: -5,
    measureId: 'lait:TotPerAbNew',
    expectedFor: away,
    expectedEffect: 'Plans hold what the child said.',
    oneOffPounds: 0,
    resources: 'Two tutors, an hour a week.',
    childImpactNote: 'Nobody has to answer, and no answer is shown with a name.',
    told: [
      {
        days: -40,
        state: 'under-way',
        words: 'Forty-one of sixty asked. Most say: mornings.',
        byName: 'Catherine Ballantyne',
      },
    ],
  },
  {
    name: 'breakfast',
    title: 'Breakfast before school by the harbour and the marsh',
    priority: 'glad-to-be-there',
    organisation: 'harebell-schools-trust',
    post: 'Catering lead',
    email: 'catering@harebell.example',
    start: -75,
    due: 120,
    measureId: 'lait:TotPerAbNew',
    expectedFor: low,
    yearlyPounds: 37_000,
    povertyNote: 'A list of who eats free would be seen by all. So everybody eats, and nobody is asked.',
    told: [
      {
        days: -50,
        state: 'under-way',
        words: 'Three hundred breakfasts a day, and toast is winning.',
        byName: 'Catering lead',
      },
    ],
  },
  {
    name: 'fines',
    title: 'Penalty notices only after a visit',
    priority: 'glad-to-be-there',
    organisation: 'education-and-inclusion',
    post: 'Head of inclusion',
    start: -150,
    due: 20,
    yearlyPounds: 30_000,
    povertyNote: 'A fine takes most from those who have least. A visit comes first.',
    told: [
      {
        days: -65,
        state: 'stopped',
        words: 'The new national rules ask for the visit anyway: nothing is left for us to do.',
        byName: 'Head of inclusion',
      },
    ],
  },
];

export const thisYear: readonly Invented[] = [...early, ...wobble, ...minds, ...bus, ...school];
