import { organisationsNamed } from '#modules/accounts/index.ts';
import {
  decideCompatibility,
  endAgreement,
  sayRecordOwner,
  signAgreement,
  writeAgreement,
  type AgreementWords,
  type RecordOwnerWords,
} from '#modules/sharing/index.ts';
import type { Ctx } from '#platform/db/database.ts';
import { addDays } from '#platform/kernel/day.ts';
import type { Id } from '#platform/kernel/id.ts';
import type { Outcome } from '#platform/kernel/outcome.ts';

type Party = AgreementWords['parties'][number];
type Ground = Party['grounds'][number];

type Invented = Omit<AgreementWords, 'parties' | 'beginsOn' | 'reviewOn' | 'endsOn' | 'whyChanged'> & {
  parties: readonly (Pick<Party, 'bodyKind' | 'grounds'> & {
    /** key of the organisation */
    key: string;
    signedBy: readonly [name: string, job: string];
  })[];
  /** days from the day it is loaded: it begins, is reviewed, ends */
  days: readonly [number, number, number];
  ended?: string;
};

const task = { basis: 'public-task', condition: 'safeguarding' } as const;
const council: readonly Ground[] = [
  { ...task, purpose: 'direct-help', legalPower: 'cooperate-for-children' },
  { ...task, purpose: 'safeguarding', legalPower: 'safeguard-children' },
];
const head = ['Malgorzata Wilk', 'Director of children’s services'] as const;

const invented: readonly Invented[] = [
  {
    title: 'Early help and community health, for families with small children',
    plainWords:
      'So that a family tells its story once. The family worker and the health visitor tell each other what helps, what worries them and who else is there. Nobody else reads it.',
    direction: 'both-ways',
    parties: [
      { key: 'early-help', bodyKind: 'public-body-in-its-tasks', grounds: council, signedBy: head },
      {
        key: 'community-health-trust',
        bodyKind: 'public-body-in-its-tasks',
        grounds: council.map((ground) => ({ ...ground, condition: 'health-or-social-care' })),
        signedBy: ['Ines Vandermolen', 'Caldicott Guardian'],
      },
    ],
    items: [
      'who-they-are',
      'who-is-in-the-family',
      'help-and-helpers',
      'what-goes-well',
      'worries',
      'own-words',
      'health',
    ],
    safeguards:
      'Only people who are named beside the family. Every reading is written down, and the family can see it.',
    assessment: 'DPIA 2026-04, kept by information governance',
    ask: 'Information governance, governance@brackenshire.example',
    days: [-220, 130, 510],
  },
  {
    title: 'Early help and Harebell schools',
    plainWords:
      'So that school and family worker pull the same way. School says how the days go; the family worker says what help is there. Health stays out of it.',
    direction: 'both-ways',
    parties: [
      { key: 'early-help', bodyKind: 'public-body-in-its-tasks', grounds: council, signedBy: head },
      {
        key: 'harebell-schools-trust',
        bodyKind: 'public-body-in-its-tasks',
        grounds: council.map((ground) => ({ ...ground, legalPower: 'schools-safeguard' })),
        signedBy: ['Rufus Adjei-Holt', 'Chief executive of the trust'],
      },
    ],
    items: ['who-they-are', 'school-and-learning', 'help-and-helpers', 'what-goes-well', 'worries', 'needs'],
    safeguards:
      'The school’s safeguarding lead and the class teacher read it, nobody else. Nothing by e-mail.',
    assessment: 'DPIA 2025-11, kept by information governance',
    ask: 'Information governance, governance@brackenshire.example',
    days: [-330, -4, 44],
  },
  {
    title: 'Early help and Lantern Families',
    plainWords:
      'So that a parent who walks beside parents knows whom they meet. The council tells Lantern Families a first name, how to reach the family and what they hope for.',
    direction: 'from-first',
    parties: [
      {
        key: 'early-help',
        bodyKind: 'public-body-in-its-tasks',
        grounds: council.slice(0, 1),
        signedBy: head,
      },
      {
        key: 'lantern-families',
        bodyKind: 'charity',
        grounds: [
          {
            purpose: 'direct-help',
            legalPower: 'own-objects',
            basis: 'legitimate-interests',
            condition: 'none-needed',
          },
        ],
        signedBy: ['Samuel Eketone-Price', 'Chief executive'],
      },
    ],
    items: ['who-they-are', 'how-to-reach-them', 'what-goes-well'],
    safeguards: 'One named worker at Lantern Families. It is deleted there when the walking ends.',
    assessment: 'DPIA 2026-02, kept by information governance',
    ask: 'Information governance, governance@brackenshire.example',
    days: [-150, 60, 215],
  },
  {
    title: 'Early help and the old youth offer',
    plainWords: 'So that youth workers knew which young people wanted a place at the club.',
    direction: 'from-first',
    parties: [
      {
        key: 'early-help',
        bodyKind: 'public-body-in-its-tasks',
        grounds: council.slice(0, 1),
        signedBy: head,
      },
      {
        key: 'wayfinders',
        bodyKind: 'provider-of-a-public-task',
        grounds: [{ ...task, purpose: 'direct-help', legalPower: 'cooperate-for-children' }],
        signedBy: ['Petra Okonjo', 'Director'],
      },
    ],
    items: ['who-they-are', 'what-goes-well'],
    safeguards: 'A list on paper, shredded after each term.',
    assessment: 'DPIA 2024-09, kept by information governance',
    ask: 'Information governance, governance@brackenshire.example',
    days: [-700, -335, 30],
    ended: 'The club takes everybody now, so nobody needs to be told who is coming.',
  },
];

