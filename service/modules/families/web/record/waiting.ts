import type { Ctx } from '#platform/db/database.ts';
import { sayDay, type Day } from '#platform/kernel/day.ts';
import { contestsThatWait, type ContestWaiting } from '../../queries/record/contests-that-wait.ts';
import { familyPlaces } from '../places.ts';

type Waiting = { title: string; words: string; link: string; due?: Day | undefined };

/** Whoever sees something differently waits for an answer. It names no child, and nobody of a family. */
export async function contestsWait(ctx: Ctx): Promise<readonly Waiting[]> {
  return (await contestsThatWait(ctx)).map((one) => ({
    title: one.late ? 'An answer is late' : 'Somebody sees it differently',
    words: `${sayWho(one)} ${sayClock(one)}`,
    link:
      one.what === 'to-answer'
        ? familyPlaces.answer(one.childId, one.contestId)
        : `${familyPlaces.one(one.childId)}#contest-${one.contestId}`,
    due: one.due,
  }));
}

/** Of a family it says how they come, of a colleague only that they are one. */
const who: Readonly<Record<string, string>> = {
  'the-child': 'A child or young person',
  parent: 'A parent or carer',
};

function sayWho({ what, comesAs }: ContestWaiting): string {
  const where = what === 'to-answer' ? 'a record that you write in' : 'a record that you supervise';
  return `${who[comesAs] ?? 'A colleague'} said what is not right in ${where}.`;
}

function sayClock({ due, late }: ContestWaiting): string {
  return late ? `An answer was due by ${sayDay(due)}.` : `Answer by ${sayDay(due)}.`;
}
