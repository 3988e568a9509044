import type { Ctx } from '#platform/db/database.ts';
import { sayDay, type Day } from '#platform/kernel/day.ts';
import { findingsThatWait } from '../../queries/findings/findings-that-wait.ts';
import { findingPlaces } from './places.ts';

type Waiting = { title: string; words: string; link: string; due?: Day | undefined };

/** Findings that wait for this person: their own that are late, and others' that are mended and to be closed. */
export async function findingWaits(ctx: Ctx): Promise<readonly Waiting[]> {
  const { late, toClose, lateElsewhere } = await findingsThatWait(ctx);
  return [
    ...late.map(({ number, title, due }) => ({
      title: `Late: ${title}`,
      words: `You answer for finding F${number}, which was to be mended by ${due ? sayDay(due) : 'now'}. Say what shows that it is mended, or how it goes.`,
      link: findingPlaces.one(number),
      due,
    })),
    ...toClose.map(({ number, title }) => ({
      title: `Look and close: ${title}`,
      words: `Finding F${number} is said to be mended. You do not answer for it, so you can look and close it.`,
      link: findingPlaces.one(number),
    })),
    ...(lateElsewhere > 0
      ? [
          {
            title: 'Findings that are late',
            words: `${lateElsewhere === 1 ? 'One finding is' : `${lateElsewhere} findings are`} past the day, with partners who cannot sign in. Ring them, or change the day with a note.`,
            link: `${findingPlaces.all}?state=late`,
          },
        ]
      : []),
  ];
}
