import type { Decided, Point, Series } from '../series.ts';

/** A point whose value is a number. */
export type NumberPoint = Point & { value: { kind: 'number'; number: number } };

/** A place where a series breaks: the last number before it, the first after it, and its place in time. */
export type SeriesBreak = {
  before: NumberPoint;
  after: NumberPoint;
  order: number;
  reason: string | undefined;
};

/** The points of a series in time. */
export function inTime(series: Series): readonly Point[] {
  return series.points.toSorted((a, b) => a.order - b.order);
}

/** Whether a point holds a number, and not the reason why there is none. */
export function isNumber(point: Point): point is NumberPoint {
  return point.value.kind === 'number';
}

/**
 * The stretches of a series that may be joined by a line: a status ends a stretch, and so does a point that does not
 * join the one before it, or before which it was decided that the line begins anew. No line is ever drawn from one
 * stretch to the next.
 */
export function runsOf(series: Series): readonly (readonly NumberPoint[])[] {
  const runs: NumberPoint[][] = [];
  let current: NumberPoint[] = [];
  for (const point of inTime(series)) {
    if (!isNumber(point) || !point.joinsPrevious || point.decided?.where === 'before') current = [];
    if (!isNumber(point)) continue;
    if (current.length === 0) runs.push(current);
    current.push(point);
  }
  return runs;
}

/**
 * The breaks of a series: where numbers stand on both sides and a point in between, or the later number, does not join
 * what came before it. A break lies half-way between that point and the one before.
 */
export function breaksOf(series: Series): readonly SeriesBreak[] {
  const breaks: SeriesBreak[] = [];
  let before: NumberPoint | undefined;
  let previous: Point | undefined;
  let broken: { order: number; reason: string | undefined } | undefined;
  for (const point of inTime(series)) {
    if (!point.joinsPrevious && previous !== undefined) {
      broken = { order: (previous.order + point.order) / 2, reason: point.breakReason };
    }
    previous = point;
    if (!isNumber(point)) continue;
    if (broken !== undefined && before !== undefined) breaks.push({ before, after: point, ...broken });
    before = point;
    broken = undefined;
  }
  return breaks;
}

/** What was decided about a series, in time: each with the place half-way to the point on its other side. */
export function decisionsOf(series: Series): readonly (Decided & { at: Point; order: number })[] {
  const points = inTime(series);
  return points.flatMap((at, index) => {
    if (!at.decided) return [];
    const beside = points[at.decided.where === 'before' ? index - 1 : index + 1];
    return [{ ...at.decided, at, order: beside ? (at.order + beside.order) / 2 : at.order }];
  });
}

/** The latest point of a series that has a number. */
export function latestNumber(series: Series): NumberPoint | undefined {
  return inTime(series).filter(isNumber).at(-1);
}
