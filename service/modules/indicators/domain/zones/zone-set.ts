import type { Day } from '#platform/kernel/day.ts';

/** A set of zones that a partnership draws: "Family partnership zones", "School pyramids", "Wards". */
export type ZoneSet = {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  /** newest first */
  readonly versions: readonly ZoneVersion[];
};

/** How a set of zones is made up between two days. */
export type ZoneVersion = {
  readonly id: string;
  readonly from: Day;
  /** undefined where it stands until further notice */
  readonly until: Day | undefined;
  readonly fileName: string;
  readonly madeAt: Date;
  readonly madeByName: string;
  /** the small areas of each zone, by the zone's code */
  readonly members: ReadonlyMap<string, readonly string[]>;
};

/** The version that stands on a day; where none does, the newest. */
export function versionOn(set: ZoneSet, day: Day): ZoneVersion | undefined {
  return (
    set.versions.find(({ from, until }) => from <= day && (until === undefined || day <= until)) ??
    set.versions[0]
  );
}

/** A name for an address: letters and digits of the set's name. */
export function zoneSetKey(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60);
}

/** The days from which a zone was made of other small areas than before. */
export function daysDrawnAnew({ versions }: ZoneSet, zone: string): readonly Day[] {
  return versions.flatMap(({ from, members }, at): Day[] => {
    const before = versions[at + 1]?.members.get(zone);
    const now = members.get(zone);
    const isSame =
      before !== undefined &&
      now !== undefined &&
      before.length === now.length &&
      before.every((each) => now.includes(each));
    return before === undefined || isSame ? [] : [from];
  });
}
