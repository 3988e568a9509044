import { geoTransverseMercator } from 'd3-geo';
import { cutRings, joinArcs, type CutRings } from './cut-arcs.ts';
import { boxOf, pathOfRings, twiceArea, type Outline, type PlanePoint, type Ring } from './outline.ts';
import type { Boundary } from './read-boundaries.ts';
import { simplified, weightsOf } from './simplify.ts';

/** As many metres as one step of the plane. */
export const stepMetres = 50;

/**
 * The plane of all maps: transverse Mercator about two degrees west, as the British National Grid has it, on a sphere.
 * Within a few metres in a thousand kilometres of nothing that a reader measures: for pictures, not for surveying.
 */
const projection = geoTransverseMercator()
  .rotate([2, 0])
  .scale(6_371_000 / stepMetres)
  .translate([0, 0]);

/** About as many points as an area needs to be known by its shape. */
const pointsOfAnArea = 60;

/** Enough for a picture of few areas to have fine borders. */
const leastPoints = 6000;

/**
 * Projects boundaries and leaves out the points that say least, so that all areas together keep about 60 points each (6,000
 * at least). Borders are simplified once for both sides: neighbours stay joined, without gaps or overlaps. Islets too small
 * to be seen go, unless they are all there is of an area.
 * @returns an outline for each boundary, in their order
 */
export function makeOutlines(boundaries: readonly Boundary[], most?: number): Outline[] {
  const owners = boundaries.map(({ polygons }) => polygons.flatMap((polygon) => polygon.map(projected)));
  const cut = cutRings(owners.flat().filter((ring) => ring.length > 2));
  const weights = cut.arcs.map(weightsOf);
  const wanted = most ?? Math.max(leastPoints, pointsOfAnArea * boundaries.length);
  const least = leastOf(weights, wanted);
  const inner = innerPoints(cut);
  const arcs = cut.arcs.map((arc, at) =>
    keepsShape({ arc, weights: weights[at] ?? new Float64Array(), inner: inner[at] ?? 0 }, least),
  );
  const rings = joinArcs({ arcs, rings: cut.rings });
  let next = 0;
  return boundaries.map(({ code }, at): Outline => {
    const all = (owners[at] ?? []).filter((ring) => ring.length > 2);
    const own = rings.slice(next, next + all.length);
    next += all.length;
    const kept = withoutIslets(own, least);
    return { key: code, path: pathOfRings(kept), box: boxOf(kept.flat()) ?? [0, 0, 0, 0] };
  });
}

/** One ring on the plane, without points that fall on the one before. */
function projected(ring: readonly (readonly [number, number])[]): Ring {
  const found: PlanePoint[] = [];
  for (const [longitude, latitude] of ring) {
    const [x, y] = projection([longitude, latitude]) ?? [0, 0];
    const point: PlanePoint = [Math.round(x), Math.round(y)];
    const last = found.at(-1);
    if (!last || last[0] !== point[0] || last[1] !== point[1]) found.push(point);
  }
  const [first] = found;
  const last = found.at(-1);
  return found.length > 1 && first && last && first[0] === last[0] && first[1] === last[1]
    ? found.slice(0, -1)
    : found;
}

/** The weight that as many points have as are wanted. */
function leastOf(weights: readonly Float64Array[], wanted: number): number {
  const all = Float64Array.from(weights.flatMap((some) => [...some].filter(Number.isFinite))).toSorted();
  return all.length <= wanted ? 0 : (all[all.length - wanted] ?? Infinity);
}

/** How many points each arc must keep between its ends, so that no ring of one or two arcs falls flat. */
function innerPoints({ arcs, rings }: CutRings): number[] {
  const needed = arcs.map(() => 0);
  for (const walks of rings)
    for (const { arc } of walks) needed[arc] = Math.max(needed[arc] ?? 0, 3 - walks.length);
  return needed;
}

/** An arc without its least points, however little is asked, with those that the shape of an area hangs on. */
function keepsShape(
  { arc, weights, inner }: { arc: Ring; weights: Float64Array; inner: number },
  least: number,
): Ring {
  const strongest = [...weights].filter(Number.isFinite).toSorted((a, b) => b - a);
  const enough = inner <= 0 ? Infinity : (strongest[inner - 1] ?? 0);
  return simplified(arc, weights, Math.min(least, enough));
}

/** Rings that would be a dot at any size, unless nothing else is left. */
function withoutIslets(rings: readonly Ring[], least: number): readonly Ring[] {
  const sizes = rings.map((ring) => Math.abs(twiceArea(ring)) / 2);
  const largest = Math.max(0, ...sizes);
  return rings.filter((_, at) => {
    const size = sizes[at] ?? 0;
    return size === largest || size > 4 * least;
  });
}
