/** A closed shape in degrees; the first point is not said again at the end. */
export type Polygon = readonly (readonly [x: number, y: number])[];

/** A place with the point round which its shape lies. */
export type Place = { key: string; at: readonly [x: number, y: number] };

/**
 * Divides land among places: each has what is nearer to it than to any other. Every shape is the land cut along the lines half
 * way to the others, so neighbours share their borders; corners are rounded to a ten-thousandth of a degree, so that they
 * share their very points.
 */
export function cellsAround(places: readonly Place[], land: Polygon): ReadonlyMap<string, Polygon> {
  return new Map(
    places.map((place) => {
      let cell = land;
      for (const other of places) if (other !== place) cell = nearerTo(cell, place.at, other.at);
      return [place.key, rounded(cell)];
    }),
  );
}

type Point = Polygon[number];

/** The part of a shape that is nearer to one point than to another. */
function nearerTo(shape: Polygon, [ax, ay]: Point, [bx, by]: Point): Polygon {
  const [dx, dy] = [bx - ax, by - ay];
  const middle = (bx * bx + by * by - ax * ax - ay * ay) / 2;
  const side = ([x, y]: Point) => x * dx + y * dy - middle;
  return shape.flatMap((from, at): Point[] => {
    const to = shape[(at + 1) % shape.length] ?? from;
    const [here, there] = [side(from), side(to)];
    const kept: Point[] = here <= 0 ? [from] : [];
    if ((here < 0 && there > 0) || (here > 0 && there < 0)) {
      const step = here / (here - there);
      kept.push([from[0] + (to[0] - from[0]) * step, from[1] + (to[1] - from[1]) * step]);
    }
    return kept;
  });
}

function rounded(shape: Polygon): Polygon {
  const points = shape.map(([x, y]): Point => [Number(x.toFixed(4)), Number(y.toFixed(4))]);
  return points.filter(([x, y], at) => {
    const [lastX, lastY] = points.at(at - 1) ?? [Number.NaN, Number.NaN];
    return points.length === 1 || x !== lastX || y !== lastY;
  });
}
