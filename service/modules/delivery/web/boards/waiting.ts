import type { Ctx } from '#platform/db/database.ts';
import { sayDay } from '#platform/kernel/day.ts';
import { boardsThatWait, type SeatToFill } from '../../queries/boards/boards-that-wait.ts';
import { boardPlaces } from './places.ts';

type Waiting = { title: string; words: string; link: string };

/** Terms to read again, meetings soon without anything on them, and seats of people and organisations that are no longer with us. */
export async function boardsWait(ctx: Ctx): Promise<readonly Waiting[]> {
  const { terms, empty, seats } = await boardsThatWait(ctx);
  return [
    ...empty.map(({ meeting, body }) => ({
      title: 'A meeting soon, with nothing on it',
      words: `${body.name} meets on ${sayDay(meeting.on)}, and its agenda is empty.`,
      link: boardPlaces.agenda(meeting.key),
    })),
    ...terms.map(({ body, reviewOn }) => ({
      title: 'Terms to read again',
      words: `${body.name} wanted to look at its terms by ${sayDay(reviewOn)}.`,
      link: boardPlaces.terms(body.key),
    })),
    ...seats.map((one) => ({
      title: `A seat to fill: ${one.body.name}`,
      words: `${sayWhoLeft(one)} Say who follows, or end the seat.`,
      link: boardPlaces.seat(one.body.key, one.seat.id),
    })),
  ];
}

/** "Corin Yeo is no longer with us, and still has the seat for Open Gate." */
function sayWhoLeft({ seat, organisation, closedOn }: SeatToFill): string {
  if (closedOn !== undefined)
    return `${organisation ?? ''} is no more since ${sayDay(closedOn)}, and ${seat.name} still has its seat.`;
  const forWhom = organisation === undefined ? 'a seat' : `the seat for ${organisation}`;
  return `${seat.name} is no longer with us, and still has ${forWhom}.`;
}
