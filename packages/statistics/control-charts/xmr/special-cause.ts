import { sideOf } from '../series.ts';
import type { Series } from '../series.ts';

/** What a point shows, by the first rule that applies; `common-cause` where none does. */
export type SpecialCause =
  | 'above-limit'
  | 'below-limit'
  | 'rising'
  | 'falling'
  | 'two-of-three-above'
  | 'two-of-three-below'
  | 'seven-above'
  | 'seven-below'
  | 'common-cause';

/** Centre and limits of one part of a chart; the near limits lie at two thirds of the distance. */
export type Lines = {
  readonly centre: number;
  readonly lower: number;
  readonly upper: number;
  readonly lowerNear: number;
  readonly upperNear: number;
};

type Side = -1 | 0 | 1;

/** Points in a row that make a trend or a shift. */
const enough = 7;

/**
 * What each point of one part shows, in the order of the rules: the first is its cause, and any others apply as well.
 * A point that is missing shows nothing, and no rule reaches across it.
 */
export function specialCauses(values: Series, lines: Lines): readonly (readonly SpecialCause[])[] {
  const outside = values.map((value) => outsideOf(value, lines));
  const trend = trends(values);
  const pair = twoOfThree(values, lines);
  const shift = shifts(values, lines);
  return values.map((_, place) => {
    const at = (of: readonly Side[]): Side => of[place] ?? 0;
    return [
      ...named(at(outside), 'above-limit', 'below-limit'),
      ...named(at(trend), 'rising', 'falling'),
      ...named(at(pair), 'two-of-three-above', 'two-of-three-below'),
      ...named(at(shift), 'seven-above', 'seven-below'),
    ];
  });
}

function named(side: Side, up: SpecialCause, down: SpecialCause): readonly SpecialCause[] {
  if (side === 0) return [];
  return [side === 1 ? up : down];
}

function outsideOf(value: number | undefined, { lower, upper }: Lines): Side {
  if (value === undefined) return 0;
  if (sideOf(value, upper) === 1) return 1;
  return sideOf(value, lower) === -1 ? -1 : 0;
}

/** Seven or more points that rise, or fall, each from the one before it. Where one trend ends and another begins, the later counts. */
function trends(values: Series): readonly Side[] {
  const steps = values.map((value, place): Side => {
    const before = place === 0 ? undefined : values[place - 1];
    if (value === undefined || before === undefined || value === before) return 0;
    return value > before ? 1 : -1;
  });
  const marked = values.map((): Side => 0);
  for (const { from, to, side } of stretches(steps)) {
    if (side === 0 || to - from < enough - 1) continue;
    // a step stands at its end, so that the trend begins a point before it
    marked.fill(side, from - 1, to);
  }
  return marked;
}

/** Seven or more points in a row on one side of the centre line. */
function shifts(values: Series, { centre }: Lines): readonly Side[] {
  const sides = sidesOf(values, centre);
  const marked = values.map((): Side => 0);
  for (const { from, to, side } of stretches(sides)) if (to - from >= enough) marked.fill(side, from, to);
  return marked;
}

/** Of three in a row on one side, two or three between near limit and limit: those are marked, the third is not. */
function twoOfThree(values: Series, lines: Lines): readonly Side[] {
  const sides = sidesOf(values, lines.centre);
  const near = values.map((value) => isNear(value, lines));
  const marked = values.map((): Side => 0);
  for (let place = 0; place + 3 <= values.length; place += 1) {
    const [side = 0, ...others] = sides.slice(place, place + 3);
    if (side === 0 || others.some((other) => other !== side)) continue;
    const three = [place, place + 1, place + 2].filter((each) => near[each]);
    if (three.length >= 2) for (const each of three) marked[each] = side;
  }
  return marked;
}

function isNear(value: number | undefined, lines: Lines): boolean {
  if (value === undefined || outsideOf(value, lines) !== 0) return false;
  return sideOf(value, lines.upperNear) === 1 || sideOf(value, lines.lowerNear) === -1;
}

function sidesOf(values: Series, line: number): readonly Side[] {
  return values.map((value) => (value === undefined ? 0 : sideOf(value, line)));
}

type Stretch = { readonly from: number; readonly to: number; readonly side: Side };

/** Runs of equal sides. */
function stretches(sides: readonly Side[]): readonly Stretch[] {
  const made: Stretch[] = [];
  let from = 0;
  for (let place = 1; place <= sides.length; place += 1) {
    const side = sides[from] ?? 0;
    if (place < sides.length && sides[place] === side) continue;
    made.push({ from, to: place, side });
    from = place;
  }
  return made;
}
