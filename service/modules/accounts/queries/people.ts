import type { Ctx } from '#platform/db/database.ts';
import type { Id } from '#platform/kernel/id.ts';
import type { Person } from '../domain/person.ts';
import { introducedFor } from './people/introduced.ts';
import { keptPerson } from '../store/people/kept-people.ts';
import { everybodyHere, peopleAtWork } from '../store/people.ts';

/** Everybody who works here and has not left: who can own something, and to whom letters can go. No family is among them. */
export async function people(ctx: Ctx): Promise<Person[]> {
  return peopleAtWork(ctx);
}

/** Everybody who can come in, families too: whom a visitor to the demonstration may choose to be. */
export async function everybody(ctx: Ctx): Promise<Person[]> {
  return everybodyHere(ctx);
}

/** Whether somebody who was here has left: what they opened for themselves, such as an address of a calendar, opens no more. */
export async function hasLeft(ctx: Ctx, personId: Id<'person'>): Promise<boolean> {
  return (await keptPerson(ctx, personId))?.standing === 'left';
}

/** Everybody who works here, and those parents and young people whose way in this person looks after. */
export async function peopleAndOwnFamilies(ctx: Ctx): Promise<Person[]> {
  const own = new Set<string>((await introducedFor(ctx)).map(({ id }) => id));
  const atWork = new Set<string>((await peopleAtWork(ctx)).map(({ id }) => id));
  return (await everybodyHere(ctx)).filter(({ id }) => atWork.has(id) || own.has(id));
}
