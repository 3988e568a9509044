import type { Ctx } from '#platform/db/database.ts';
import { sayDay } from '#platform/kernel/day.ts';
import { boardsThatWait } from '../../queries/boards/boards-that-wait.ts';
import { boardPlaces } from './places.ts';

type Waiting = { title: string; words: string; link: string };

/** Terms to read again, meetings soon without anything on them, and seats of organisations that are no more. */
export async function boardsWait(ctx: Ctx): Promise<readonly Waiting[]> {
  const { terms, empty, seats } = await boardsThatWait(ctx);
  const bySeat = Map.groupBy(seats, ({ body }) => body.key);
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
    ...[...bySeat].map(([key, held]) => ({
      title: 'A seat to give on',
      words: `${held.map(({ organisation }) => organisation).join(', ')} is no more, and still has a seat on ${held[0]?.body.name ?? ''}.`,
      link: boardPlaces.body(key),
    })),
  ];
}
