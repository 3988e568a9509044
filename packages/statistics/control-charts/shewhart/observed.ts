import { done, refuse } from '../../result.ts';
import type { Result } from '../../result.ts';
import { meanOf, present } from '../series.ts';
import type { Series } from '../series.ts';

/** Single values: `i` and its moving ranges `mr`, counts `c`, `g` for what lies between events in cases, `t` in time. */
export type ValuesChart = { readonly chart: 'i' | 'mr' | 'c' | 'g' | 't'; readonly values: Series };

/** Counts out of a base: `p` for people counted once, `u` for events; with a prime where bases are so large that everything would stand out. */
export type RatiosChart = {
  readonly chart: 'p' | 'u' | 'p-prime' | 'u-prime';
  readonly counts: Series;
  readonly bases: Series;
  /** what the ratio is multiplied by: always said */
  readonly multiplier: number;
};

/** Several values a point: their means `xbar`, or their standard deviations `s`. */
export type SamplesChart = { readonly chart: 'xbar' | 's'; readonly samples: readonly Series[] };

/** One point as it was measured. */
export type Observed = {
  /** what is drawn, before any multiplier */
  readonly value: number | undefined;
  /** of ratios: the count */
  readonly count: number;
  /** of ratios: the base; of samples: how many values */
  readonly size: number;
  /** of samples: mean and standard deviation, where there are two values or more */
  readonly mean: number;
  readonly deviation: number | undefined;
};

/** Why points cannot be used. */
export type ObservedRefusal =
  | { readonly reason: 'not-finite'; readonly at: number }
  | { readonly reason: 'count-negative'; readonly at: number }
  | { readonly reason: 'base-not-positive'; readonly at: number }
  /** more were counted than there were: not a proportion */
  | { readonly reason: 'count-above-base'; readonly at: number }
  /** nothing or less lies between two events */
  | { readonly reason: 'time-not-positive'; readonly at: number }
  | { readonly reason: 'multiplier-not-positive'; readonly multiplier: number }
  /** as many bases as counts are needed */
  | { readonly reason: 'uneven'; readonly counts: number; readonly bases: number };

const missing: Observed = { value: undefined, count: 0, size: 0, mean: 0, deviation: undefined };

/** The points of a chart as they were measured. */
export function observe(
  given: ValuesChart | RatiosChart | SamplesChart,
): Result<readonly Observed[], ObservedRefusal> {
  if ('values' in given) return observeValues(given);
  return 'counts' in given ? observeRatios(given) : observeSamples(given);
}

function observeValues({ chart, values }: ValuesChart): Result<readonly Observed[], ObservedRefusal> {
  for (const [at, value] of values.entries()) {
    if (value === undefined) continue;
    if (!Number.isFinite(value)) return refuse({ reason: 'not-finite', at });
    if (chart === 't' && value <= 0) return refuse({ reason: 'time-not-positive', at });
    if ((chart === 'c' || chart === 'g') && value < 0) return refuse({ reason: 'count-negative', at });
  }
  const drawn = chart === 'mr' ? rangesOf(values) : values;
  return done(drawn.map((value) => ({ ...missing, value })));
}

function rangesOf(values: Series): Series {
  return values.map((value, place) => {
    const before = place === 0 ? undefined : values[place - 1];
    return value === undefined || before === undefined ? undefined : Math.abs(value - before);
  });
}

function observeRatios(given: RatiosChart): Result<readonly Observed[], ObservedRefusal> {
  const { chart, counts, bases, multiplier } = given;
  if (counts.length !== bases.length)
    return refuse({ reason: 'uneven', counts: counts.length, bases: bases.length });
  if (!(multiplier > 0) || !Number.isFinite(multiplier))
    return refuse({ reason: 'multiplier-not-positive', multiplier });
  const people = chart === 'p' || chart === 'p-prime';
  const observed: Observed[] = [];
  for (const [at, count] of counts.entries()) {
    const size = bases[at];
    if (count === undefined || size === undefined) {
      observed.push(missing);
      continue;
    }
    if (!Number.isFinite(count) || !Number.isFinite(size)) return refuse({ reason: 'not-finite', at });
    if (count < 0) return refuse({ reason: 'count-negative', at });
    if (size <= 0) return refuse({ reason: 'base-not-positive', at });
    if (people && count > size) return refuse({ reason: 'count-above-base', at });
    observed.push({ ...missing, value: count / size, count, size });
  }
  return done(observed);
}

function observeSamples({ chart, samples }: SamplesChart): Result<readonly Observed[], ObservedRefusal> {
  const observed: Observed[] = [];
  for (const [at, sample] of samples.entries()) {
    const values = present(sample);
    if (!values.every(Number.isFinite)) return refuse({ reason: 'not-finite', at });
    if (values.length === 0) {
      observed.push(missing);
      continue;
    }
    const mean = meanOf(values);
    const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    const deviation = values.length > 1 ? Math.sqrt(squares / (values.length - 1)) : undefined;
    observed.push({
      ...missing,
      value: chart === 's' ? deviation : mean,
      size: values.length,
      mean,
      deviation,
    });
  }
  return done(observed);
}
