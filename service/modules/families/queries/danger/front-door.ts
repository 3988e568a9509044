import type { Ctx } from '#platform/db/database.ts';
import { englishBankHolidays } from '#reference/bank-holidays.ts';
import { numbersToRing } from '#reference/numbers-to-ring.ts';
import { noFrontDoor, type FrontDoor } from '../../domain/danger/front-door.ts';
import type { Hours } from '../../domain/danger/hours.ts';
import { isFrontDoorRead, readFrontDoor } from '../../store/danger/front-doors.ts';

/** As each partnership's front door was last read: what stands on a page when the database does not answer. */
const lastKnown = new Map<string, FrontDoor>();

/** The front door as it is set, and whether anybody is named to read what is told there. */
export async function frontDoor(ctx: Ctx): Promise<{ door: FrontDoor; isRead: boolean }> {
  const door = await readFrontDoor(ctx);
  lastKnown.set(ctx.partnershipId, door);
  return { door, isRead: await isFrontDoorRead(ctx) };
}

/** The front door as it was last read; without the partnership's own numbers where it never was. */
export function frontDoorLastKnown(partnershipId: string): FrontDoor {
  return lastKnown.get(partnershipId) ?? noFrontDoor;
}

/** The numbers that stand on an error page: 999, the partnership's own, Childline. It asks nothing of the database. */
export function numbersForErrors(partnershipId: string): { name: string; number: string; when: string }[] {
  const { numbers } = numbersToRing();
  const [first, ...others] = numbers.filter(
    ({ for: whom, key }) => whom !== 'adults' && whom !== 'deaf' && key !== 'samaritans',
  );
  const own = frontDoorLastKnown(partnershipId).numbers;
  return [
    ...(first ? [first] : []),
    ...own.map(({ name, number, hours }) => ({ name, number, when: hours })),
    ...others,
  ].map(({ name, number, when }) => ({ name, number, when }));
}

/** When readers are at work. */
export function hoursOf({ opens, closes }: Pick<FrontDoor, 'opens' | 'closes'>): Hours {
  const holidays = englishBankHolidays();
  return { opens, closes, isClosed: (day) => holidays.days.has(day) };
}
