import { early, minds, wobble } from './early-and-minds.ts';
import { families, type Invented } from './invented.ts';

const bus: readonly Invented[] = [
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
    expectedFor: families.low,
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

const school: readonly Invented[] = [
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
    expectedFor: families.away,
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
    expectedFor: families.low,
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

/** Everything that is done this year. */
export const thisYear: readonly Invented[] = [...early, ...wobble, ...minds, ...bus, ...school];
