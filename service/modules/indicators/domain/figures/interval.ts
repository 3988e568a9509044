import { crudeRate, proportion } from '#packages/statistics';
import type { Limits } from '#packages/statistics';
import { hasNumber, inPeriod } from './figure.ts';
import type { Figure, NumberFigure } from './figure.ts';
import type { MeasureDefinition } from './measure-definition.ts';

/** How sure a figure is: limits with where they are from, or why there are none. */
export type Interval =
  | { known: true; limits: Limits; method: string }
  | { known: false; reason: 'no-value' | 'no-interval' | 'counts-disagree' };

/**
 * The 95% interval of a figure: the publisher's own; else from the figure's own count and base, or from those that
 * another table gives for the same days (Wilson for a proportion, exact Poisson or Byar for a rate). Counts that do not
 * give the published number are of something else, and are not used.
 */
export function intervalOf(
  figure: Figure,
  definition: MeasureDefinition,
  counts: readonly Figure[],
): Interval {
  if (!hasNumber(figure)) return { known: false, reason: 'no-value' };
  if (figure.limits95)
    return {
      known: true,
      limits: figure.limits95,
      method: definition.limitsSaid ?? "the publisher's 95% interval",
    };
  const given = countsGiven(figure, counts);
  if (!given) return { known: false, reason: 'no-interval' };
  return fromCounts(figure, definition, given);
}

/** The count and base of which a figure was made; undefined where nobody gives them, or where they make another number. */
export function countsBehind(
  figure: Figure,
  definition: MeasureDefinition,
  counts: readonly Figure[],
): CountAndBase | undefined {
  const given = hasNumber(figure) ? countsGiven(figure, counts) : undefined;
  return given && hasNumber(figure) && fromCounts(figure, definition, given).known ? given : undefined;
}

/** A figure's own count and base, or those that another table gives for the same days. */
function countsGiven(figure: Figure, counts: readonly Figure[]): CountAndBase | undefined {
  const other = inPeriod(counts, figure.period);
  return countAndBase(figure) ?? (other && countAndBase(other));
}

type CountAndBase = { count: number; base: number };

function countAndBase({ count, denominator }: Figure): CountAndBase | undefined {
  return count === undefined || denominator === undefined ? undefined : { count, base: denominator };
}

function fromCounts(figure: NumberFigure, definition: MeasureDefinition, given: CountAndBase): Interval {
  const { multiplier, decimals } = definition.unit;
  if (multiplier === undefined) return { known: false, reason: 'no-interval' };
  if (definition.kind !== 'proportion' && definition.kind !== 'rate')
    return { known: false, reason: 'no-interval' };
  const made =
    definition.kind === 'proportion'
      ? proportion({ ...given, multiplier })
      : crudeRate({ ...given, multiplier });
  if (!made.done) return { known: false, reason: 'counts-disagree' };
  const { value, limits95, method } = made.value;
  // Half a unit of the last decimal is what publishing rounds away; a little more, since some publishers cut.
  const tolerance = 0.51 * 10 ** -decimals + 1e-9;
  if (Math.abs(value - figure.value) > tolerance) return { known: false, reason: 'counts-disagree' };
  return { known: true, limits: limits95, method: `${method} 95%, from counts` };
}
