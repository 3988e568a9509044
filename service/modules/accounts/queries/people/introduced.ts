import { allowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import type { Id } from '#platform/kernel/id.ts';
import type { IdentityCheck, Invitation } from '../../domain/people/invitation.ts';
import type { KeptPerson } from '../../domain/people/kept-person.ts';
import { introduceFamilies } from '../../domain/permissions.ts';
import { identityChecksOf, invitationsOf } from '../../store/people/invitations.ts';
import { colleagues, introducedBy } from '../../store/people/kept-people.ts';

/** A parent or a young person whom a worker introduced. */
export type Introduced = {
  person: KeptPerson;
  check: IdentityCheck | undefined;
  invitation: Invitation | undefined;
  /** who introduced them, where it was somebody else of the same body */
  byOther: string | undefined;
};

/** Whom this person introduced; for a supervisor also whom the workers of their body introduced. */
export async function introduced(ctx: Ctx): Promise<readonly Introduced[]> {
  const workers = await workersOf(ctx);
  const people = await introducedBy(ctx, [...workers.keys()]);
  const ids = people.map(({ id }) => id);
  for (const id of ids) ctx.audit(seen(id));
  const checks = await identityChecksOf(ctx, ids);
  const invitations = Map.groupBy(await invitationsOf(ctx, ids), ({ personId }) => personId);
  return people.map((person) => ({
    person,
    check: checks.get(person.id),
    invitation: invitations.get(person.id)?.[0],
    byOther: workers.get(person.introducedBy ?? '') || undefined,
  }));
}

/** The same people, for whoever only has to know who they are. */
export async function introducedFor(ctx: Ctx): Promise<readonly KeptPerson[]> {
  return introducedBy(ctx, [...(await workersOf(ctx)).keys()]);
}

/** Whose introductions this person looks after: their own, and for a supervisor those of their body; by name where another's. */
async function workersOf(ctx: Ctx): Promise<ReadonlyMap<string, string>> {
  const { actor } = ctx;
  if (actor.kind !== 'person' || !allowed(actor, introduceFamilies)) return new Map();
  const workers = new Map<string, string>([[actor.personId, '']]);
  if (actor.roles.includes('supervisor') && actor.organisationId)
    for (const one of await colleagues(ctx))
      if (one.organisationId === actor.organisationId && one.id !== actor.personId)
        workers.set(one.id, one.name);
  return workers;
}

function seen(id: Id<'person'>) {
  return {
    act: 'accounts.introduced-read',
    way: 'read' as const,
    subject: { kind: 'person', id },
    relationship: 'introduced-them',
    purpose: 'direct-help',
  };
}
