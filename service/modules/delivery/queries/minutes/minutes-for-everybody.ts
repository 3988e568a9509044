import { people as accountPeople } from '#modules/accounts/index.ts';
import { allowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import type { Body } from '../../domain/body.ts';
import type { Meeting } from '../../domain/meeting.ts';
import type { MinutesSaid } from '../../domain/minutes/minutes-said.ts';
import { publicMinutes, type PublicMinutes } from '../../domain/minutes/public-minutes.ts';
import { keepBoards } from '../../domain/permissions.ts';
import { allActions } from '../../store/actions.ts';
import { agendaOf } from '../../store/agenda-items.ts';
import { bodyById } from '../../store/bodies.ts';
import { decisionsOfMeeting } from '../../store/decisions.ts';
import { meetingByKey, meetingsById } from '../../store/meetings.ts';
import { membershipsOf } from '../../store/memberships.ts';
import { minutesAgreed, type MinutesAgreed } from '../../store/minutes/minutes-agreed.ts';
import { saidOfMinutes } from '../../store/minutes/minutes-publishing.ts';
import { organisationsThatCame, whoCame } from './who-came.ts';

/** The minutes of a meeting as everybody reads them. */
export type MinutesForEverybody = {
  meeting: Meeting;
  body: Body;
  /** the last word on who reads them; undefined before anybody said it */
  said: MinutesSaid | undefined;
  /** when they were agreed, and by which meeting */
  agreed: { at: Date; in: Meeting | undefined } | undefined;
};

/** What everybody reads of the minutes of a meeting; undefined where there is no such meeting. */
export async function minutesForEverybody(
  ctx: Ctx,
  meetingKey: string,
): Promise<MinutesForEverybody | undefined> {
  const meeting = await meetingByKey(ctx, meetingKey);
  const body = meeting && (await bodyById(ctx, meeting.bodyId));
  if (!meeting || !body) return undefined;
  const agreed = await minutesAgreed(ctx, meeting.id);
  const [said] = agreed ? await saidOfMinutes(ctx, meeting.id) : [];
  const [agreedIn] = agreed?.agreedIn === undefined ? [] : await meetingsById(ctx, [agreed.agreedIn]);
  return { meeting, body, said, agreed: agreed && { at: agreed.at, in: agreedIn } };
}

/** Agreed minutes before whoever says who may read them. */
export type MinutesToPublish = {
  meeting: Meeting;
  agreed: MinutesAgreed;
  /** all that was said of them, the last first */
  said: readonly MinutesSaid[];
  /** what everybody would read */
  open: PublicMinutes;
};

/**
 * Agreed minutes, and what everybody would read of them with some items kept back; undefined for others than those who
 * keep the boards, and where none are agreed.
 */
export async function minutesToPublish(
  ctx: Ctx,
  asked: { meetingKey: string; withhold: ReadonlyMap<number, string> },
): Promise<MinutesToPublish | undefined> {
  if (!allowed(ctx.actor, keepBoards)) return undefined;
  const meeting = await meetingByKey(ctx, asked.meetingKey);
  const agreed = meeting && (await minutesAgreed(ctx, meeting.id));
  if (!meeting || !agreed) return undefined;
  const decisions = await decisionsOfMeeting(ctx, meeting.id);
  const open = publicMinutes({
    document: agreed.document,
    decisions: new Map(decisions.map((decision) => [decision.number, decision])),
    came: organisationsThatCame(await whoCame(ctx, meeting)),
    people: [
      ...decisions.map(({ ownerName }) => ownerName),
      ...agreed.document.items.flatMap(({ notes }) => notes.map(({ author }) => author)),
      ...(await peopleKnown(ctx, meeting)),
    ],
    withhold: asked.withhold,
  });
  return { meeting, agreed, said: await saidOfMinutes(ctx, meeting.id), open };
}

/** Names that may stand in free words of a meeting: of accounts, seats, leads and owners. */
async function peopleKnown(ctx: Ctx, meeting: Meeting): Promise<string[]> {
  return [
    ...(await accountPeople(ctx)).map(({ name }) => name),
    ...(await membershipsOf(ctx, meeting.bodyId)).map(({ name }) => name),
    ...(await agendaOf(ctx, meeting.id)).map(({ leadName }) => leadName),
    ...(await allActions(ctx)).map(({ owner }) => owner.name),
  ];
}
