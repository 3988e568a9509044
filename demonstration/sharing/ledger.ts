import { organisationsNamed, people as peopleOf } from '#modules/accounts/index.ts';
import { childrenOf } from '#modules/families/index.ts';
import { recordDisclosure, shareNow, type DisclosureWords } from '#modules/sharing/index.ts';
import type { Ctx } from '#platform/db/database.ts';
import type { Who } from '#platform/db/transactions.ts';
import { addDays } from '#platform/kernel/day.ts';
import type { Id } from '#platform/kernel/id.ts';
import type { Outcome } from '#platform/kernel/outcome.ts';
import type { SeedGround } from '../../service/seed.ts';

type Invented = Partial<DisclosureWords> & {
  /** key of the organisation it goes to, where it is one of the partnership */
  key?: string;
  body: string;
  person: string;
  /** days before the day it is loaded */
  ago: number;
};

const health = {
  key: 'community-health-trust',
  body: 'Brackenshire Community Health NHS Trust',
  person: 'Health visitor',
};

const invented: readonly Invented[] = [
  {
    ...health,
    ago: 12,
    items: ['who-they-are', 'worries', 'what-goes-well'],
    extent: 'That nights are hard since the move, what the family has tried, and that Gran helps on Fridays.',
    told: 'told',
    toldWords: 'Talked through at the kitchen table.',
    rests: 'agreement',
    plainWords:
      'We told your health visitor that nights are hard, so that she can bring what helps and you need not say it all again.',
  },
  {
    outcome: 'not-shared',
    key: 'hearth-and-harbour',
    body: 'Hearth and Harbour Homes',
    person: 'Housing officer',
    ago: 9,
    items: ['worries', 'home-and-money'],
    told: 'told',
    refusalGround: 'less-would-do',
    refusalWords:
      'They asked for everything we know about the family’s money. They need only to hear that help with the rent is under way, and the family told them that themselves.',
    plainWords:
      'We did not tell your landlord about your money. You told them yourselves that help with the rent is coming.',
  },
  {
    manner: 'compelled',
    body: 'The family court (invented)',
    person: 'Clerk to the court',
    ago: 2,
    purpose: 'compelled-by-law',
    legalPower: 'order-of-a-court',
    basis: 'legal-obligation',
    condition: 'legal-claims',
    items: ['who-they-are', 'help-and-helpers'],
    extent: 'The days on which help was given between March and June, and by whom. Nothing of what was said.',
    told: 'will-be-told',
    toldWords: 'Their solicitor has the order; we ring on Thursday.',
    singleGround: 'The order names these days and nothing else.',
    demandedBy: 'court',
    demandReference: 'Invented order 26/117',
    plainWords: 'A court told us to say on which days we helped you. We said that, and nothing you told us.',
  },
];

/** A share, a refusal, a demand that waits, and an emergency whose record is owed. Nothing where no child is invented. */
export async function loadLedger({ transactions, partnershipId }: SeedGround): Promise<void> {
  const service: Who = { actor: { kind: 'service', name: 'demonstration' }, partnershipId };
  const as = <T>(who: Who, work: (ctx: Ctx) => Promise<T>) => transactions.inTransaction(who, 'write', work);
  const worker = await as(service, (ctx) => workerOf(ctx));
  if (!worker) return;
  const { actor, from } = worker;
  await as({ actor, partnershipId }, async (ctx) => {
    const [first, second = first] = await childrenOf(ctx);
    if (!first || !second) return;
    const ids = new Map((await organisationsNamed(ctx, keysOf())).map(({ key, id }) => [key, id]));
    for (const one of invented)
      must(
        await recordDisclosure(ctx, {
          words: wordsOf(ctx, one, { from, ids, child: first.reach.childId }),
          relationship: first.reach.relationship,
        }),
      );
    must(
      await shareNow(ctx, {
        subject: { kind: 'child', id: second.reach.childId },
        from,
        to: { organisationId: ids.get('police'), body: 'Brackenshire Police', person: 'Control room' },
        what: 'Where they were last seen, and what they wore.',
        relationship: second.reach.relationship,
      }),
    );
  });
}

function keysOf(): string[] {
  return [...invented.flatMap(({ key }) => key ?? []), 'police'];
}

async function workerOf(ctx: Ctx): Promise<{ actor: Who['actor']; from: Id<'organisation'> } | undefined> {
  const found = (await peopleOf(ctx)).find(({ key }) => key === 'rosie-mbeki-lane');
  const [body] = await organisationsNamed(ctx, ['early-help']);
  if (!found || !body) return undefined;
  const { id: personId, name, roles } = found;
  return { actor: { kind: 'person', personId, name, roles, organisationId: body.id }, from: body.id };
}

type Around = { from: Id<'organisation'>; ids: ReadonlyMap<string, Id<'organisation'>>; child: string };

function wordsOf(
  ctx: Ctx,
  { key, body, person, ago, ...one }: Invented,
  { from, ids, child }: Around,
): DisclosureWords {
  return {
    outcome: 'shared',
    manner: 'considered',
    subject: { kind: 'child', id: child },
    from,
    to: { organisationId: key === undefined ? undefined : ids.get(key), body, person },
    gatheredFor: 'direct-help',
    purpose: 'direct-help',
    legalPower: 'cooperate-for-children',
    basis: 'public-task',
    condition: 'safeguarding',
    items: [],
    extent: '',
    told: undefined,
    toldWords: '',
    helpAgreed: 'yes',
    consent: undefined,
    rests: 'single',
    singleGround: '',
    duty: { relevance: '', whoseFunction: '', howFar: '', detriment: undefined },
    refusalGround: undefined,
    refusalWords: '',
    demandedBy: undefined,
    demandReference: '',
    decidedByName: 'Rosie Mbeki-Lane',
    decidedOn: addDays(ctx.today, -ago),
    reviewOn: addDays(ctx.today, 90 - ago),
    plainWords: '',
    ...one,
  };
}

function must<Value>(outcome: Outcome<Value, { reason: string }>): Value {
  if (!outcome.done) throw new Error(`an invented share was refused: ${JSON.stringify(outcome.refusal)}`);
  return outcome.value;
}
