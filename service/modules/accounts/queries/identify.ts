import type { Ctx } from '#platform/db/database.ts';
import type { Actor } from '#platform/kernel/context.ts';
import type { Id } from '#platform/kernel/id.ts';
import { personById } from '../store/people.ts';

/** A person as one who acts, with the roles they hold at this moment; undefined where they have left. */
export async function identify(ctx: Ctx, personId: Id<'person'>): Promise<Actor | undefined> {
  const person = await personById(ctx, personId);
  if (!person) return undefined;
  const { id, name, roles, organisationId } = person;
  return { kind: 'person', personId: id, name, roles, ...(organisationId ? { organisationId } : {}) };
}
