import { allowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import { addDays, compareDays } from '#platform/kernel/day.ts';
import { standsOn, type Body } from '../../domain/body.ts';
import { organisationYears, type OrganisationYear } from '../../domain/meetings/attendance.ts';
import { keepBoards } from '../../domain/permissions.ts';
import { allBodies } from '../../store/bodies.ts';
import { ownersOf } from '../../store/boards/body-owners.ts';
import { termsOf, type Terms } from '../../store/boards/terms.ts';
import { attendanceOf } from '../../store/meetings/attendances.ts';
import { membershipsOf } from '../../store/memberships.ts';
import { meetingsOf, type MeetingsOf } from '../meetings/meetings-of.ts';
import { ownedElements, type OwnedElement } from './owned-elements.ts';
import { seatsSeen, type SeatSeen } from './seats-seen.ts';

/** A body, with all that hangs on it, as one person sees it. */
export type BoardView = {
  body: Body;
  partOf: Body | undefined;
  followedBy: Body | undefined;
  /** the subgroups that stand today */
  subgroups: readonly Body[];
  /** newest first */
  terms: readonly Terms[];
  seats: readonly SeatSeen[];
  /** seats that were held before */
  left: readonly SeatSeen[];
  owns: readonly OwnedElement[];
  meetings: MeetingsOf;
  /** what each organisation did in the last twelve months, by name */
  year: readonly (OrganisationYear & { organisation: string })[];
  mayKeep: boolean;
};

/** One body by its key; undefined where there is none. */
export async function boardView(ctx: Ctx, key: string): Promise<BoardView | undefined> {
  const bodies = await allBodies(ctx);
  const body = bodies.find((one) => one.key === key);
  const meetings = body && (await meetingsOf(ctx, key));
  if (!body || !meetings) return undefined;
  const all = await membershipsOf(ctx, body.id);
  const seen = await seatsSeen(ctx, all);
  const owners = (await ownersOf(ctx, body.id)).filter((owner) => standsOn(owner, ctx.today));
  const since = addDays(ctx.today, -365);
  const held = meetings.past.filter(
    ({ meeting }) => meeting.state === 'held' && compareDays(meeting.on, since) > 0,
  );
  const attendance = await attendanceOf(
    ctx,
    held.map(({ meeting }) => meeting.id),
  );
  const names = new Map(seen.map(({ organisationKey, organisation }) => [organisationKey, organisation]));
  const keys = [...names.keys()].filter(Boolean).toSorted((a, b) => inNameOrder(names, a, b));
  const year = organisationYears(
    keys,
    held.map(({ meeting }) => ({
      seats: all.filter((seat) => standsOn(seat, meeting.on)),
      attendance: attendance.get(meeting.id) ?? [],
    })),
  ).filter((one) => one.meetings > 0);
  return {
    body,
    partOf: bodies.find(({ id }) => id === body.partOf),
    followedBy: bodies.find(({ id }) => id === body.followedBy),
    subgroups: bodies.filter((one) => one.partOf === body.id && standsOn(one, ctx.today)),
    terms: await termsOf(ctx, [body.id]),
    seats: seen.filter((seat) => standsOn(seat, ctx.today)),
    left: seen.filter(({ until }) => until !== undefined && compareDays(until, ctx.today) <= 0),
    owns: await ownedElements(ctx, owners),
    meetings,
    year: year.map((one) => ({ ...one, organisation: names.get(one.organisationKey) ?? '' })),
    mayKeep: allowed(ctx.actor, keepBoards),
  };
}

function inNameOrder(names: ReadonlyMap<string, string>, a: string, b: string): number {
  return (names.get(a) ?? '').localeCompare(names.get(b) ?? '', 'en-GB');
}

/** Every body today by kind, and those that have ended with what followed them. */
export type BoardsList = {
  standing: readonly Body[];
  ended: readonly { body: Body; followedBy: Body | undefined }[];
  mayKeep: boolean;
};

export async function boardsList(ctx: Ctx): Promise<BoardsList> {
  const bodies = await allBodies(ctx);
  const isOver = ({ until }: Body) => until !== undefined && compareDays(until, ctx.today) <= 0;
  return {
    standing: bodies.filter((body) => !isOver(body)),
    ended: bodies
      .filter((body) => isOver(body))
      .map((body) => ({ body, followedBy: bodies.find(({ id }) => id === body.followedBy) })),
    mayKeep: allowed(ctx.actor, keepBoards),
  };
}
