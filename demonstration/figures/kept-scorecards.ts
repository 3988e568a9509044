import { people as peopleOf } from '#modules/accounts/index.ts';
import { describeMeasure, keepScorecard } from '#modules/indicators/index.ts';
import type { Ctx } from '#platform/db/database.ts';
import type { Transactions } from '#platform/db/transactions.ts';
import { dayInEngland, dayOf, type Day } from '#platform/kernel/day.ts';
import type { Id } from '#platform/kernel/id.ts';
import { county } from '../county.ts';

type Card = Parameters<typeof describeMeasure>[1]['words'];

const nothingSaid: Card = {
  concerns: undefined,
  asks: undefined,
  betterOff: [],
  levels: [],
  owner: '',
  nextOn: undefined,
};

const population = (more: Partial<Card> = {}): Card => ({
  ...nothingSaid,
  concerns: 'population',
  asks: 'better-off',
  levels: ['whole-population'],
  ...more,
});

const service = (asks: NonNullable<Card['asks']>, more: Partial<Card> = {}): Card => ({
  ...nothingSaid,
  concerns: 'performance',
  asks,
  levels: ['groups'],
  ...more,
});

/** What some measures ask; of the others nobody has said anything, as it is where people have begun. */
const cards: readonly (readonly [code: string, card: Card])[] = [
  ['FSP_NEW_GOODDEV', population({ betterOff: ['skills'] })],
  ['KS2RWM_Expected_STD', population({ betterOff: ['skills'] })],
  ['FirstYJS', population({ betterOff: ['behaviour'] })],
  ['ExcessYr6', population({ betterOff: ['circumstances'] })],
  ['CMH_0-17yrs', population({ betterOff: ['circumstances'] })],
  [
    '16-17_not known_NEET',
    population({ betterOff: ['circumstances'], owner: 'Owen Tregarth', nextOn: dayOf(2026, 10, 15) }),
  ],
  ['CPP_rate', service('how-much')],
  ['LAC', service('how-much')],
  ['HCP_PHOF', service('how-well', { owner: 'Health visiting' })],
  ['%_2yr_olds', service('how-much')],
  ['ReReferral', service('how-well', { owner: 'Children’s social care' })],
  ['Work_Force_TO_Rate', service('how-well', { owner: 'Children’s social care' })],
  ['PrevRegCPR', service('better-off', { betterOff: ['circumstances'] })],
  [
    'LAC_LongStable%',
    service('better-off', { betterOff: ['circumstances'], levels: ['individuals', 'groups'] }),
  ],
];

/** Two quarters whose scorecards were kept: the figures that had come by then, and the day on which it was done. */
const quarters: readonly { name: string; note: string; at: string; until: Day }[] = [
  {
    name: 'Quarter 4, 2025/26',
    note: 'The first that was kept: for the board of 9 April 2026.',
    at: '2026-04-01T09:00:00Z',
    until: dayOf(2024, 8, 31),
  },
  {
    name: 'Quarter 2, 2026/27',
    note: 'For the board of 8 October 2026.',
    at: '2026-10-01T09:00:00Z',
    until: dayOf(2025, 3, 31),
  },
];

const strategy = 'brackenshire';

/** Says what some measures ask, and keeps scorecards as an analyst would have, on days that are past. */
export async function loadKeptScorecards(given: {
  transactions: Transactions;
  partnershipId: Id<'partnership'>;
}): Promise<void> {
  const { transactions, partnershipId } = given;
  const asService = { actor: { kind: 'service' as const, name: 'demonstration' }, partnershipId };
  const all = await transactions.inTransaction(asService, 'read', peopleOf);
  const owen = all.find(({ key }) => key === 'owen-tregarth');
  if (!owen) throw new Error('nobody is called owen-tregarth');
  const actor = { kind: 'person' as const, personId: owen.id, name: owen.name, roles: owen.roles };
  await transactions.inTransaction({ actor, partnershipId }, 'write', async (ctx) => {
    await describe(ctx);
    for (const quarter of quarters) await keepBoth(ctx, quarter);
  });
}

async function describe(ctx: Ctx): Promise<void> {
  for (const [code, words] of cards) {
    const said = await describeMeasure(ctx, { measure: `lait:${code}`, words, seen: 0 });
    if (!said.done && said.refusal.reason !== 'changed-meanwhile')
      throw new Error(`${code}: ${said.refusal.reason}`);
  }
}

/** The whole scorecard, and that of the county's own strategy; the quarter is the turn, so that none is kept twice. */
async function keepBoth(ctx: Ctx, { name, note, at, until }: (typeof quarters)[number]): Promise<void> {
  const now = new Date(at);
  const then: Ctx = { ...ctx, now, today: dayInEngland(now) };
  for (const scope of [undefined, strategy]) {
    const kept = await keepScorecard(then, {
      ...{ areaCode: county.code, strategy: scope, owner: undefined },
      ...{ name, note, until, turn: `invented ${until}` },
    });
    if (!kept.done && kept.refusal.reason !== 'kept-already')
      throw new Error(`${name}: ${kept.refusal.reason}`);
  }
}