const owners: readonly (Omit<RecordOwnerWords, 'organisationId' | 'words' | 'link'> & { key: string })[] = [
  { kind: 'early-help', key: 'early-help', keptIn: 'Golden Thread', ourPart: 'hold' },
  { kind: 'concerns-told-to-us', key: 'early-help', keptIn: 'Golden Thread', ourPart: 'hold' },
  { kind: 'sharing-ledger', key: 'council-leadership', keptIn: 'Golden Thread', ourPart: 'hold' },
  { kind: 'social-work', key: 'childrens-social-care', keptIn: 'The council’s case system', ourPart: 'link' },
  {
    kind: 'child-protection',
    key: 'childrens-social-care',
    keptIn: 'The council’s case system',
    ourPart: 'link',
  },
  {
    kind: 'children-in-care',
    key: 'childrens-social-care',
    keptIn: 'The council’s case system',
    ourPart: 'link',
  },
  {
    kind: 'school-record',
    key: 'harebell-schools-trust',
    keptIn: 'The schools’ own systems',
    ourPart: 'read',
  },
  {
    kind: 'health-record',
    key: 'community-health-trust',
    keptIn: 'The trust’s patient record',
    ourPart: 'read',
  },
  { kind: 'police-record', key: 'police', keptIn: 'The police’s own systems', ourPart: 'link' },
];

/** Three agreements in force or near their end, one that ended, who owns which record, and a decision on two purposes. */
export async function loadAgreements(ctx: Ctx): Promise<void> {
  const keys = [
    ...invented.flatMap(({ parties }) => parties.map(({ key }) => key)),
    ...owners.map(({ key }) => key),
  ];
  const ids = new Map((await organisationsNamed(ctx, keys)).map(({ key, id }) => [key, id]));
  for (const one of invented) await agree(ctx, one, ids);
  for (const { key, ...owner } of owners) {
    const organisationId = ids.get(key);
    if (organisationId)
      must(await sayRecordOwner(ctx, { words: { ...owner, organisationId, link: '', words: '' }, seen: 0 }));
  }
  must(
    await decideCompatibility(ctx, {
      gatheredFor: 'direct-help',
      usedFor: 'quality-review',
      answer: 'may',
      words:
        'Families expect us to look whether help was good. Only what goes well, worries and the plan, by two people, never by name in a report.',
    }),
  );
}

async function agree(ctx: Ctx, one: Invented, ids: ReadonlyMap<string, Id<'organisation'>>): Promise<void> {
  const { days, ended, parties, ...words } = one;
  const [begins, review, ends] = days;
  const idOf = (key: string): Id<'organisation'> => {
    const id = ids.get(key);
    if (!id) throw new Error(`no invented organisation ${key}`);
    return id;
  };
  const { number } = must(
    await writeAgreement(ctx, {
      ...words,
      parties: parties.map(({ key, bodyKind, grounds }) => ({
        organisationId: idOf(key),
        bodyKind,
        grounds,
      })),
      beginsOn: addDays(ctx.today, begins),
      reviewOn: addDays(ctx.today, review),
      endsOn: addDays(ctx.today, ends),
      whyChanged: '',
    }),
  );
  for (const { key, signedBy } of parties) {
    const [name, job] = signedBy;
    const signature = { name, job, signedOn: addDays(ctx.today, begins - 3) };
    must(await signAgreement(ctx, { number, organisationId: idOf(key), signature }));
  }
  if (ended) must(await endAgreement(ctx, { number, seen: parties.length + 1, words: ended }));
}

function must<Value>(outcome: Outcome<Value, { reason: string }>): Value {
  if (!outcome.done) throw new Error(`an invented agreement was refused: ${JSON.stringify(outcome.refusal)}`);
  return outcome.value;
}
