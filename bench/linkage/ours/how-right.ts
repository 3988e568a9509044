import type { Edges } from '#packages/record-linkage';

/** How right pairs are at their best threshold, and how many false ones they hold where so many true ones are found. */
export type HowRight = {
  readonly bestF1: number;
  /** the weight from which pairs are taken there */
  readonly bestFrom: number;
  /** undefined where that recall is never reached */
  readonly falseAtRecall: number | undefined;
};

/** Takes pairs from the heaviest to the lightest; `person` is the truth by record, `real` how many pairs are true. */
export function howRight(
  { left, right, weight }: Edges,
  person: Int32Array,
  { real, recall }: { readonly real: number; readonly recall: number },
): HowRight {
  const order = Uint32Array.from(weight, (_, pair) => pair).sort(
    (one, other) => (weight[other] ?? 0) - (weight[one] ?? 0),
  );
  let [isTrue, bestF1, bestFrom] = [0, 0, Infinity];
  let falseAtRecall: number | undefined;
  for (let at = 0; at < order.length; at += 1) {
    const pair = order[at] ?? 0;
    if (person[left[pair] ?? 0] === person[right[pair] ?? 0]) isTrue += 1;
    const next = weight[order[at + 1] ?? -1];
    if (next === weight[pair]) continue;
    const f1 = (2 * isTrue) / (at + 1 + real);
    if (f1 > bestF1) [bestF1, bestFrom] = [f1, weight[pair] ?? 0];
    if (falseAtRecall === undefined && isTrue >= recall * real) falseAtRecall = at + 1 - isTrue;
  }
  return { bestF1, bestFrom, falseAtRecall };
}

/** Pairs of records that were put together though they are of two people, by what the two are to one another. */
export type WronglyTogether = {
  readonly twins: number;
  readonly siblings: number;
  readonly others: number;
};

/** The truth by record: whose it is, which family's, and when that child was born. */
export type TruthOfRecords = {
  readonly person: Int32Array;
  readonly family: Int32Array;
  readonly birth: Int32Array;
};

/** Counts the pairs within clusters that are of two people. Twins are children of one family with one birthday. */
export function wronglyTogether(clusterOf: Int32Array, truth: TruthOfRecords): WronglyTogether {
  const births = birthOfPerson(truth);
  const counts = { twins: 0, siblings: 0, others: 0 };
  const clusters = Map.groupBy(clusterOf.keys(), (record) => clusterOf[record] ?? record);
  for (const records of clusters.values())
    for (const [place, one] of records.entries())
      for (const other of records.slice(place + 1)) {
        const [first, second] = [truth.person[one] ?? -1, truth.person[other] ?? -1];
        if (first === second) continue;
        if (truth.family[one] !== truth.family[other]) counts.others += 1;
        else if (births.get(first) === births.get(second)) counts.twins += 1;
        else counts.siblings += 1;
      }
  return counts;
}

/** The date that most of a person's records give. */
function birthOfPerson({ person, birth }: TruthOfRecords): ReadonlyMap<number, number> {
  const records = Map.groupBy(person.keys(), (record) => person[record] ?? -1);
  return new Map(
    [...records].map(([one, own]): [number, number] => {
      const dates = Map.groupBy(
        own.map((record) => birth[record] ?? -1).filter((date) => date >= 0),
        (date) => date,
      );
      const [most] = [...dates].toSorted((a, b) => b[1].length - a[1].length || a[0] - b[0]);
      return [one, most?.[0] ?? -1 - one];
    }),
  );
}
