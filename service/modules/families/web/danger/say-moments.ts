import { dayInEngland, sayDay } from '#platform/kernel/day.ts';
import { inHours, nextOpening, timeInEngland } from '../../domain/danger/hours.ts';
import type { FrontDoor } from '../../domain/danger/front-door.ts';
import { hoursOf } from '../../queries/danger/front-door.ts';

/** "23 November 2026 at 14:05" */
export function sayMoment(at: Date): string {
  return `${sayDay(dayInEngland(at))} at ${timeInEngland(at)}`;
}

/** When somebody will read what is told now, said to whoever tells it. */
export function sayWhenRead(now: Date, door: FrontDoor): string {
  const hours = hoursOf(door);
  if (inHours(now, hours)) return `Somebody is here now, until ${door.closes}. They read it soon.`;
  const next = nextOpening(now, hours);
  if (!next) return 'Nobody is here now to read it. If it cannot wait, ring.';
  const when = next.day === dayInEngland(now) ? 'today' : `on ${sayDay(next.day)}`;
  return `Nobody is here now. Somebody reads it ${when}, from ${next.time}. If it cannot wait until then, ring.`;
}
