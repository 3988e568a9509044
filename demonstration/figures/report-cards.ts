import { people as peopleOf } from '#modules/accounts/index.ts';
import {
  describeOwnMeasure,
  enterOwnFigures,
  overruleVerdict,
  previewRelease,
  releaseOwnFigures,
  setTarget,
  tellStory,
  verdictToOverrule,
  type Act,
  type OwnMeasureWords,
} from '#modules/indicators/index.ts';
import type { Ctx } from '#platform/db/database.ts';
import type { Transactions } from '#platform/db/transactions.ts';
import { dayOf } from '#platform/kernel/day.ts';
import type { Id } from '#platform/kernel/id.ts';
import { county } from '../county.ts';
import { sayWhereItChanged } from './limits.ts';

/** Counted every month, so that there is a line with limits to be read: something changed in the autumn of 2025. */
const firstVisits: OwnMeasureWords = {
  title: 'A first visit within a week of asking',
  counts: 'Families whom somebody visited within seven days of their asking for help',
  outOf: 'families who asked for help in the month',
  kind: 'proportion',
  times: 100,
  polarity: 'high-is-good',
  rhythm: 'month',
  origin: 'cases',
  source: 'the invented early help record',
  owner: 'The early help team',
};

/** From February 2025 on: how many were visited in time, of how many who asked. */
const months: readonly (readonly [number, number])[] = [
  [168, 301],
  [171, 296],
  [160, 288],
  [177, 310],
  [165, 299],
  [150, 270],
  [139, 255],
  [190, 318],
  [214, 309],
  [205, 290],
  [183, 262],
  [221, 312],
  [208, 299],
  [219, 305],
  [202, 287],
  [224, 314],
  [211, 300],
  [196, 281],
  [183, 260],
  [230, 316],
];

const repeatPlans = { measure: 'lait:PrevRegCPR', areaCode: county.code };

/** What people write on report cards, written by the invented analyst and manager themselves. */
export async function loadReportCards(given: {
  transactions: Transactions;
  partnershipId: Id<'partnership'>;
}): Promise<void> {
  const owen = await actAs(given, 'owen-tregarth');
  await loadFirstVisits(owen);
  const priya = await actAs(given, 'priya-ramanathan');
  await priya('write', tellOfRepeatPlans);
  await owen('write', doubtOneVerdict);
}

async function actAs(
  { transactions, partnershipId }: Parameters<typeof loadReportCards>[0],
  key: string,
): Promise<Act> {
  const service = { actor: { kind: 'service' as const, name: 'demonstration' }, partnershipId };
  const all = await transactions.inTransaction(service, 'read', peopleOf);
  const found = all.find((person) => person.key === key);
  if (!found) throw new Error(`nobody is called ${key}`);
  const { id: personId, name, roles } = found;
  const actor = { kind: 'person' as const, personId, name, roles };
  return (access, work) => transactions.inTransaction({ actor, partnershipId }, access, work);
}

async function loadFirstVisits(act: Act): Promise<void> {
  const described = await act('write', (ctx) => describeOwnMeasure(ctx, firstVisits));
  if (!described.done) return;
  const { code } = described.value;
  for (const [index, [count, base]] of months.entries()) {
    const start = dayOf(2025 + Math.floor((index + 1) / 12), ((index + 1) % 12) + 1, 1);
    const line = { areaCode: county.code, count: String(count), base: String(base), schools: '', seen: 0 };
    const entered = await act('write', (ctx) =>
      enterOwnFigures(ctx, { code, start, breakdown: '', lines: [line] }),
    );
    if (!entered.done) throw new Error(`${start}: ${entered.refusal.reason}`);
  }
  const preview = await previewRelease(act, { code, audience: 'public' });
  if (!preview.done) throw new Error(`invented figures are not safe: ${preview.refusal.reason}`);
  await releaseOwnFigures(act, { code, audience: 'public', seen: preview.value.seen });
  await sayWhereItChanged(act, `local:${code}`);
}

const story = {
  'behind-the-line':
    'Most children who come back onto a plan do so within eighteen months of its end, and most often after a move of home. In three families of ten, help stopped on the day that the plan did.',
  'what-works':
    'The same worker for six months after a plan ends: tried in Dunmarsh and Fernhythe since May 2026. A visit in the first fortnight costs nothing but the diary.',
  partners:
    'Hearth and Harbour Homes tells us of a move before it happens. Health visitors keep the family on their list. Schools ring, and do not write.',
} as const;

async function tellOfRepeatPlans(ctx: Ctx): Promise<void> {
  for (const part of ['behind-the-line', 'what-works', 'partners'] as const) {
    const told = await tellStory(ctx, { ...repeatPlans, part, words: story[part], seen: 0 });
    if (!told.done && told.refusal.reason !== 'changed-meanwhile') throw new Error(told.refusal.reason);
  }
  const set = await setTarget(ctx, {
    ...repeatPlans,
    value: 22,
    byOn: dayOf(2030, 3, 31),
    agreedBy: 'The Partnership Board, 14 September 2026',
    words: 'Fewer than 22 in 100 by the end of this strategy',
    seen: 0,
  });
  if (!set.done && set.refusal.reason !== 'changed-meanwhile') throw new Error(set.refusal.reason);
}

/** A verdict that somebody who knows the figures does not believe. */
async function doubtOneVerdict(ctx: Ctx): Promise<void> {
  const at = { measure: 'lait:FSP_Gooddev_FSM', areaCode: county.code, about: 'england' as const };
  const verdict = await verdictToOverrule(ctx, { ...at, id: at.measure });
  if (!verdict) return;
  await overruleVerdict(ctx, {
    ...at,
    said: 'similar',
    reason: 'Two schools sent their assessments twice. Without them we are where England is.',
    seen: verdict.seen,
  });
}
