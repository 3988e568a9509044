import type { Ctx } from '#platform/db/database.ts';
import type { Day } from '#platform/kernel/day.ts';
import { concernsThatWait } from '../../../queries/danger/concerns-that-wait.ts';
import { dangerPlaces } from '../places.ts';

type Waiting = { title: string; words: string; link: string; due?: Day | undefined };

/** What people told and nobody has opened or acted on: today's work, before all else. */
export async function concernsWait(ctx: Ctx): Promise<readonly Waiting[]> {
  const found = await concernsThatWait(ctx);
  if (!found || found.unread + found.toAct === 0) return [];
  const { reads, unread, tooLong, toAct } = found;
  const said = [
    unread === 0 ? '' : `${unread === 1 ? 'One is' : `${unread} are`} not opened yet.`,
    tooLong === 0 ? '' : `${tooLong === 1 ? 'One waits' : `${tooLong} wait`} for too long.`,
    toAct === 0 ? '' : `${toAct === 1 ? 'One was' : `${toAct} were`} opened and not acted on.`,
    reads ? '' : 'You see how many, and nothing more.',
  ].filter((part) => part !== '');
  const title = unread > 0 ? 'Somebody told us something' : 'Act on what somebody told us';
  return [{ title, words: said.join(' '), link: dangerPlaces.desk, due: ctx.today }];
}
