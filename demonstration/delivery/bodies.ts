import type { BodyWords } from '#modules/delivery/index.ts';
import { dayOf } from '#platform/kernel/day.ts';

/** A body of the invented county, by its key; `owns` are keys of the strategy's owners. */
export type InventedBody = Omit<BodyWords, 'partOf'> & {
  key: string;
  partOf?: string;
  owns: readonly string[];
  terms: string;
};

const board = { people: 5, organisations: 3 };
const group = { people: 3, organisations: 2 };

export const bodies: readonly InventedBody[] = [
  {
    key: 'partnership-board',
    name: "Children and Young People's Partnership Board",
    kind: 'board',
    lifeStage: '',
    purpose: 'Holds all of us to Unfurl: what we promised, how it goes, and what we do next.',
    from: dayOf(2022, 4, 1),
    quorum: board,
    owns: ['partnership-board'],
    terms:
      'We meet six times a year. In September and January we look at the whole of Unfurl; the four meetings between are workshops, each on one promise.\n\nWe decide together. Whoever disagrees says why, and that is written down. No decision stands without an owner and a day on which we hear what came of it.\n\nOur two chairs are the Chief Nurse and a young person whom the Young Partnership chooses.',
  },
  {
    key: 'young-partnership',
    name: 'Young Partnership',
    kind: 'board',
    lifeStage: '',
    purpose: 'Our young people’s board, with an equal vote: it asks, checks and decides with us.',
    from: dayOf(2023, 9, 1),
    quorum: { people: 3, organisations: 1 },
    owns: ['young-partnership'],
    terms:
      'We are 11 to 21. We meet after school, near a bus, with food. What we ask is answered within six weeks, with a yes, or a no and the reason.',
  },
  lifeStage('beginning-group', 'Beginning Group', [
    'before birth to 5',
    'Everything up to the first day of school.',
  ]),
  lifeStage('growing-group', 'Growing Group', [
    '5 to 13',
    'School years, friendship, play, and the first hard days.',
  ]),
  lifeStage('launching-group', 'Launching Group', [
    '14 to 25',
    'Work, home, love and leaving: what comes after school.',
  ]),
  statutory({
    key: 'safeguarding-partners',
    name: 'Brackenshire Safeguarding Children Partnership',
    purpose:
      'The council, the health board and the police keep children safe together: they agree how, check that it is done well, learn from what went wrong, and make sure that people know.',
    owns: ['safeguarding-partners'],
  }),
  statutory({
    key: 'health-board',
    name: 'Integrated care board: children and maternity committee',
    purpose: 'Plans and pays for health care for children and those who expect them.',
  }),
  statutory({
    key: 'youth-justice-board',
    name: 'Youth justice management board',
    purpose: 'Oversees the help that keeps young people out of court, and what they put right.',
  }),
  statutory({
    key: 'send-partnership',
    name: 'Special educational needs and disability partnership',
    purpose: 'Plans, buys and checks support with disabled children, young people and their parents.',
  }),
  statutory({
    key: 'corporate-parenting-board',
    name: 'Corporate parenting board',
    purpose: 'Asks of every child in our care: would this be good enough for my own?',
  }),
  statutory({
    key: 'family-hubs-board',
    name: 'Best Start and family hubs board',
    purpose: 'Runs the seven family hubs with the parents who use them.',
  }),
  {
    key: 'early-help-forum',
    name: 'Early Help Forum',
    kind: 'group',
    lifeStage: '',
    purpose: 'Brought together those who came round to families early.',
    from: dayOf(2019, 5, 1),
    quorum: group,
    owns: [],
    terms: 'We share what works, and whom to ring.',
  },
];

function lifeStage(key: string, name: string, [stage, purpose]: [string, string]): InventedBody {
  return {
    key,
    name,
    kind: 'subgroup',
    lifeStage: stage,
    purpose,
    partOf: 'partnership-board',
    from: dayOf(2022, 4, 1),
    quorum: group,
    owns: [key],
    terms: `We look after what Unfurl promises for those from ${stage}, and bring to the board what we cannot mend ourselves.`,
  };
}

function statutory(given: {
  key: string;
  name: string;
  purpose: string;
  owns?: readonly string[];
}): InventedBody {
  return {
    owns: [],
    ...given,
    kind: 'statutory',
    lifeStage: '',
    from: dayOf(2022, 7, 1),
    quorum: group,
    terms: 'Its own law says what it does. Here stands what it and our board ask of each other.',
  };
}
