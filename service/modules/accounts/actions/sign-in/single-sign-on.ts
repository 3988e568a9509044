import type { Ctx } from '#platform/db/database.ts';
import type { Identity } from '#platform/identity/single-sign-on.ts';
import type { Id } from '#platform/kernel/id.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import { personById } from '../../store/people.ts';
import { addIdentity, identityUsed, personOfIdentity } from '../../store/sign-in/identities.ts';
import { tellPerson } from './tell-person.ts';
import { useOnce } from './use-once.ts';

export type UnknownHere = { reason: 'unknown-here' } | { reason: 'came-before' };

/**
 * Whose identity came back from a single sign-on. It is one that was tied to a person when they were invited: no e-mail
 * address is ever compared. The same answer does not come in twice.
 */
export async function comeInByIdentity(
  ctx: Ctx,
  { identity, state }: { identity: Identity; state: string },
): Promise<Outcome<Id<'person'>, UnknownHere>> {
  if (!(await useOnce(ctx, `state ${state}`))) return refuse({ reason: 'came-before' });
  const personId = await personOfIdentity(ctx, identity);
  const person = personId && (await personById(ctx, personId));
  if (!person) {
    await ctx.record({
      type: 'accounts.unknown-identity-came',
      subject: { kind: 'partnership', id: ctx.partnershipId },
      details: { provider: identity.provider },
    });
    return refuse({ reason: 'unknown-here' });
  }
  await identityUsed(ctx, identity);
  return done(person.id);
}

export type NotTied = { reason: 'somebody-else' } | { reason: 'came-before' };

/** Ties an identity to a person who was invited and proved it. One that is somebody's already stays theirs. */
export async function tieIdentity(
  ctx: Ctx,
  { personId, identity, state }: { personId: Id<'person'>; identity: Identity; state: string },
): Promise<Outcome<undefined, NotTied>> {
  if (!(await useOnce(ctx, `state ${state}`))) return refuse({ reason: 'came-before' });
  const owner = await personOfIdentity(ctx, identity);
  if (owner === personId) return done(undefined);
  const added = owner === undefined && (await addIdentity(ctx, { ...identity, personId }));
  if (!added) return refuse({ reason: 'somebody-else' });
  await ctx.record({
    type: 'accounts.way-in-added',
    subject: { kind: 'person', id: personId },
    details: { way: 'identity', provider: identity.provider },
  });
  await tellPerson(ctx, personId, { what: 'way-added', way: 'Single sign-on' });
  return done(undefined);
}
