import { people, type Person } from '#modules/accounts/index.ts';
import { allowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import type { FrontDoor, Reader } from '../../domain/danger/front-door.ts';
import { keepFrontDoor, readConcerns } from '../../domain/permissions.ts';
import { readersNow } from '../../store/danger/front-doors.ts';
import { frontDoor } from './front-door.ts';

/** What whoever keeps the front door sees: numbers, who reads, and who could. */
export type FrontDoorKept = {
  door: FrontDoor;
  isRead: boolean;
  readers: readonly Reader[];
  couldRead: readonly Person[];
};

export async function frontDoorKept(ctx: Ctx): Promise<FrontDoorKept | undefined> {
  if (!allowed(ctx.actor, keepFrontDoor)) return undefined;
  const readers = await readersNow(ctx);
  const named = new Set(readers.map(({ personId }) => personId));
  const ownId = ctx.actor.kind === 'person' ? ctx.actor.personId : '';
  const couldRead = (await people(ctx)).filter(
    ({ id, roles }) =>
      id !== ownId && !named.has(id) && roles.some((role) => readConcerns.roles.includes(role)),
  );
  return { ...(await frontDoor(ctx)), readers, couldRead };
}
