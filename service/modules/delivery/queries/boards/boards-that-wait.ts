import { organisationsNamed, people } from '#modules/accounts/index.ts';
import { allowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import { addDays, compareDays, type Day } from '#platform/kernel/day.ts';
import { standsOn, type Body } from '../../domain/body.ts';
import type { Meeting } from '../../domain/meeting.ts';
import { keepBoards } from '../../domain/permissions.ts';
import { allBodies } from '../../store/bodies.ts';
import { openSeats, type OpenSeat } from '../../store/boards/seats.ts';
import { termsOf } from '../../store/boards/terms.ts';
import { meetingsBetween } from '../../store/meetings.ts';
import { agendaCounts } from '../../store/meetings/moves.ts';

/** What waits for whoever keeps the boards. */
export type BoardsThatWait = {
  terms: readonly { body: Body; reviewOn: Day }[];
  /** meetings of the next fortnight with nothing to talk about */
  empty: readonly { meeting: Meeting; body: Body }[];
  seats: readonly SeatToFill[];
};

/** A seat that somebody has to be found for. */
export type SeatToFill = {
  seat: OpenSeat;
  body: Body;
  /** undefined where they sit for nobody but themselves */
  organisation: string | undefined;
  /** since when the organisation is no more, where it has closed or has joined another */
  closedOn: Day | undefined;
  /** whether whoever sits there is no longer with us */
  holderLeft: boolean;
};

const fortnight = 14;

export async function boardsThatWait(ctx: Ctx): Promise<BoardsThatWait> {
  if (!allowed(ctx.actor, keepBoards)) return { terms: [], empty: [], seats: [] };
  const bodies = (await allBodies(ctx)).filter((body) => standsOn(body, ctx.today));
  const byId = new Map<string, Body>(bodies.map((body) => [body.id, body]));
  return {
    terms: await termsDue(ctx, bodies),
    empty: await emptyMeetings(ctx, byId),
    seats: await seatsToFill(ctx, byId),
  };
}

async function termsDue(ctx: Ctx, bodies: readonly Body[]): Promise<BoardsThatWait['terms']> {
  const ids = bodies.map(({ id }) => id);
  const terms = Map.groupBy(await termsOf(ctx, ids), ({ bodyId }) => bodyId);
  return bodies.flatMap((body) => {
    const reviewOn = terms.get(body.id)?.[0]?.reviewOn;
    return reviewOn !== undefined && compareDays(reviewOn, ctx.today) <= 0 ? [{ body, reviewOn }] : [];
  });
}

async function emptyMeetings(ctx: Ctx, byId: ReadonlyMap<string, Body>): Promise<BoardsThatWait['empty']> {
  const near = await meetingsBetween(ctx, { from: ctx.today, to: addDays(ctx.today, fortnight) });
  const planned = near.filter(({ state }) => state === 'planned');
  const items = await agendaCounts(
    ctx,
    planned.map(({ id }) => id),
  );
  return planned.flatMap((meeting) => {
    const body = byId.get(meeting.bodyId);
    return body && !items.has(meeting.id) ? [{ meeting, body }] : [];
  });
}

/** Seats of today whose holder or whose organisation is no longer with us. */
async function seatsToFill(ctx: Ctx, byId: ReadonlyMap<string, Body>): Promise<readonly SeatToFill[]> {
  const seats = await openSeats(ctx, ctx.today);
  const keys = seats.map(({ organisationKey }) => organisationKey).filter(Boolean);
  const named = new Map((await organisationsNamed(ctx, keys)).map((one) => [one.key, one]));
  const here = new Set<string>((await people(ctx)).map(({ id }) => id));
  return seats.flatMap((seat) => {
    const body = byId.get(seat.bodyId);
    const organisation = named.get(seat.organisationKey);
    const until = organisation?.until;
    const closedOn = until !== undefined && compareDays(until, ctx.today) <= 0 ? until : undefined;
    const holderLeft = seat.personId !== undefined && !here.has(seat.personId);
    if (!body || (closedOn === undefined && !holderLeft)) return [];
    return [{ seat, body, organisation: organisation?.name, closedOn, holderLeft }];
  });
}
