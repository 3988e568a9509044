import { people as peopleOf } from '#modules/accounts/index.ts';
import { actOnFinding, addFinding, sayFinding, type FindingWords } from '#modules/delivery/index.ts';
import type { Ctx } from '#platform/db/database.ts';
import type { Transactions, Who } from '#platform/db/transactions.ts';
import { addDays } from '#platform/kernel/day.ts';
import type { Outcome } from '#platform/kernel/outcome.ts';

type Parts = { transactions: Transactions; partnershipId: Who['partnershipId'] };

type Invented = Pick<FindingWords, 'kind' | 'title' | 'words' | 'foundBy'> & {
  /** days before the day it is loaded */
  found: number;
  /** days after that day; before it where the number is negative */
  due: number | undefined;
  source: string;
  element: string;
  /** key of somebody who can sign in */
  owner: string | undefined;
  ownerName: string;
  organisation: string;
  mended?: string;
  /** by whom, and what they saw */
  closed?: { by: string; words: string };
  becomes?: 'action';
};

const inspectorate = 'Inspectors of schools, care, health, police and probation, together (invented)';

const invented: readonly Invented[] = [
  {
    kind: 'inspection',
    title: 'Families tell their story again at every door',
    words:
      'In nine of the twelve families whose help was followed, at least three workers asked the same questions within a month.',
    foundBy: inspectorate,
    found: 310,
    due: -60,
    source: 'Joint visit on help for families, letter to the partnership (invented)',
    element: 'one-who-stays',
    owner: 'samuel-eketone-price',
    ownerName: '',
    organisation: 'lantern-families',
    mended:
      'One page in the family’s own words goes with them since spring. In a look at twenty cases in September, seventeen families were asked once.',
    closed: {
      by: 'priya-ramanathan',
      words: 'I read five of the twenty with two parents. All five had been asked once.',
    },
  },
  {
    kind: 'inspection',
    title: 'Nobody can say how long a child waits to be seen',
    words: 'Three services count a wait from three different days. The board was shown the shortest.',
    foundBy: inspectorate,
    found: 310,
    due: -21,
    source: 'Joint visit on help for families, letter to the partnership (invented)',
    element: 'kinder-minds',
    owner: undefined,
    ownerName: 'Head of children’s services',
    organisation: 'community-health-trust',
  },
  {
    kind: 'audit',
    title: 'Four attendance plans in ten leave out what the child says',
    words:
      'Thirty plans were read by pairs of teachers from other schools. Twelve held no word of the child’s.',
    foundBy: 'Four schools, reading one another’s plans',
    found: 120,
    due: 14,
    source: 'Our own close look in summer',
    element: 'glad-to-be-there',
    owner: 'catherine-ballantyne',
    ownerName: '',
    organisation: 'gullhaven-high',
    mended: 'The form begins with the child’s own words now. Ten new plans were read: all ten have them.',
  },
  {
    kind: 'review',
    title: 'A worry about a street is known to five bodies and joined up by none',
    words:
      'Each held one piece for four months. The review asks for one place where worries about a place meet.',
    foundBy: 'Peers from another county',
    found: 75,
    due: 60,
    source: 'Peer review of safety beyond the front door (invented)',
    element: 'beyond-the-front-door',
    owner: undefined,
    ownerName: 'Neighbourhood superintendent',
    organisation: 'police',
  },
  {
    kind: 'children',
    title: 'The last bus leaves before the club ends',
    words: 'We went four times. At two schools you have to choose between the club and the bus home.',
    foundBy: 'Young inspectors',
    found: 150,
    due: 45,
    source: 'What we saw on the buses, Young Brackens',
    element: 'a-way-to-get-there',
    owner: undefined,
    ownerName: '',
    organisation: 'buses-and-travel',
    becomes: 'action',
  },
  {
    kind: 'children',
    title: 'You have to ask a stranger for the toilet key',
    words: 'In two of three libraries the key is behind the desk. Nobody under twelve asked for it.',
    foundBy: 'Young inspectors',
    found: 40,
    due: undefined,
    source: 'Where we can just be, a visit in autumn',
    element: 'play-everywhere',
    owner: undefined,
    ownerName: '',
    organisation: 'libraries-and-parks',
  },
];

/** What others found when they looked, and what became of it. */
export async function loadFindings({ transactions, partnershipId }: Parts): Promise<void> {
  const service: Who = { actor: { kind: 'service', name: 'demonstration' }, partnershipId };
  const as = <T>(who: Who, work: (ctx: Ctx) => Promise<T>) => transactions.inTransaction(who, 'write', work);
  const known = new Map((await as(service, (ctx) => peopleOf(ctx))).map((person) => [person.key, person]));
  const somebody = (key: string | undefined): Who => {
    const found = key === undefined ? undefined : known.get(key);
    if (!found) return service;
    const { id: personId, name, roles } = found;
    return { actor: { kind: 'person', personId, name, roles }, partnershipId };
  };
  for (const one of invented) {
    const owner = somebody(one.owner);
    const { number } = await as(service, async (ctx) =>
      must(await addFinding(ctx, wordsOf(ctx, one, owner))),
    );
    const said = (seen: number, act: 'mended' | 'close', words: string) => (ctx: Ctx) =>
      sayFinding(ctx, { number, seen, act, words });
    const { mended, closed } = one;
    if (one.becomes) await as(service, async (ctx) => must(await actOnFinding(ctx, { number, known: 0 })));
    if (mended) must(await as(owner, said(1, 'mended', mended)));
    if (closed) must(await as(somebody(closed.by), said(2, 'close', closed.words)));
  }
}

function wordsOf(ctx: Ctx, one: Invented, { actor }: Who): FindingWords {
  const owns = actor.kind === 'person' ? actor : undefined;
  return {
    kind: one.kind,
    title: one.title,
    words: one.words,
    foundBy: one.foundBy,
    foundOn: addDays(ctx.today, -one.found),
    source: { title: one.source, link: '' },
    element: { frameworkSlug: 'brackenshire', elementKey: one.element },
    owner: {
      personId: owns?.personId,
      name: owns?.name ?? one.ownerName,
      organisationKey: one.organisation,
    },
    due: one.due === undefined ? undefined : addDays(ctx.today, one.due),
  };
}

function must<Value>(outcome: Outcome<Value, { reason: string }>): Value {
  if (!outcome.done) throw new Error(`an invented finding was refused: ${outcome.refusal.reason}`);
  return outcome.value;
}
