import type { Ctx } from '#platform/db/database.ts';
import { standsOn } from '../../domain/body.ts';
import type { Meeting } from '../../domain/meeting.ts';
import type { Came } from '../../domain/meetings/attendance.ts';
import type { PublicMinutes } from '../../domain/minutes/public-minutes.ts';
import { attendanceOf } from '../../store/meetings/attendances.ts';
import { membershipsOf } from '../../store/memberships.ts';
import { seatsSeen, type SeatSeen } from '../boards/seats-seen.ts';

/** A seat, and how it was filled at a meeting. */
export type SeatThen = { seat: SeatSeen; came: Came };

/** The seats of the day of a meeting of which somebody wrote down how they were filled. */
export async function whoCame(ctx: Ctx, meeting: Pick<Meeting, 'id' | 'bodyId' | 'on'>): Promise<SeatThen[]> {
  const said = new Map(
    (await attendanceOf(ctx, [meeting.id])).get(meeting.id)?.map((one) => [one.membershipId, one.came]),
  );
  const seats = (await membershipsOf(ctx, meeting.bodyId)).filter((seat) => standsOn(seat, meeting.on));
  return (await seatsSeen(ctx, seats)).flatMap((seat) => {
    const came = said.get(seat.id);
    return came === undefined ? [] : [{ seat, came }];
  });
}

/** The same for everybody: organisations, each once, in the order of their seats. */
export function organisationsThatCame(seats: readonly SeatThen[]): PublicMinutes['came'] {
  const named = (which: readonly Came[]) =>
    seats.flatMap(({ seat, came }) => (which.includes(came) ? [seat.organisation] : []));
  const came = named(['there', 'sent-somebody']);
  const organisations = new Set(came.filter(Boolean));
  const apologies = new Set(named(['apologies']).filter((name) => name !== '' && !organisations.has(name)));
  return {
    organisations: [...organisations],
    forThemselves: came.filter((name) => name === '').length,
    apologies: [...apologies],
  };
}
