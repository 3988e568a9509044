import { organisationsNamed, people } from '#modules/accounts/index.ts';
import { allowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import { compareDays, type Day } from '#platform/kernel/day.ts';
import type { Membership } from '../../domain/body.ts';
import { readBoards } from '../../domain/permissions.ts';

/** A seat as one person sees it: who sits there only for those who read a board's papers. */
export type SeatSeen = Omit<Membership, 'name' | 'email' | 'personId'> & {
  /** undefined for whoever may not know */
  name: string | undefined;
  organisation: string;
  /** since when the organisation is no more, where it is */
  organisationClosed: Day | undefined;
  /** whether whoever sits there is no longer with us; told to those who may know who it is */
  holderLeft: boolean;
};

/** Seats as this person sees them. */
export async function seatsSeen(ctx: Ctx, seats: readonly Membership[]): Promise<SeatSeen[]> {
  const keys = seats.map(({ organisationKey }) => organisationKey).filter(Boolean);
  const known = new Map((await organisationsNamed(ctx, keys)).map((one) => [one.key, one]));
  const mayName = allowed(ctx.actor, readBoards);
  const here = new Set<string>(mayName ? (await people(ctx)).map(({ id }) => id) : []);
  return seats.map(({ name, email: _email, personId, ...seat }) => {
    const organisation = known.get(seat.organisationKey);
    const until = organisation?.until;
    return {
      ...seat,
      name: mayName ? name : undefined,
      organisation: organisation?.name ?? seat.organisationKey,
      holderLeft: mayName && personId !== undefined && !here.has(personId),
      organisationClosed: until !== undefined && compareDays(until, ctx.today) <= 0 ? until : undefined,
    };
  });
}
