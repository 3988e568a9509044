import type { Ctx } from '#platform/db/database.ts';
import type { Person } from '../domain/person.ts';
import { allPeople } from '../store/people.ts';

/** Everybody who has not left: whom a visitor to the demonstration may choose to be, and to whom letters can go. */
export async function people(ctx: Ctx): Promise<Person[]> {
  return allPeople(ctx);
}
