import type { Refusal } from '../result.ts';

/** Scored pairs in columns: edge e joins the records `left[e]` and `right[e]`, with this match weight (log2 of odds). */
export type Edges = {
  readonly left: Int32Array;
  readonly right: Int32Array;
  readonly weight: Float64Array;
};

/** What is wrong with these edges over records numbered from 0, or nothing: lengths, numbers out of range, no weight. */
export function faultInEdges(records: number, { left, right, weight }: Edges): Refusal | undefined {
  if (left.length !== right.length || left.length !== weight.length)
    return {
      reason: 'columns-differ',
      place: 'edges',
      words: `The edges' columns have ${left.length}, ${right.length} and ${weight.length} rows. Give one left record, one right record and one weight for each edge.`,
    };
  for (let edge = 0; edge < left.length; edge += 1) {
    const one = left[edge] ?? -1;
    const other = right[edge] ?? -1;
    if (!isPair(records, one, other))
      return faultAt(edge, `joins ${one} and ${other}, and records go from 0 to ${records - 1}`);
    if (Number.isNaN(weight[edge])) return faultAt(edge, 'has no weight');
  }
  return undefined;
}

/** Whether these are two different records among so many. */
export function isPair(records: number, one: number, other: number): boolean {
  return one >= 0 && one < records && other >= 0 && other < records && one !== other;
}

function faultAt(edge: number, what: string): Refusal {
  return {
    reason: 'bad-edge',
    place: `edges, row ${edge}`,
    words: `Edge ${edge} ${what}. Leave it out, or number the records as they were when the pairs were scored.`,
  };
}
