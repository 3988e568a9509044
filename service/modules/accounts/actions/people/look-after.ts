import { allowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import type { Id } from '#platform/kernel/id.ts';
import type { KeptPerson } from '../../domain/people/kept-person.ts';
import { introduceFamilies, keepPeople } from '../../domain/permissions.ts';
import { keptPerson } from '../../store/people/kept-people.ts';
import { self } from './note.ts';

export type LookedAfter = {
  person: KeptPerson;
  by: { id: Id<'person'>; name: string };
  relationship: string;
};

/**
 * Somebody whose way in this person looks after: an administrator after colleagues, a worker after those whom they
 * introduced, and a supervisor after those whom a worker of their body introduced. Undefined for everybody else, and
 * for oneself.
 */
export async function lookedAfter(ctx: Ctx, id: Id<'person'>): Promise<LookedAfter | undefined> {
  const by = self(ctx);
  if (!by || by.id === id) return undefined;
  const person = await keptPerson(ctx, id, 'held');
  if (!person) return undefined;
  if (!person.introducedBy)
    return allowed(ctx.actor, keepPeople) ? { person, by, relationship: 'keeps-people' } : undefined;
  return (await looksAfterFamily(ctx, person.introducedBy))
    ? { person, by, relationship: 'introduced-them' }
    : undefined;
}

/** Whether somebody looks after whom this worker introduced. */
async function looksAfterFamily(ctx: Ctx, introducer: Id<'person'>): Promise<boolean> {
  const { actor } = ctx;
  if (actor.kind !== 'person' || !allowed(actor, introduceFamilies)) return false;
  if (actor.personId === introducer) return true;
  if (!actor.roles.includes('supervisor') || !actor.organisationId) return false;
  return (await keptPerson(ctx, introducer))?.organisationId === actor.organisationId;
}
