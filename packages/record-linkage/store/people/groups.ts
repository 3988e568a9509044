import { pairClasses } from '../../linking/judge-pairs.ts';
import type { State } from '../state.ts';
import { leads } from './held-edges.ts';

/** Records that pairs lead to one another, in order, and the pairs among them. */
export type Group = { readonly members: readonly number[]; readonly edges: readonly number[] };

/** By the number of a class, whether its pairs lead from one record to another. */
const isLeading = pairClasses.map(leads);

/**
 * Everybody whom the newest records lead to by pairs that join or may, directly or in a chain, each group by itself. A record
 * that leads nowhere is in none.
 */
export function groupsFrom(state: State, from: number): readonly Group[] {
  const { count } = state.held;
  const groupOf = new Int32Array(count);
  const groups: Group[] = [];
  for (let record = from; record < count; record += 1) {
    if (groupOf[record] !== 0) continue;
    const number = groups.length + 1;
    const { members, edges } = reachedFrom(state, record, { groupOf, number });
    if (members.length === 1) {
      groupOf[record] = 0;
      continue;
    }
    const { right } = state.edges.arrays;
    groups.push({
      members: members.toSorted((one, other) => one - other),
      edges: edges.filter((edge) => groupOf[right.all[edge] ?? 0] === number),
    });
  }
  return groups;
}

type Marking = { readonly groupOf: Int32Array; readonly number: number };

/** Everybody whom one record leads to, and all pairs that they are the left of. */
function reachedFrom(
  { edges, together }: State,
  record: number,
  { groupOf, number }: Marking,
): { readonly members: readonly number[]; readonly edges: readonly number[] } {
  const { left, right, is, newest, before } = edges.arrays;
  const members = [record];
  const own: number[] = [];
  groupOf[record] = number;
  const reach = (other: number): void => {
    if (groupOf[other] === number) return;
    groupOf[other] = number;
    members.push(other);
  };
  for (let at = 0; at < members.length; at += 1) {
    const member = members[at] ?? 0;
    for (let half = newest.at(member); half >= 0; half = before.all[half] ?? -1) {
      const edge = half >> 1;
      const isLeft = (half & 1) === 0;
      if (isLeft) own.push(edge);
      if (isLeading[is.all[edge] ?? 0]) reach((isLeft ? right : left).all[edge] ?? 0);
    }
    for (const other of together.of(member)) reach(other);
  }
  return { members, edges: own };
}
