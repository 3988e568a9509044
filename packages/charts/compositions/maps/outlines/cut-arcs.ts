import type { PlanePoint, Ring } from './outline.ts';

/**
 * Rings cut where borders meet, so that a border between two areas is one arc that both share. Each arc is held once;
 * a ring is a list of arcs, each to be walked forwards or backwards.
 */
export type CutRings = {
  readonly arcs: readonly Ring[];
  readonly rings: readonly (readonly { readonly arc: number; readonly backwards: boolean }[])[];
};

/**
 * Cuts rings at every point where more than two borders meet. Neighbours must use the very same points along their common
 * border, as files of one publication do. An arc that is a whole ring begins at its smallest point, whoever walks it.
 */
export function cutRings(rings: readonly Ring[]): CutRings {
  const isCorner = cornersOf(rings);
  const arcs: Ring[] = [];
  const byKey = new Map<string, number>();
  const keep = (walked: Ring): { arc: number; backwards: boolean } => {
    const turned = walked.toReversed();
    const backwards = keyOf(turned) < keyOf(walked);
    const kept = backwards ? turned : walked;
    const key = keyOf(kept);
    const arc = byKey.get(key) ?? arcs.push(kept) - 1;
    byKey.set(key, arc);
    return { arc, backwards };
  };
  return { rings: rings.map((ring) => walksOf(ring, isCorner).map(keep)), arcs };
}

/** The rings again, from arcs that may have lost points since they were cut. */
export function joinArcs({ arcs, rings }: CutRings): Ring[] {
  return rings.map((walks) =>
    walks.flatMap(({ arc, backwards }) => {
      const points = arcs[arc] ?? [];
      return (backwards ? points.toReversed() : points).slice(0, -1);
    }),
  );
}

function pointKey([x, y]: PlanePoint): string {
  return `${x},${y}`;
}

function keyOf(points: Ring): string {
  return points.map(pointKey).join(' ');
}

/** A point is a corner where its neighbours along all rings are not the same two. */
function cornersOf(rings: readonly Ring[]): (point: PlanePoint) => boolean {
  const beside = new Map<string, string>();
  const corners = new Set<string>();
  for (const ring of rings)
    for (const [at, point] of ring.entries()) {
      const before = pointKey(ring.at(at - 1) ?? point);
      const after = pointKey(ring[(at + 1) % ring.length] ?? point);
      const both = before < after ? `${before} ${after}` : `${after} ${before}`;
      const key = pointKey(point);
      const known = beside.get(key);
      if (known !== undefined && known !== both) corners.add(key);
      beside.set(key, both);
    }
  return (point) => corners.has(pointKey(point));
}

/** The stretches of a ring from corner to corner, both ends included; a ring without corners is one stretch. */
function walksOf(ring: Ring, isCorner: (point: PlanePoint) => boolean): Ring[] {
  const corners = ring.flatMap((point, at) => (isCorner(point) ? [at] : []));
  const starts = corners.length > 0 ? corners : [smallestAt(ring)];
  return starts.map((start, index) => {
    const end = (starts[index + 1] ?? (starts[0] ?? 0) + ring.length) + 1;
    return Array.from({ length: end - start }, (_, step) => ring[(start + step) % ring.length]).filter(
      (point) => point !== undefined,
    );
  });
}

function smallestAt(ring: Ring): number {
  let found = 0;
  for (const [at, [x, y]] of ring.entries()) {
    const [leastX, leastY] = ring[found] ?? [x, y];
    if (x < leastX || (x === leastX && y < leastY)) found = at;
  }
  return found;
}
