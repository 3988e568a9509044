import { people } from '#modules/accounts/index.ts';
import { allowed, type NotAllowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import type { Day } from '#platform/kernel/day.ts';
import type { Id } from '#platform/kernel/id.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import { type Membership } from '../../domain/body.ts';
import {
  checkSeat,
  endSeat as ended,
  type EndSeatRefusal,
  type SeatRefusal,
  type SeatWords,
} from '../../domain/boards/new-body.ts';
import { keepBoards } from '../../domain/permissions.ts';
import { lockBody } from '../../store/bodies.ts';
import { keepMembership, membershipsOf } from '../../store/memberships.ts';

export type AddSeatRefusal =
  | NotAllowed
  | SeatRefusal
  | { reason: 'body-missing' }
  /** whoever it is does not sign in here, or no longer does */
  | { reason: 'seat-person-missing' };

/** Somebody takes a seat on a body. */
export async function addSeat(
  ctx: Ctx,
  given: { key: string; words: SeatWords },
): Promise<Outcome<Membership, AddSeatRefusal>> {
  if (!allowed(ctx.actor, keepBoards)) return refuse({ reason: 'not-allowed' });
  const body = await lockBody(ctx, given.key);
  if (!body) return refuse({ reason: 'body-missing' });
  const checked = checkSeat(body, given.words);
  if (!checked.done) return checked;
  const { personId } = checked.value;
  if (personId !== undefined && !(await people(ctx)).some(({ id }) => id === personId))
    return refuse({ reason: 'seat-person-missing' });
  const seat: Membership = { ...checked.value, id: ctx.newId(), bodyId: body.id, until: undefined };
  await keepMembership(ctx, seat);
  await ctx.record({ type: 'delivery.seat-taken', subject: { kind: 'membership', id: seat.id } });
  return done(seat);
}

export type EndingSeatRefusal =
  | NotAllowed
  | EndSeatRefusal
  | SeatRefusal
  | { reason: 'body-missing' }
  | { reason: 'seat-person-missing' }
  | { reason: 'seat-missing' };

export type EndingSeat = {
  key: string;
  seatId: Id<'membership'>;
  on: Day;
  /** who takes the seat from that day on */
  next: SeatWords | undefined;
};

/** Ends a seat, and gives it to somebody else where one is named. What the first one did stays theirs. */
export async function endSeat(ctx: Ctx, given: EndingSeat): Promise<Outcome<Membership, EndingSeatRefusal>> {
  if (!allowed(ctx.actor, keepBoards)) return refuse({ reason: 'not-allowed' });
  const body = await lockBody(ctx, given.key);
  if (!body) return refuse({ reason: 'body-missing' });
  const before = (await membershipsOf(ctx, body.id)).find(({ id }) => id === given.seatId);
  if (!before) return refuse({ reason: 'seat-missing' });
  const seat = ended(before, given.on);
  if (!seat.done) return seat;
  const next = given.next && checkSeat(body, { ...given.next, from: given.on });
  if (next && !next.done) return next;
  await keepMembership(ctx, seat.value);
  await ctx.record({ type: 'delivery.seat-ended', subject: { kind: 'membership', id: before.id } });
  if (!next) return seat;
  return addSeat(ctx, { key: given.key, words: next.value });
}
