import { allowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import type { Body } from '../../domain/body.ts';
import type { Meeting } from '../../domain/meeting.ts';
import {
  timed,
  timeOn,
  withheld,
  withTaken,
  worthShowing,
  type LeftOut,
  type SuggestionSeen,
  type TimedItem,
  type TimeOnAgenda,
} from '../../domain/meetings/agenda.ts';
import { keepBoards, readBoards } from '../../domain/permissions.ts';
import { maySeeItem } from '../../domain/who-sees.ts';
import { agendaOf } from '../../store/agenda-items.ts';
import { bodyById } from '../../store/bodies.ts';
import { meetingByKey } from '../../store/meetings.ts';
import { minutesAgreed } from '../../store/minutes/minutes-agreed.ts';
import { lastTime, type LastTime } from './last-time.ts';
import { suggestionsFor } from './suggestions.ts';

/** The agenda of a meeting, as this person sees it. */
export type AgendaFor = {
  meeting: Meeting;
  body: Body;
  items: readonly TimedItem[];
  time: TimeOnAgenda;
  /** whether items can still be added and mended: until the minutes are agreed */
  isOpen: boolean;
  /** what the system would add; none for those who do not make the agenda, and none once the meeting is over */
  suggestions: readonly SuggestionSeen[];
  /** how many more of a kind there are than are shown */
  suggestionsLeft: readonly LeftOut[];
  /** what the meeting before decided, and what came of it */
  lastTime: LastTime | undefined;
};

/** The agenda of a meeting; undefined where there is no such meeting. What is exempt is withheld from those who may not see it. */
export async function agendaFor(ctx: Ctx, meetingKey: string): Promise<AgendaFor | undefined> {
  const meeting = await meetingByKey(ctx, meetingKey);
  const body = meeting && (await bodyById(ctx, meeting.bodyId));
  if (!meeting || !body) return undefined;
  const all = await agendaOf(ctx, meeting.id);
  const mayAdd = allowed(ctx.actor, keepBoards) && meeting.state === 'planned';
  const { shown, left } = worthShowing(
    mayAdd ? withTaken(await suggestionsFor(ctx, { meeting, body }), all) : [],
  );
  const seesNames = allowed(ctx.actor, readBoards);
  const items = all.map((item) => {
    const seen = maySeeItem(ctx.actor, item) ? item : withheld(item);
    return seesNames ? seen : { ...seen, leadName: '' };
  });
  return {
    meeting,
    body,
    items: timed(meeting, items),
    time: timeOn(meeting, all),
    isOpen: meeting.state !== 'cancelled' && !(await minutesAgreed(ctx, meeting.id)),
    suggestions: shown,
    suggestionsLeft: left,
    lastTime: await lastTime(ctx, meeting),
  };
}
