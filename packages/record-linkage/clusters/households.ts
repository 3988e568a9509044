import { UnionFind } from './union-find.ts';

/** What households are made of: who each record's person is, and where each record lives. */
export type ToHouse = {
  /** for each record, its person (the smallest record of its cluster) */
  readonly clusterOf: Int32Array;
  /** for each record, the number of its address; -1 where it has none */
  readonly homeOf: Int32Array;
  /** addresses by which nobody is ever joined: refuges, safe addresses, placements */
  readonly protectedHomes: ReadonlySet<number>;
  /** records that are protected themselves: no address joins them with anybody */
  readonly protectedRecords?: ReadonlySet<number>;
  /** an address with more people than this is a hostel or a school, not a household */
  readonly mostPeople?: number;
};

/** Records in households, and the addresses that joined nobody, with why. */
export type Households = {
  /** for each record, the smallest record of its household */
  readonly householdOf: Int32Array;
  readonly notJoined: readonly { readonly home: number; readonly reason: 'protected' | 'too-many-people' }[];
};

/**
 * Households: people who have an address in common, directly or in a chain. A protected address joins nobody; whoever has
 * one is joined by no other address either, for an earlier home would lead to the safe one. An address that too many
 * people share (more than 20 unless said otherwise) joins nobody.
 */
export function householdsOf(of: ToHouse): Households {
  const { clusterOf, homeOf, protectedHomes, mostPeople = 20 } = of;
  const hidden = peopleHidden(of);
  const peopleAt = new Map<number, Set<number>>();
  for (let record = 0; record < homeOf.length; record += 1) {
    const home = homeOf[record] ?? -1;
    const person = clusterOf[record] ?? record;
    if (home < 0 || hidden.has(person)) continue;
    const people = peopleAt.get(home);
    if (people) people.add(person);
    else peopleAt.set(home, new Set([person]));
  }
  const joining = new UnionFind(homeOf.length);
  for (let record = 0; record < clusterOf.length; record += 1)
    joining.join(record, clusterOf[record] ?? record);
  const notJoined: { home: number; reason: 'protected' | 'too-many-people' }[] = [...protectedHomes].map(
    (home) => ({
      home,
      reason: 'protected',
    }),
  );
  for (const [home, people] of peopleAt) {
    if (protectedHomes.has(home)) continue;
    if (people.size > mostPeople) notJoined.push({ home, reason: 'too-many-people' });
    else joinAll(joining, people);
  }
  return { householdOf: joining.labels(), notJoined };
}

/** A person with a protected record or a protected address is joined with nobody by any address. */
function peopleHidden({ clusterOf, homeOf, protectedHomes, protectedRecords }: ToHouse): ReadonlySet<number> {
  const hidden = new Set<number>();
  for (let record = 0; record < homeOf.length; record += 1)
    if (protectedHomes.has(homeOf[record] ?? -1) || protectedRecords?.has(record))
      hidden.add(clusterOf[record] ?? record);
  return hidden;
}

function joinAll(joining: UnionFind, people: ReadonlySet<number>): void {
  const [first = 0, ...others] = people;
  for (const other of others) joining.join(first, other);
}
