import { boxOf, pathOfRings, ringsOfPath, type Outline, type PlanePoint, type Ring } from './outline.ts';

type Edge = readonly [from: PlanePoint, to: PlanePoint];

/**
 * One outline round several areas that lie side by side: every stretch of border that two of them share is gone. The
 * areas must come from one set of outlines, so that they share their points.
 * @returns undefined where nothing is given
 */
export function dissolve(key: string, outlines: readonly Pick<Outline, 'path'>[]): Outline | undefined {
  const edges = new Map<string, Edge>();
  for (const ring of outlines.flatMap(({ path }) => ringsOfPath(path)))
    for (const [at, from] of ring.entries()) {
      const to = ring[(at + 1) % ring.length] ?? from;
      const name = edgeKey(from, to);
      if (!edges.delete(name)) edges.set(name, [from, to]);
    }
  const rings = ringsOfEdges([...edges.values()]);
  const box = boxOf(rings.flat());
  return box && { key, path: pathOfRings(rings), box };
}

function edgeKey(from: PlanePoint, to: PlanePoint): string {
  const [a, b] = [`${from[0]},${from[1]}`, `${to[0]},${to[1]}`];
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}

/** Walks along edges, either way, until each was walked once. */
function ringsOfEdges(edges: readonly Edge[]): Ring[] {
  const at = new Map<string, Set<number>>();
  const keyOf = ([x, y]: PlanePoint) => `${x},${y}`;
  for (const [index, edge] of edges.entries())
    for (const point of edge) {
      const known = at.get(keyOf(point)) ?? new Set<number>();
      at.set(keyOf(point), known.add(index));
    }
  const take = (point: PlanePoint): PlanePoint | undefined => {
    const [index] = at.get(keyOf(point)) ?? [];
    const edge = index === undefined ? undefined : edges[index];
    if (index === undefined || !edge) return undefined;
    for (const end of edge) at.get(keyOf(end))?.delete(index);
    return keyOf(edge[0]) === keyOf(point) ? edge[1] : edge[0];
  };
  const rings: Ring[] = [];
  for (const [start] of edges) {
    const ring: PlanePoint[] = [];
    for (let point = take(start); point; point = take(point)) ring.push(point);
    if (ring.length > 2) rings.push(ring);
  }
  return rings;
}
