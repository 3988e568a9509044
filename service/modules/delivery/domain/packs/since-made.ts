import { sayDay, type Day } from '#platform/kernel/day.ts';
import type { PackVersion } from './pack-document.ts';

/** How things stand now that a pack speaks of. */
export type StandsNow = {
  meeting: { on: Day; at: string; place: string; state: 'planned' | 'held' | 'cancelled' };
  /** who answers for each action now, by its number */
  owners: ReadonlyMap<number, string>;
  /** who sat on the body and does no more, by name, and since when */
  left: ReadonlyMap<string, Day>;
};

/**
 * What a reader must know that came after the pack was made, a sentence each. The pack itself stays as it was. Words for
 * the public name nobody.
 */
export function sinceMade(
  pack: PackVersion,
  now: StandsNow,
  { names }: { names: 'shown' | 'hidden' },
): readonly string[] {
  return [...ofMeeting(pack, now), ...(names === 'shown' ? ofOwners(pack, now) : [])];
}

function ofMeeting({ meeting }: PackVersion, { meeting: now }: StandsNow): string[] {
  if (now.state === 'cancelled') return ['The meeting was cancelled after this pack was made.'];
  const moved = now.on !== meeting.on || now.at !== meeting.at;
  return [
    ...(moved
      ? [
          `The meeting was moved after this pack was made: it was to be on ${sayDay(meeting.on)} at ${meeting.at}, and is now on ${sayDay(now.on)} at ${now.at}.`,
        ]
      : []),
    ...(now.place === meeting.place
      ? []
      : [`The meeting is now in another place: ${now.place || 'not said yet'}.`]),
  ];
}

function ofOwners(pack: PackVersion, { owners, left }: StandsNow): string[] {
  const decisions = pack.lastTime?.decisions ?? [];
  const actions = [...decisions.flatMap((decision) => decision.actions), ...pack.late];
  const changed = new Map<number, string>();
  for (const { number, owner } of actions) {
    const now = owners.get(number);
    if (now !== undefined && now !== owner.name)
      changed.set(
        number,
        `Action ${number} was ${owner.name || 'nobody'}’s when this pack was made. It is now ${now || 'nobody'}’s.`,
      );
  }
  const named = new Set(
    [...actions, ...decisions, ...pack.findingsDue].map(({ owner }) => owner.name).filter(Boolean),
  );
  const gone = [...left]
    .filter(([name]) => named.has(name))
    .map(([name, since]) => `${name}, who is named here, left the board on ${sayDay(since)}.`);
  return [...changed.values(), ...gone];
}
