import { compareDays, type Day } from '#platform/kernel/day.ts';
import type { Id } from '#platform/kernel/id.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import type { Body, Membership, Quorum } from '../body.ts';

/** What can be written of a body. */
export type BodyWords = Pick<Body, 'name' | 'kind' | 'lifeStage' | 'purpose' | 'from'> & {
  quorum: Quorum;
  partOf: Id<'body'> | undefined;
};

export type BodyRefusal =
  | { reason: 'name-missing' }
  | { reason: 'purpose-missing' }
  /** a quorum that asks for more organisations than people can never be met */
  | { reason: 'quorum-never-met' };

/** Words of a body as they are kept. */
export function checkBody(words: BodyWords): Outcome<BodyWords, BodyRefusal> {
  const name = words.name.trim();
  const purpose = words.purpose.trim();
  if (name === '') return refuse({ reason: 'name-missing' });
  if (purpose === '') return refuse({ reason: 'purpose-missing' });
  if (words.quorum.organisations > words.quorum.people) return refuse({ reason: 'quorum-never-met' });
  return done({ ...words, name, purpose, lifeStage: words.lifeStage.trim() });
}

export type EndBodyRefusal =
  | { reason: 'already-ended'; on: Day }
  | { reason: 'ends-before-it-began'; from: Day }
  /** what follows it cannot be itself, nor a body that has ended */
  | { reason: 'follower-wrong' };

/** Ends a body on a day; what it decided stays its own, and the body that follows is named. */
export function endBody(
  body: Body,
  ending: { on: Day; followedBy: Body | undefined },
): Outcome<Body, EndBodyRefusal> {
  const { on, followedBy } = ending;
  if (body.until !== undefined) return refuse({ reason: 'already-ended', on: body.until });
  if (compareDays(on, body.from) <= 0) return refuse({ reason: 'ends-before-it-began', from: body.from });
  if (followedBy && (followedBy.id === body.id || followedBy.until !== undefined))
    return refuse({ reason: 'follower-wrong' });
  return done({ ...body, until: on, followedBy: followedBy?.id, version: body.version + 1 });
}

/** What can be written of a seat. */
export type SeatWords = Omit<Membership, 'id' | 'bodyId' | 'until'>;

export type SeatRefusal =
  | { reason: 'seat-name-missing' }
  | { reason: 'seat-address-wrong' }
  | { reason: 'seat-before-the-body'; from: Day };

/** Words of a seat as they are kept. */
export function checkSeat(body: Body, words: SeatWords): Outcome<SeatWords, SeatRefusal> {
  const name = words.name.trim();
  const email = words.email.trim();
  if (name === '') return refuse({ reason: 'seat-name-missing' });
  if (email !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email))
    return refuse({ reason: 'seat-address-wrong' });
  if (compareDays(words.from, body.from) < 0)
    return refuse({ reason: 'seat-before-the-body', from: body.from });
  return done({ ...words, name, email });
}

export type EndSeatRefusal =
  | { reason: 'seat-already-ended'; on: Day }
  | { reason: 'seat-ends-before-it-began'; from: Day };

/** Ends a seat: whoever sat there stays in every meeting that they came to. */
export function endSeat(seat: Membership, on: Day): Outcome<Membership, EndSeatRefusal> {
  if (seat.until !== undefined) return refuse({ reason: 'seat-already-ended', on: seat.until });
  if (compareDays(on, seat.from) < 0) return refuse({ reason: 'seat-ends-before-it-began', from: seat.from });
  return done({ ...seat, until: on });
}

/** An address-like key from a name: "Growing Group (5 to 13)" becomes "growing-group-5-to-13". */
export function keyOfName(name: string, taken: ReadonlySet<string>): string {
  const plain = name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/['’]/g, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60);
  const first = plain === '' ? 'body' : plain;
  if (!taken.has(first)) return first;
  let number = 2;
  while (taken.has(`${first}-${number}`)) number += 1;
  return `${first}-${number}`;
}
