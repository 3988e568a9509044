import type { Ctx } from '#platform/db/database.ts';
import { compareDays } from '#platform/kernel/day.ts';
import type { Body } from '../../domain/body.ts';
import type { Decision } from '../../domain/decision.ts';
import type { Meeting } from '../../domain/meeting.ts';
import { maySeeDecision } from '../../domain/who-sees.ts';
import { bodyByKey } from '../../store/bodies.ts';
import { allDecisions } from '../../store/decisions.ts';
import { agendaFor } from './agenda-for.ts';
import { meetingsOf } from './meetings-of.ts';

/** What comes to each planned meeting of a body. */
export type ForwardPlan = {
  body: Body;
  meetings: readonly {
    meeting: Meeting;
    items: readonly string[];
    /** decisions of which the body wants to hear by then, and not before the meeting before it */
    due: readonly Pick<Decision, 'number' | 'title'>[];
  }[];
};

export async function forwardPlan(ctx: Ctx, bodyKey: string): Promise<ForwardPlan | undefined> {
  const body = await bodyByKey(ctx, bodyKey);
  const coming = (await meetingsOf(ctx, bodyKey))?.coming ?? [];
  if (!body) return undefined;
  const planned = coming.map(({ meeting }) => meeting).filter(({ state }) => state === 'planned');
  let waiting = (await allDecisions(ctx)).filter(
    (one) =>
      one.bodyId === body.id &&
      one.due !== undefined &&
      one.cameOfIt === '' &&
      maySeeDecision(ctx.actor, one),
  );
  const meetings = [];
  for (const meeting of planned) {
    const agenda = await agendaFor(ctx, meeting.key);
    const isDue = ({ due }: Decision) => due !== undefined && compareDays(due, meeting.on) <= 0;
    meetings.push({
      meeting,
      items: (agenda?.items ?? []).map(({ item }) => item.title),
      due: waiting.filter((one) => isDue(one)),
    });
    waiting = waiting.filter((one) => !isDue(one));
  }
  return { body, meetings };
}
