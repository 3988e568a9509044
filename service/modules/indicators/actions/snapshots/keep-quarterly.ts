import { ownFrameworks } from '#modules/strategy/index.ts';
import type { Ctx } from '#platform/db/database.ts';
import { addDays, compareDays, type Day } from '#platform/kernel/day.ts';
import type { Schedule } from '#platform/outbox/schedules.ts';
import { lastQuarter, quarterOf } from '../../domain/snapshots/quarter.ts';
import { figuresGround } from '../../queries/figures-ground.ts';
import { keepScorecard } from './keep-scorecard.ts';

/** So many days a quarter is at its start: one that the service slept through is still kept, and said to be of that day. */
const atItsStart = 28;

/**
 * At the start of each quarter, keeps the scorecard of the partnership's own area as it stands, named for the quarter that
 * has ended: the standard one, and one for each strategy of its own that is published.
 */
export const keepQuarterlyScorecards: Schedule = {
  name: 'indicators.keep-quarterly-scorecards',
  turn: ({ today }) => turnOf(today),
  work: ({ turn, act }) => act('write', (ctx) => keepAll(ctx, turn)),
};

/** "2026-10-01": the first day of the quarter, while it is new. */
function turnOf(today: Day): string | undefined {
  const { start } = quarterOf(today);
  return compareDays(today, addDays(start, atItsStart)) < 0 ? start : undefined;
}

async function keepAll(ctx: Ctx, turn: string): Promise<void> {
  const { home } = await figuresGround(ctx);
  if (home === undefined) return;
  const { name } = lastQuarter(ctx.today);
  const own = (await ownFrameworks(ctx)).filter(({ stored }) => stored.published !== undefined);
  for (const strategy of [undefined, ...own.map(({ stored }) => stored.slug)]) {
    const kept = await keepScorecard(ctx, {
      areaCode: home,
      strategy,
      owner: undefined,
      name,
      note: '',
      turn,
    });
    // a strategy without measures, and an area without figures, have nothing to keep; what was kept stands
    if (!kept.done && kept.refusal.reason === 'not-allowed')
      throw new Error('the service may not keep scorecards');
  }
}
