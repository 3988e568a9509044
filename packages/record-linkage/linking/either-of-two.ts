import type { Edges } from '../clusters/edges.ts';
import { pairClasses, type Judged } from './judge-pairs.ts';

/** Pairs that were judged, and the group that sure pairs put each record in. */
export type Grouped = { readonly pairs: Edges; readonly judged: Judged; readonly groupOf: Int32Array };

const likely = pairClasses.indexOf('likely');
const joining = [pairClasses.indexOf('sure'), likely];
const doubted = pairClasses.indexOf('doubted');
const keepingApart = [pairClasses.indexOf('ask'), pairClasses.indexOf('same-family')];

/** What pairs say of groups: two at a time, as one number. */
type Said = {
  /** some pair joins them */
  readonly together: ReadonlySet<number>;
  /** some pair across them is a question, or of one family */
  readonly against: ReadonlySet<number>;
  /** by group, those that likely or doubted pairs lead to */
  readonly besides: ReadonlyMap<number, ReadonlySet<number>>;
};

/**
 * Likely pairs (1 by row) that do not join. Of somebody who may as well be another: a group that likely or doubted pairs
 * lead to two groups which no pair that joins leads to one another. A record without a forename goes with either of two
 * twins; which of them it is, a person says. And of two groups that another pair across them keeps apart: where one
 * record has no forename, those beside it may have one.
 */
export function eitherOfTwo(of: Grouped): Uint8Array {
  const { judged } = of;
  const isOpen = new Uint8Array(judged.classOf.length);
  const keyOf = keysOf(of);
  const { together, against, besides } = saidOf(of, keyOf);
  const open = new Set<number>(against);
  for (const [group, others] of besides)
    for (const one of others)
      for (const other of others)
        if (one !== other && !together.has(keyOf(one, other))) open.add(keyOf(group, one));
  for (let row = 0; row < isOpen.length; row += 1)
    if (judged.classOf[row] === likely && open.has(keyOf(...sidesOf(of, row)))) isOpen[row] = 1;
  return isOpen;
}

type KeyOf = (one: number, other: number) => number;

function keysOf({ groupOf }: Grouped): KeyOf {
  return (one, other) => Math.min(one, other) * groupOf.length + Math.max(one, other);
}

function saidOf(of: Grouped, keyOf: KeyOf): Said {
  const { classOf } = of.judged;
  const together = new Set<number>();
  const against = new Set<number>();
  const besides = new Map<number, Set<number>>();
  for (let row = 0; row < classOf.length; row += 1) {
    const is = classOf[row] ?? -1;
    const [one, other] = sidesOf(of, row);
    if (one === other) continue;
    if (joining.includes(is)) together.add(keyOf(one, other));
    if (is !== likely && is !== doubted) continue;
    addTo(besides, one, other);
    addTo(besides, other, one);
  }
  for (let row = 0; row < classOf.length; row += 1) {
    if (!keepingApart.includes(classOf[row] ?? -1)) continue;
    const key = keyOf(...sidesOf(of, row));
    if (together.has(key)) against.add(key);
  }
  return { together, against, besides };
}

function sidesOf({ pairs, groupOf }: Grouped, row: number): readonly [number, number] {
  return [groupOf[pairs.left[row] ?? 0] ?? 0, groupOf[pairs.right[row] ?? 0] ?? 0];
}

function addTo(sets: Map<number, Set<number>>, group: number, other: number): void {
  const others = sets.get(group) ?? new Set();
  others.add(other);
  sets.set(group, others);
}
