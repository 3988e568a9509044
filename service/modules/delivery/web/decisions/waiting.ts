import type { Ctx } from '#platform/db/database.ts';
import { sayDay, type Day } from '#platform/kernel/day.ts';
import { decisionsThatWait } from '../../queries/decisions/decisions-that-wait.ts';
import { agendaPlaces } from '../agenda/agenda-places.ts';

/** What of meetings and decisions waits for whoever keeps the boards. */
export async function decisionsWait(
  ctx: Ctx,
): Promise<readonly { title: string; words: string; link: string; due?: Day | undefined }[]> {
  const { toHear, toAgree } = await decisionsThatWait(ctx);
  return [
    ...toHear.map(({ title, due, number }) => ({
      title: `What came of “${title}”?`,
      words: `The board wanted to hear by ${due === undefined ? '' : sayDay(due)}. Write it down, or put it on the agenda.`,
      link: agendaPlaces.decision(number),
      due,
    })),
    ...toAgree.map(({ title, key, on }) => ({
      title: `Minutes to agree: ${title}`,
      words: `Held on ${sayDay(on)}. Read the notes through before the next meeting agrees them.`,
      link: agendaPlaces.minutes(key),
    })),
  ];
}
