import type { Edges } from '../clusters/edges.ts';
import { pairClasses, type Judged } from './judge-pairs.ts';

/** Pairs that were judged, and the group that sure pairs put each record in. */
export type Grouped = { readonly pairs: Edges; readonly judged: Judged; readonly groupOf: Int32Array };

const likely = pairClasses.indexOf('likely');
const joining = [pairClasses.indexOf('sure'), likely];
const doubted = pairClasses.indexOf('doubted');

/**
 * Likely pairs (1 by row) of somebody who may as well be another: a group that likely or doubted pairs lead to two groups
 * which no pair that joins leads to one another. A record without a forename goes with either of two twins; which of them it is,
 * a person says.
 */
export function eitherOfTwo({ pairs, judged, groupOf }: Grouped): Uint8Array {
  const keyOf = (one: number, other: number): number =>
    Math.min(one, other) * groupOf.length + Math.max(one, other);
  const together = new Set<number>();
  const besides = new Map<number, Set<number>>();
  const isOpen = new Uint8Array(judged.classOf.length);
  const sides = (row: number): readonly [number, number] => [
    groupOf[pairs.left[row] ?? 0] ?? 0,
    groupOf[pairs.right[row] ?? 0] ?? 0,
  ];
  for (let row = 0; row < isOpen.length; row += 1) {
    const is = judged.classOf[row] ?? -1;
    if (!joining.includes(is) && is !== doubted) continue;
    const [one, other] = sides(row);
    if (one === other) continue;
    if (is !== doubted) together.add(keyOf(one, other));
    if (is === likely || is === doubted) {
      addTo(besides, one, other);
      addTo(besides, other, one);
    }
  }
  const open = new Set<number>();
  for (const [group, others] of besides)
    for (const one of others)
      for (const other of others)
        if (one !== other && !together.has(keyOf(one, other))) open.add(keyOf(group, one));
  for (let row = 0; row < isOpen.length; row += 1)
    if (judged.classOf[row] === likely && open.has(keyOf(...sides(row)))) isOpen[row] = 1;
  return isOpen;
}

function addTo(sets: Map<number, Set<number>>, group: number, other: number): void {
  const others = sets.get(group) ?? new Set();
  others.add(other);
  sets.set(group, others);
}
