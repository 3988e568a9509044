import type { Edges } from './edges.ts';

/** For each record, the records that an edge joins it with, once each: `of[starts[r]] … of[starts[r + 1] - 1]`. */
export type Neighbours = { readonly starts: Uint32Array; readonly of: Int32Array };

/** The neighbours by these edges (numbers into the columns). */
export function neighboursBy(records: number, edges: Edges, order: Uint32Array): Neighbours {
  const starts = new Uint32Array(records + 1);
  const count = (record: number): void => {
    starts[record + 1] = (starts[record + 1] ?? 0) + 1;
  };
  for (const edge of order) {
    count(edges.left[edge] ?? 0);
    count(edges.right[edge] ?? 0);
  }
  for (let record = 0; record < records; record += 1)
    starts[record + 1] = (starts[record + 1] ?? 0) + (starts[record] ?? 0);
  const at = starts.slice();
  const of = new Int32Array(order.length * 2);
  const put = (record: number, neighbour: number): void => {
    of[at[record] ?? 0] = neighbour;
    at[record] = (at[record] ?? 0) + 1;
  };
  for (const edge of order) {
    put(edges.left[edge] ?? 0, edges.right[edge] ?? 0);
    put(edges.right[edge] ?? 0, edges.left[edge] ?? 0);
  }
  return onceEach({ starts, of });
}

/** The same without a neighbour named twice, as where two edges join the same records. */
function onceEach({ starts, of }: Neighbours): Neighbours {
  const kept = new Uint32Array(starts.length);
  let at = 0;
  for (let record = 0; record + 1 < starts.length; record += 1) {
    const own = of.subarray(starts[record], starts[record + 1]).sort();
    let before = -1;
    for (const neighbour of own) {
      if (neighbour !== before) of[at++] = neighbour;
      before = neighbour;
    }
    kept[record + 1] = at;
  }
  return { starts: kept, of: of.subarray(0, at) };
}
