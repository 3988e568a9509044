/** What a funnel is drawn of. `ratio` is observed over expected; its base is the number expected. */
export type FunnelStatistic = 'proportion' | 'rate' | 'standardised-rate' | 'ratio';

/** One area. A standardised rate gives its rate in place of a base; what is missing is undefined or left out. */
export type FunnelPoint = {
  readonly count: number | undefined;
  /** people, person-years, or events expected */
  readonly base?: number | undefined;
  /** per multiplier */
  readonly rate?: number | undefined;
};

/** Why an area is not on the funnel. */
export type NotPlacedReason =
  | 'no-count'
  | 'no-base'
  /** negative, above the base of a proportion, or so large that it cannot be divided */
  | 'count-out-of-range'
  /** a standardised rate of fewer than ten events is not to be relied on */
  | 'fewer-than-ten';

/** A point that can be placed: count, base and their ratio, without the multiplier. */
export type Placed = { readonly count: number; readonly base: number; readonly ratio: number };

/**
 * A point by its count and base. A standardised rate's base is the people who would have had as many events at that rate:
 * count ÷ rate × multiplier.
 */
export function placed(
  point: FunnelPoint,
  of: { readonly statistic: FunnelStatistic; readonly multiplier: number },
): Placed | NotPlacedReason {
  const { count } = point;
  if (count === undefined || !Number.isFinite(count)) return 'no-count';
  if (count < 0) return 'count-out-of-range';
  const base = baseOf(point, count, of);
  if (base === undefined || !(base > 0) || !Number.isFinite(base)) {
    return of.statistic === 'standardised-rate' && count < fewestEvents ? 'fewer-than-ten' : 'no-base';
  }
  if (of.statistic === 'proportion' && count > base) return 'count-out-of-range';
  if (!Number.isFinite((count / base) * of.multiplier)) return 'count-out-of-range';
  return { count, base, ratio: count / base };
}

/** The count below which a standardised rate is not placed. */
export const fewestEvents = 10;

function baseOf(
  { base, rate }: FunnelPoint,
  count: number,
  of: { readonly statistic: FunnelStatistic; readonly multiplier: number },
): number | undefined {
  if (of.statistic !== 'standardised-rate') return base;
  return rate === undefined || rate <= 0 ? undefined : (count / rate) * of.multiplier;
}

/**
 * The baseline of a funnel without its multiplier: all counts over all bases, so that a large area counts for more; of a
 * ratio, 1. Undefined where no point can be placed.
 */
export function baselineOf(points: readonly Placed[], statistic: FunnelStatistic): number | undefined {
  if (statistic === 'ratio') return 1;
  let [count, base] = [0, 0];
  for (const point of points) {
    count += point.count;
    base += point.base;
  }
  return base > 0 && Number.isFinite(count) && Number.isFinite(base) ? count / base : undefined;
}
