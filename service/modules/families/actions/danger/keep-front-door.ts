import { people } from '#modules/accounts/index.ts';
import { allowed, type NotAllowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import { nameOfActor } from '#platform/kernel/context.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import type { FrontDoor, Reader } from '../../domain/danger/front-door.ts';
import { keepFrontDoor, readConcerns } from '../../domain/permissions.ts';
import { frontDoor } from '../../queries/danger/front-door.ts';
import { addReader, endReader, writeFrontDoor } from '../../store/danger/front-doors.ts';

export type DoorRefusal = NotAllowed | { reason: 'door-changed-meanwhile' };

/** Sets the partnership's own numbers, links and hours, in place of the version that was shown. */
export async function setFrontDoor(ctx: Ctx, door: FrontDoor): Promise<Outcome<FrontDoor, DoorRefusal>> {
  if (!allowed(ctx.actor, keepFrontDoor)) return refuse({ reason: 'not-allowed' });
  if (!(await writeFrontDoor(ctx, door, nameOfActor(ctx.actor))))
    return refuse({ reason: 'door-changed-meanwhile' });
  await ctx.record({
    type: 'families.front-door-set',
    subject: { kind: 'partnership', id: ctx.partnershipId },
    details: { numbers: door.numbers.length, version: door.version + 1 },
  });
  return done((await frontDoor(ctx)).door);
}

export type ReaderRefusal =
  | NotAllowed
  | { reason: 'not-yourself' }
  /** without a role that reads they would open nothing; a setting's lead without a setting reads none */
  | { reason: 'could-not-read' }
  | { reason: 'reads-already' }
  | { reason: 'reader-missing' };

/** Names somebody to read: for everybody where that is their role, else for the school or service they come from. */
export async function nameReader(
  ctx: Ctx,
  given: { personId: string; part: Reader['part'] },
): Promise<Outcome<undefined, ReaderRefusal>> {
  const { actor } = ctx;
  if (!allowed(actor, keepFrontDoor)) return refuse({ reason: 'not-allowed' });
  if (actor.kind === 'person' && actor.personId === given.personId) return refuse({ reason: 'not-yourself' });
  const person = (await people(ctx)).find(({ id }) => id === given.personId);
  const readsAll = person?.roles.includes('safeguarding-reader') ?? false;
  const settingId = readsAll ? undefined : person?.organisationId;
  const could =
    readsAll || (settingId !== undefined && person?.roles.some((role) => readConcerns.roles.includes(role)));
  if (!person || !could) return refuse({ reason: 'could-not-read' });
  const reader = {
    personId: person.id,
    name: person.name,
    settingId,
    part: given.part,
    namedByName: nameOfActor(actor),
  };
  if (!(await addReader(ctx, reader))) return refuse({ reason: 'reads-already' });
  await ctx.record({
    type: 'families.concern-reader-named',
    subject: { kind: 'person', id: person.id },
    details: { part: given.part, forSetting: settingId !== undefined },
  });
  return done(undefined);
}

/** Ends somebody's reading: from the next page on they open nothing more. */
export async function endReading(ctx: Ctx, id: string): Promise<Outcome<undefined, ReaderRefusal>> {
  if (!allowed(ctx.actor, keepFrontDoor)) return refuse({ reason: 'not-allowed' });
  if (!(await endReader(ctx, id, nameOfActor(ctx.actor)))) return refuse({ reason: 'reader-missing' });
  await ctx.record({
    type: 'families.concern-reading-ended',
    subject: { kind: 'partnership', id: ctx.partnershipId },
  });
  return done(undefined);
}
