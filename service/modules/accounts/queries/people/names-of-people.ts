import type { Ctx } from '#platform/db/database.ts';
import { sayPerson, type NamedPerson } from '../../domain/people/named-person.ts';
import { namedPeople } from '../../store/people/named-people.ts';

export { sayPerson, type NamedPerson };

/**
 * Who these ids are, whether they have left, and how they stand to a child where a worker introduced them: for pages that
 * say who did something. It names families too, so whoever asks has to be allowed to know who acted.
 */
export async function namesOfPeople(
  ctx: Ctx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, NamedPerson>> {
  return namedPeople(ctx, ids);
}
