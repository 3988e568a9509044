import type { Ctx } from '#platform/db/database.ts';
import type { Person } from '../domain/person.ts';
import { allPeople } from '../store/people.ts';

/** The people whom a visitor to the demonstration may choose to be. */
export async function people(ctx: Ctx): Promise<Person[]> {
  return allPeople(ctx);
}
