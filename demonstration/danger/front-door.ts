import { people, type Person } from '#modules/accounts/index.ts';
import {
  actOnConcern,
  concernsToRead,
  nameReader,
  openConcern,
  setFrontDoor,
  tell,
  type OwnNumber,
} from '#modules/families/index.ts';
import type { Ctx } from '#platform/db/database.ts';
import type { Who } from '#platform/db/transactions.ts';
import type { Outcome } from '#platform/kernel/outcome.ts';
import type { Seed, SeedGround } from '../../service/seed.ts';

/** Invented numbers, of the range that is kept for stories (01632 960 000 to 960 999): nobody answers them. */
const numbers = (checkedOn: string): readonly OwnNumber[] => [
  {
    name: 'Brackenshire children’s front door (invented)',
    number: '01632 960 111',
    hours: 'Monday to Friday, half past eight in the morning to half past five',
    outOfHours: false,
    checkedOn,
  },
  {
    name: 'Brackenshire emergency duty team (invented)',
    number: '01632 960 222',
    hours: 'All night, at weekends and on bank holidays',
    outOfHours: true,
    checkedOn,
  },
];

/** What somebody could have written, of nobody who lives. */
const told = {
  about: 'A child of the invented county',
  sender: '',
  setting: '',
  reach: '',
  reachIsSafe: 'not-said',
} as const;

const actedOn = {
  ...told,
  way: 'anybody',
  danger: 'not-known',
  happened:
    'Invented. The little one next door is often in the garden late, in the dark, with no coat. I hear shouting. I did not want to be a nosy neighbour, but it does not feel right.',
  sender: 'A neighbour',
} as const;

const unread = {
  ...told,
  way: 'child',
  danger: 'no',
  happened:
    'Invented. My friend does not want to go home after school. She says it is because of her mum’s new boyfriend. She made me promise not to tell.',
  about: 'My friend',
} as const;

/** What one showing of a form was given: of invented concerns it is known, so that their receipts are too. */
const inventedShowings = {
  actedOn: 'invented-showing-of-the-form-that-is-acted-on',
  unread: 'invented-showing-of-the-form-that-is-unread',
} as const;

/** Whom to ring in the invented county, who reads, and two things that somebody told: one acted on, one unread. */
export const inventedFrontDoor: Seed = {
  name: 'invented-front-door',
  says: 'Opening the front door',
  owner: 'partnership',
  told: 'once',
  madeOf: ['front-door.ts', '../people.ts'].map((file) => new URL(file, import.meta.url)),
  async load({ transactions, partnershipId }) {
    const as = (actor: Who['actor']) => ({ actor, partnershipId });
    const invented = as({ kind: 'service', name: 'demonstration' });
    const readers = await transactions.inTransaction(invented, 'write', setUp);
    const [reader] = readers;
    if (!reader) return;
    const actor = {
      kind: 'person' as const,
      personId: reader.id,
      name: reader.name,
      roles: reader.roles,
      ...(reader.organisationId ? { organisationId: reader.organisationId } : {}),
    };
    await tellAndAct({ transactions, partnershipId }, actor);
  },
};

/** The numbers, and everybody whose role reads: they were named by the information governance lead. */
async function setUp(ctx: Ctx): Promise<readonly Person[]> {
  const set = await setFrontDoor(ctx, {
    numbers: numbers(ctx.today),
    thresholdName:
      'Right help, right time: the thresholds of the Brackenshire safeguarding partners (invented)',
    thresholdLink: 'https://safeguarding.brackenshire.example/thresholds',
    referralLink: 'https://social-care.brackenshire.example/referral',
    unreadMinutes: 30,
    opens: '08:30',
    closes: '17:30',
    version: 0,
  });
  mustBe(set);
  const all = await people(ctx);
  const readers = all.filter(({ roles }) => roles.includes('safeguarding-reader'));
  const leads = all.filter((one) => one.roles.includes('setting-lead') && one.organisationId);
  for (const { id } of new Set([...readers, ...leads]))
    mustBe(await nameReader(ctx, { personId: id, part: id === readers[1]?.id ? 'deputy' : 'reader' }));
  return readers;
}

type Acting = Pick<SeedGround, 'transactions' | 'partnershipId'>;

async function tellAndAct({ transactions, partnershipId }: Acting, reader: Who['actor']): Promise<void> {
  const visitor: Who = { actor: { kind: 'visitor' }, partnershipId };
  const told = (words: typeof actedOn | typeof unread, showing: string) =>
    transactions.inTransaction(visitor, 'write', async (ctx) =>
      mustBe(await tell(ctx, { told: words, showing })),
    );
  await told(actedOn, inventedShowings.actedOn);
  await transactions.inTransaction({ actor: reader, partnershipId }, 'write', async (ctx) => {
    const desk = await concernsToRead(ctx);
    for (const { id } of desk?.reads ? desk.unread : []) {
      mustBe(await openConcern(ctx, id));
      mustBe(
        await actOnConcern(ctx, {
          id,
          seen: 1,
          act: 'early-help',
          words:
            'Invented. Rang the health visitor, who knows the family and goes there today with the family hub.',
          answer:
            'Thank you. You did the right thing. We cannot say more, because it is private, but it was acted on.',
        }),
      );
    }
  });
  await told(unread, inventedShowings.unread);
}

function mustBe<Value>(outcome: Outcome<Value, { reason: string }>): Value {
  if (!outcome.done) throw new Error(`the invented front door was refused: ${outcome.refusal.reason}`);
  return outcome.value;
}
