import { allowed } from '#platform/access/policy.ts';
import { exceptions, homeScorecard, type Exception } from '#modules/indicators/index.ts';
import type { Ctx } from '#platform/db/database.ts';
import { addDays, type Day } from '#platform/kernel/day.ts';
import type { Decision } from '../../domain/decision.ts';
import { lateAndHeldUp, type HeldUp } from '../../domain/plan/waits-for.ts';
import { readFriday } from '../../domain/permissions.ts';
import { maySeeDecision } from '../../domain/who-sees.ts';
import { allActions } from '../../store/actions.ts';
import { decisionsToHearOf } from '../../store/decisions.ts';
import { allWaits } from '../../store/plan/waits-for.ts';
import { organisationNames } from '../plan/standing.ts';

/** What a director must know at the end of a week. */
export type FridayView = {
  today: Day;
  moved: {
    /** the surest first */
    first: readonly Exception[];
    /** how many more there are */
    more: number;
    chance: string | undefined;
    area: { code: string; name: string } | undefined;
  };
  /** decisions that a board wanted to hear of by a day that has passed, the latest first */
  lateDecisions: readonly Decision[];
  lateActions: readonly HeldUp[];
  organisations: ReadonlyMap<string, string>;
};

const most = 5;
/** An exception that the figures make: not one that somebody wrote, and not a figure that is late. */
const byFigures: readonly Exception['kind'][] = ['worse', 'better', 'changed'];

/** Undefined for whoever has no Friday page. */
export async function fridayView(ctx: Ctx): Promise<FridayView | undefined> {
  if (!allowed(ctx.actor, readFriday)) return undefined;
  const lateActions = lateAndHeldUp({
    actions: await allActions(ctx),
    waits: await allWaits(ctx),
    today: ctx.today,
  });
  return {
    today: ctx.today,
    moved: await whatMoved(ctx),
    lateDecisions: await lateDecisions(ctx),
    lateActions,
    organisations: await organisationNames(
      ctx,
      lateActions.map(({ late }) => late.owner.organisationKey),
    ),
  };
}

async function whatMoved(ctx: Ctx): Promise<FridayView['moved']> {
  const home = (await homeScorecard(ctx))?.scorecard.place;
  const found = home && (await exceptions(ctx, { area: home.code }));
  const all = (found?.measures ?? []).filter(({ kind }) => byFigures.includes(kind));
  return {
    first: all.slice(0, most),
    more: Math.max(0, all.length - most),
    chance: found?.chance,
    area: found?.area,
  };
}

async function lateDecisions(ctx: Ctx): Promise<Decision[]> {
  const late = await decisionsToHearOf(ctx, { bodyId: undefined, by: addDays(ctx.today, -1) });
  return late.filter((decision) => maySeeDecision(ctx.actor, decision)).toReversed();
}
