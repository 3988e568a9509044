import type { Ctx } from '#platform/db/database.ts';
import { allowed } from '#platform/access/policy.ts';
import { gdpDeflators } from '#reference/deflators.ts';
import {
  isSmallTeam,
  counted,
  seesAsVisitor,
  shownLines,
  type CountedLine,
  type ShownLine,
} from '../../domain/money/shown-lines.ts';
import type { LineState, MoneyLine } from '../../domain/money/money-line.ts';
import { priced, type Prices } from '../../domain/money/prices.ts';
import { sharesByYear, type Shares } from '../../domain/money/sums.ts';
import { keepMoney } from '../../domain/permissions.ts';
import { moneyLines } from '../../store/money/money-lines.ts';
import { placesOfOwn, type OwnPlace } from '../own/places-of-own.ts';

/** Which lines are asked for; what is undefined is not asked about. */
export type MoneyAsked = {
  year: number | undefined;
  partner: string | undefined;
  areaCode: string | undefined;
  state: LineState | undefined;
  prices: 'as-paid' | 'real';
};

/** Lines as one person may see them, with what can be asked of them and what became of it. */
export type MoneyView = {
  asked: MoneyAsked;
  /** what was done or what was planned: what was done, unless there is none of it */
  state: LineState;
  prices: Prices;
  places: readonly OwnPlace[];
  years: readonly number[];
  partners: readonly string[];
  /** the year in sight: the one asked for, or the latest */
  year: number | undefined;
  /** the lines of the year in sight */
  lines: readonly ShownLine[];
  /** spend of the year in sight, and of all years, in the prices asked for: no sum holds what is held back */
  spend: readonly CountedLine[];
  spendOfAllYears: readonly CountedLine[];
  staff: readonly CountedLine[];
  shares: readonly Shares[];
  heldBack: number;
  /** lines of the partnership that are not for this person, and in no sum */
  notForThem: number;
  withoutDeflator: number;
  mayKeep: boolean;
  /** nothing here is for this person alone, so that a picture anybody may see shows the same */
  isOpen: boolean;
};

/** The money and the people of a partnership, as this person may see them. */
export async function moneyView(ctx: Ctx, asked: MoneyAsked): Promise<MoneyView> {
  const all = await moneyLines(ctx);
  const shown = shownLines(all, ctx.actor);
  await recordLook(ctx, all);
  const places = await placesOfOwn(ctx);
  const state = asked.state ?? (shown.some((line) => line.state === 'actual') ? 'actual' : 'planned');
  const ofState = shown.filter((line) => line.state === state);
  const years = [...new Set(ofState.map(({ year }) => year))].toSorted((a, b) => b - a);
  const year = asked.year !== undefined && years.includes(asked.year) ? asked.year : years[0];
  const chosen = ofState.filter(
    (line) =>
      (asked.partner === undefined || line.partner === asked.partner) &&
      (asked.areaCode === undefined || line.areaCode === asked.areaCode),
  );
  const prices = pricesOf(asked);
  const { lines: inPrices, withoutDeflator } = priced(counted(chosen), { prices, deflators: gdpDeflators() });
  const lines = chosen.filter((line) => line.year === year);
  const spendOfAllYears = inPrices.filter(({ kind }) => kind === 'spend');
  return {
    asked,
    state,
    prices,
    places,
    years,
    partners: [...new Set(shown.map(({ partner }) => partner))].toSorted((a, b) =>
      a.localeCompare(b, 'en-GB'),
    ),
    year,
    lines,
    spend: spendOfAllYears.filter((line) => line.year === year),
    spendOfAllYears,
    staff: inPrices.filter((line) => line.kind === 'staff' && line.year === year),
    shares: sharesByYear(spendOfAllYears),
    heldBack: lines.filter(({ amount }) => amount === 'held-back').length,
    notForThem: all.length - shown.length,
    withoutDeflator,
    mayKeep: allowed(ctx.actor, keepMoney),
    isOpen: seesAsVisitor(all, ctx.actor),
  };
}

function pricesOf({ prices }: MoneyAsked): Prices {
  return prices === 'real' ? { kind: 'real', year: gdpDeflators().latestOutturn } : { kind: 'as-paid' };
}

/** An owner's look at small teams as they are is written down; whoever does not see them leaves no trace. */
async function recordLook(ctx: Ctx, lines: readonly MoneyLine[]): Promise<void> {
  const small = lines.filter(isSmallTeam).length;
  if (small === 0 || ctx.actor.kind !== 'person' || !allowed(ctx.actor, keepMoney)) return;
  await ctx.record({
    type: 'indicators.small-teams-looked-at',
    subject: { kind: 'partnership', id: ctx.partnershipId },
    details: { lines: small },
  });
}
