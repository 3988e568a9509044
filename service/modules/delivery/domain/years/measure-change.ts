import { formatInUnit, type Point, type Unit } from '#packages/charts';
import type { Day } from '#platform/kernel/day.ts';

type Ended = { period: string; value: number; end: string };

/** The figures of a line whose days are known, the oldest first. */
function ended(points: readonly Point[]): Ended[] {
  return points
    .flatMap(({ period, value, end }) =>
      value.kind === 'number' && end !== undefined ? [{ period, value: value.number, end }] : [],
    )
    .toSorted((a, b) => a.end.localeCompare(b.end));
}

/**
 * What a measure was when a year began and what it was last known to be in it, in a sentence; undefined where no number
 * is known. It says two numbers and judges nothing: a difference of one year may be chance.
 */
export function sayYearChange(
  points: readonly Point[],
  unit: Unit,
  { from, until }: { from: Day; until: Day },
): string | undefined {
  const known = ended(points);
  const before = known.findLast(({ end }) => end < from);
  const last = known.findLast(({ end }) => end <= until);
  const say = ({ value, period }: Ended) => `${formatInUnit(value, unit)} (${period})`;
  if (!last) return undefined;
  if (!before) return `The first number is of this year: ${say(last)}.`;
  if (before.end === last.end)
    return `It was ${say(before)} when the year began, and no newer number was known when it ended.`;
  return `It was ${say(before)} when the year began, and ${say(last)} was the last known when it ended.`;
}
