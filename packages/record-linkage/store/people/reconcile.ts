import type { Move, People } from './people.ts';

/** Clusters of some records: `members` in order, `clusterOf` the smallest record of each one's cluster. */
export type Reclustered = {
  readonly members: Int32Array;
  readonly clusterOf: Int32Array;
  /** records from this one on are new and have no person yet */
  readonly from: number;
  /** the person of each new record that is known already; 0 where it is not */
  readonly known: readonly number[];
};

/**
 * Gives clusters the numbers of people. Where a person's records part, most of them keep the number (the first of
 * them, where it is even); where people come together, the oldest number stays. Nobody else is moved.
 */
export function reconcile(
  people: People,
  of: Reclustered,
): { readonly moves: readonly Move[]; readonly people: readonly number[] } {
  const parts = partsOf(people, of);
  const moves: Move[] = [];
  let next = people.nextPerson;
  // by cluster: the people who make it up, each with their records
  const joining = new Map<number, { readonly person: number; readonly records: readonly number[] }[]>();
  for (const [person, clusters] of [...parts].sort(([one], [other]) => one - other)) {
    const heir = heirOf(clusters);
    for (const [cluster, records] of clusters) {
      let own = person;
      if (cluster !== heir) {
        own = next;
        next += 1;
        moves.push({ is: 'split', from: person, to: own, records });
      }
      const joined = joining.get(cluster) ?? [];
      joined.push({ person: own, records });
      joining.set(cluster, joined);
    }
  }
  const personOf = new Map<number, number>();
  for (const [cluster, joined] of joining) {
    const [oldest, ...others] = joined.toSorted((one, other) => one.person - other.person);
    if (!oldest) continue;
    personOf.set(cluster, oldest.person);
    for (const { person, records } of others)
      moves.push({ is: 'merged', from: person, to: oldest.person, records });
  }
  return { moves, people: peopleOfNew({ ...of, personOf, next }) };
}

/** By person and cluster, the records that were there. */
function partsOf(
  people: People,
  { members, clusterOf, from }: Reclustered,
): Map<number, Map<number, number[]>> {
  const parts = new Map<number, Map<number, number[]>>();
  for (let place = 0; place < members.length; place += 1) {
    const record = members[place] ?? 0;
    if (record >= from) continue;
    const person = people.personOf(record);
    const clusters = parts.get(person) ?? new Map<number, number[]>();
    parts.set(person, clusters);
    const cluster = clusterOf[place] ?? 0;
    const records = clusters.get(cluster);
    if (records) records.push(record);
    else clusters.set(cluster, [record]);
  }
  return parts;
}

/** The cluster with most of a person's records; the first of them among equals. */
function heirOf(clusters: ReadonlyMap<number, readonly number[]>): number {
  let [heir, most] = [-1, 0];
  for (const [cluster, records] of clusters)
    if (records.length > most || (records.length === most && cluster < heir))
      [heir, most] = [cluster, records.length];
  return heir;
}

/** A new record that joins nobody is a new person, and so is the first of several that join one another. */
function peopleOfNew(
  of: Reclustered & { readonly personOf: Map<number, number>; readonly next: number },
): number[] {
  const { members, clusterOf, from, personOf } = of;
  let next = of.next;
  const people = [...of.known];
  for (let place = 0; place < members.length; place += 1) {
    const record = members[place] ?? 0;
    if (record < from) continue;
    const cluster = clusterOf[place] ?? 0;
    let person = personOf.get(cluster);
    if (person === undefined) {
      person = next;
      next += 1;
      personOf.set(cluster, person);
    }
    people[record - from] = person;
  }
  for (let place = 0; place < people.length; place += 1)
    if (people[place] === 0) {
      people[place] = next;
      next += 1;
    }
  return people;
}
