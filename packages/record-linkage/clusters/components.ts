import { done, refuse } from '../result.ts';
import type { Result } from '../result.ts';
import { edgesInOrder } from './edge-order.ts';
import { faultInEdges } from './edges.ts';
import type { Edges } from './edges.ts';
import { UnionFind } from './union-find.ts';

/**
 * Connected components: records that a chain of edges of at least the threshold joins. For each threshold, in the order
 * asked, the smallest record of each record's component. Refuses edges that are no pair of records.
 */
export function componentsAt(
  records: number,
  edges: Edges,
  thresholds: readonly number[],
): Result<readonly Int32Array[]> {
  const fault = faultInEdges(records, edges);
  if (fault) return refuse(fault);
  const [only] = thresholds;
  if (only !== undefined && thresholds.length === 1) return done([componentsAbove(records, edges, only)]);
  const order = edgesInOrder(edges, Math.min(...thresholds));
  const joining = new UnionFind(records);
  const labels = new Map<number, Int32Array>();
  let at = 0;
  for (const threshold of thresholds.toSorted((one, other) => other - one)) {
    for (; at < order.length && (edges.weight[order[at] ?? 0] ?? 0) >= threshold; at += 1)
      joining.join(edges.left[order[at] ?? 0] ?? 0, edges.right[order[at] ?? 0] ?? 0);
    labels.set(threshold, joining.labels());
  }
  return done(thresholds.map((threshold) => labels.get(threshold) ?? new Int32Array()));
}

function componentsAbove(records: number, { left, right, weight }: Edges, threshold: number): Int32Array {
  const joining = new UnionFind(records);
  for (let edge = 0; edge < weight.length; edge += 1)
    if ((weight[edge] ?? 0) >= threshold) joining.join(left[edge] ?? 0, right[edge] ?? 0);
  return joining.labels();
}
