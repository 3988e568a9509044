import type { PairClass } from '../../linking/judge-pairs.ts';
import { growingInts, growingNumbers, type Ints, type Numbers } from '../held/growing.ts';

/** What edges are kept as. */
export type EdgeArrays = {
  readonly left: Ints;
  readonly right: Ints;
  readonly score: Numbers;
  /** the number of its class */
  readonly is: Ints;
  /** by record: its newest edge, twice its number, and one more where the record is the right; -1 for none */
  readonly newest: Ints;
  /** by edge and side: the edge of the same record before it */
  readonly before: Ints;
};

/** A pair that joins, keeps apart, or says how well two people go together: its score, and the number of its class. */
export type Edge = {
  readonly left: number;
  readonly right: number;
  readonly score: number;
  readonly is: number;
};

/** Whether pairs of a class lead from one record to another: they join, or say who else somebody may as well be. */
export function leads(is: PairClass): boolean {
  return is === 'sure' || is === 'likely' || is === 'doubted';
}

/** Whether a pair has a say in who is one person: by its class, or as likely enough to hold two people together. */
export function counts(
  { is, score }: { readonly is: PairClass; readonly score: number },
  from: number,
): boolean {
  return is !== 'unrelated' || score >= from;
}

/** Pairs by record. The newest can be taken out again. */
export class HeldEdges {
  readonly arrays: EdgeArrays;

  constructor(arrays?: EdgeArrays) {
    this.arrays = arrays ?? {
      left: growingInts(),
      right: growingInts(),
      score: growingNumbers(),
      is: growingInts(),
      newest: growingInts(),
      before: growingInts(),
    };
  }

  get count(): number {
    return this.arrays.left.size;
  }

  /** Makes room for so many records. */
  cover(records: number): void {
    const { newest } = this.arrays;
    newest.reserve(records);
    while (newest.size < records) newest.push(-1);
  }

  add({ left, right, score, is }: Edge): void {
    const edge = this.count;
    const { newest, before } = this.arrays;
    this.arrays.left.push(left);
    this.arrays.right.push(right);
    this.arrays.score.push(score);
    this.arrays.is.push(is);
    before.push(newest.at(left));
    before.push(newest.at(right));
    newest.all[left] = edge * 2;
    newest.all[right] = edge * 2 + 1;
  }

  /** Takes out what came after the first so many edges, and after so many records. */
  keepFirst(count: number, records: number): void {
    const { left, right, score, is, newest, before } = this.arrays;
    for (let edge = this.count - 1; edge >= count; edge -= 1) {
      newest.all[right.at(edge)] = before.at(edge * 2 + 1);
      newest.all[left.at(edge)] = before.at(edge * 2);
      left.size = edge;
      right.size = edge;
      score.size = edge;
      is.size = edge;
      before.size = edge * 2;
    }
    newest.size = records;
  }

  /** Calls with each edge of a record and the record at its other end. */
  forEachOf(record: number, visit: (edge: number, other: number) => void): void {
    const { left, right, newest, before } = this.arrays;
    let half = newest.at(record);
    if (record >= newest.size) return;
    while (half >= 0) {
      const edge = half >> 1;
      visit(edge, (half & 1) === 0 ? right.at(edge) : left.at(edge));
      half = before.at(half);
    }
  }
}
