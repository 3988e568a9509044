import type { Limits } from '#packages/statistics';
import { hasNumber, inPeriod, type Figure } from '../figures/figure.ts';
import { intervalOf, type Interval } from '../figures/interval.ts';
import type { MeasureDefinition } from '../figures/measure-definition.ts';
import type { Period } from '../period.ts';
import { isNumber, noNumber, type Value } from '../value.ts';

/** One side of a gap in one period. */
export type Side = {
  readonly period: Period;
  readonly value: Value;
  readonly interval: Interval;
  /** where the value was counted, and the counts make it */
  readonly counts: { readonly count: number; readonly base: number } | undefined;
  /** how many children stand behind the value, where anybody says */
  readonly base: number | undefined;
  /** the file that gave it, so that two sides come from one file */
  readonly batch: number;
};

/** A side whose value is a number. */
export type NumberSide = Side & { readonly value: number };

export function isNumberSide(side: Side): side is NumberSide {
  return isNumber(side.value);
}

/** The limits of a side, where they are known. */
export function limitsOf({ interval }: Side): Limits | undefined {
  return interval.known ? interval.limits : undefined;
}

/** A published figure as a side of a gap. */
export function sideOf(figure: Figure, definition: MeasureDefinition, counts: readonly Figure[] = []): Side {
  const interval = intervalOf(figure, definition, counts);
  const counted = countsBehind(figure, definition, counts);
  return {
    period: figure.period,
    value: figure.value,
    interval,
    counts: counted,
    base: hasNumber(figure) ? (counted?.base ?? figure.denominator) : undefined,
    batch: figure.batch,
  };
}

/** Count and base, where they make the published value: of the figure itself, or of a table of counts. */
function countsBehind(
  figure: Figure,
  definition: MeasureDefinition,
  counts: readonly Figure[],
): Side['counts'] {
  if (!hasNumber(figure)) return undefined;
  const bare = { ...figure, limits95: undefined };
  const made = intervalOf(bare, definition, counts);
  if (!made.known) return undefined;
  const given =
    figure.count === undefined || figure.denominator === undefined ? inPeriod(counts, figure.period) : figure;
  const { count, denominator } = given ?? {};
  return count === undefined || denominator === undefined ? undefined : { count, base: denominator };
}

/** All less the group: worked out only where both were counted, and undefined where the counts cannot be of one whole. */
export function restOf(all: Side, group: Side, definition: MeasureDefinition): Side | undefined {
  const { multiplier } = definition.unit;
  if (!all.counts || !group.counts || multiplier === undefined) return undefined;
  const count = all.counts.count - group.counts.count;
  const base = all.counts.base - group.counts.base;
  if (base <= 0 || count < 0 || (definition.kind === 'proportion' && count > base)) return undefined;
  const figure: Figure = {
    areaCode: '',
    period: group.period,
    value: (count / base) * multiplier,
    count,
    denominator: base,
    limits95: undefined,
    batch: all.batch,
    broughtInOn: group.period.end,
  };
  return sideOf(figure, definition);
}

/** A side of which nothing more may be said, because what stands beside it is withheld. */
export function bare(side: Side): Side {
  return {
    ...side,
    interval: { known: false, reason: 'no-interval' },
    counts: undefined,
    base: undefined,
  };
}

/** A side that is not told, since it would give the other away. */
export function untold(side: Side): Side {
  return { ...bare(side), value: noNumber('not-compared') };
}
