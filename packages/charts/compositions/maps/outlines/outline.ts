/** A point on the map's own plane, in whole steps of 50 metres; y grows to the south, as on a screen. */
export type PlanePoint = readonly [x: number, y: number];

/** A closed ring of points; the first is not said again at the end. */
export type Ring = readonly PlanePoint[];

/** Left, top, right and bottom of something on the plane. */
export type Box = readonly [left: number, top: number, right: number, bottom: number];

/**
 * The outline of one area on the plane: an SVG path of whole numbers ("M1,2 3,4 5,6Z"), made once when the boundary file is
 * read and drawn at any size afterwards.
 */
export type Outline = { key: string; path: string; box: Box };

/** Rings as a path. Rings of fewer than three points enclose nothing and are left out. */
export function pathOfRings(rings: readonly Ring[]): string {
  return rings
    .filter((ring) => ring.length > 2)
    .map((ring) => `M${ring.map(([x, y]) => `${x},${y}`).join(' ')}Z`)
    .join('');
}

/** The rings of a path that `pathOfRings` made; what is no such path has none. */
export function ringsOfPath(path: string): Ring[] {
  return path
    .split('Z')
    .filter((part) => part.startsWith('M'))
    .map((part) =>
      part
        .slice(1)
        .split(' ')
        .flatMap((pair): PlanePoint[] => {
          const [x, y] = pair.split(',').map(Number);
          return x !== undefined && y !== undefined && Number.isFinite(x) && Number.isFinite(y)
            ? [[x, y]]
            : [];
        }),
    );
}

/** The smallest box round all points; undefined where there are none. */
export function boxOf(points: Iterable<PlanePoint>): Box | undefined {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x);
    bottom = Math.max(bottom, y);
  }
  return left === Infinity ? undefined : [left, top, right, bottom];
}

/** The smallest box round several; undefined where there are none. */
export function boxRound(boxes: readonly Box[]): Box | undefined {
  return boxOf(
    boxes.flatMap(([left, top, right, bottom]): PlanePoint[] => [
      [left, top],
      [right, bottom],
    ]),
  );
}

/** Twice the area that a ring encloses; negative where it runs the other way round. */
export function twiceArea(ring: Ring): number {
  let sum = 0;
  for (const [at, [x, y]] of ring.entries()) {
    const [nextX, nextY] = ring[(at + 1) % ring.length] ?? [x, y];
    sum += x * nextY - nextX * y;
  }
  return sum;
}

/**
 * The middle of an area, for its name and for its place among tiles: the centre of gravity of its largest ring; the middle
 * of its box where it has no extent.
 */
export function middleOf({ path, box }: Pick<Outline, 'path' | 'box'>): PlanePoint {
  const rings = ringsOfPath(path);
  const [largest] = rings.toSorted((a, b) => Math.abs(twiceArea(b)) - Math.abs(twiceArea(a)));
  const doubled = largest ? twiceArea(largest) : 0;
  if (!largest || doubled === 0) return [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
  let [sumX, sumY] = [0, 0];
  for (const [at, [x, y]] of largest.entries()) {
    const [nextX, nextY] = largest[(at + 1) % largest.length] ?? [x, y];
    const part = x * nextY - nextX * y;
    sumX += (x + nextX) * part;
    sumY += (y + nextY) * part;
  }
  return [sumX / (3 * doubled), sumY / (3 * doubled)];
}
