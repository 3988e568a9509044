import type { PageRequest } from '#platform/http/route.ts';
import type { FrontDoor } from '../../domain/danger/front-door.ts';
import { frontDoor, frontDoorLastKnown } from '../../queries/danger/front-door.ts';

export type DoorNow = { door: FrontDoor; isRead: boolean };

/** The front door, or as it was last known where the database does not answer: these pages stand whatever is down. */
export async function doorNow(request: PageRequest): Promise<DoorNow> {
  try {
    return await request.read(frontDoor);
  } catch {
    return { door: frontDoorLastKnown(request.partnershipId), isRead: true };
  }
}
