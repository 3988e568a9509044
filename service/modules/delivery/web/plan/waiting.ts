import { allowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import { addDays, compareDays, sayDay, type Day } from '#platform/kernel/day.ts';
import { isLate, isOver, isOwnedBy, sayNumber, type Action } from '../../domain/action.ts';
import { keepPlan } from '../../domain/permissions.ts';
import { sayLoose } from '../../domain/plan/came-loose.ts';
import { actionsThatWait } from '../../queries/plan/actions-that-wait.ts';
import { planPlaces } from './places.ts';

const soonDays = 14;

type Waiting = { title: string; words: string; link: string; due?: Day | undefined };

/** What somebody owns and is late or due within a fortnight; for whoever keeps the plan, also what came loose. */
export async function planWaits(ctx: Ctx): Promise<Waiting[]> {
  if (ctx.actor.kind !== 'person') return [];
  const keeps = allowed(ctx.actor, keepPlan);
  const { actions, loose } = await actionsThatWait(ctx, keeps ? 'with what came loose' : 'own only');
  const own = actions.filter((action) => isOwnedBy(action, ctx.actor) && !isOver(action));
  const soon = addDays(ctx.today, soonDays);
  const late = own.filter((action) => isLate(action, ctx.today));
  const due = own.filter(
    (action) =>
      !late.includes(action) &&
      action.state !== 'paused' &&
      action.due !== undefined &&
      compareDays(action.due, soon) <= 0,
  );
  return [
    ...late.map((action) => waits(action, `Late${by(action, ': it was to be done by ')}. Say how it goes.`)),
    ...due.map((action) => waits(action, `Yours${by(action, ', to be done by ')}. Say how it goes.`)),
    ...loose.map(({ action, loose: found }) => ({
      title: `${sayNumber(action)} came loose: ${action.title}`,
      words: found.map(sayLoose).join(' '),
      link: planPlaces.editAction(action.number),
    })),
  ];
}

function waits(action: Action, words: string): Waiting {
  const { due, number } = action;
  return { title: `${sayNumber(action)} ${action.title}`, words, link: planPlaces.say(number), due };
}

function by({ due }: Action, words: string): string {
  return due === undefined ? '' : `${words}${sayDay(due)}`;
}
