import type { Limits } from '../intervals/confidence.ts';
import type { Polarity } from './polarity.ts';

/** Where an area lies against its benchmark. `best` and `worst` come only from the two-level method. */
export type Verdict = 'best' | 'better' | 'similar' | 'worse' | 'worst' | 'higher' | 'lower' | 'not-compared';

/** Why two values were not compared. */
export type NotComparedReason =
  /** the measure's polarity says that it is not to be compared */
  | 'not-applicable'
  /** the area has no value: some publishers write limits beside it all the same */
  | 'no-value'
  /** the area has no limits at the level that the method needs */
  | 'no-interval'
  | 'no-benchmark'
  /** a limit is not finite, or a lower limit lies above its upper one, or 95% limits lie outside the 99.8% ones */
  | 'limits-not-in-order';

/** How a difference is told from chance: see `ToCompare` for what each method looks at. */
export type ComparisonMethod =
  | 'single-overlap'
  | 'single-overlap-998'
  | 'double-overlap'
  | 'two-level'
  | 'none';

/**
 * What to compare, and how:
 * - `single-overlap`: the benchmark's value against the area's 95% limits;
 * - `single-overlap-998`: the same with the 99.8% limits;
 * - `double-overlap`: the benchmark's 95% limits against the area's;
 * - `two-level`: the benchmark's value against the area's 95% and 99.8% limits;
 * - `none`: the measure is one that nobody should compare.
 * What is missing is given as undefined, and answered with its reason.
 */
export type ToCompare = {
  readonly polarity: Polarity;
  /** the area's own value; where it is missing, its limits are not to be believed */
  readonly value: number | undefined;
} & (
  | {
      readonly method: 'single-overlap';
      readonly limits95: Limits | undefined;
      readonly benchmark: number | undefined;
    }
  | {
      readonly method: 'single-overlap-998';
      readonly limits998: Limits | undefined;
      readonly benchmark: number | undefined;
    }
  | {
      readonly method: 'double-overlap';
      readonly limits95: Limits | undefined;
      readonly benchmarkLimits95: Limits | undefined;
    }
  | {
      readonly method: 'two-level';
      readonly limits95: Limits | undefined;
      readonly limits998: Limits | undefined;
      readonly benchmark: number | undefined;
    }
  | { readonly method: 'none' }
);

/** A verdict with the method that gave it. It is about significance; rank among areas is another thing (`rankOf`). */
export type Comparison =
  | {
      readonly verdict: Exclude<Verdict, 'not-compared'>;
      /** the surest level at which they differ; undefined where they are similar */
      readonly level: 0.95 | 0.998 | undefined;
      readonly method: ComparisonMethod;
    }
  | {
      readonly verdict: 'not-compared';
      readonly reason: NotComparedReason;
      readonly method: ComparisonMethod;
    };

/**
 * Compares an area with a benchmark by its confidence limits.
 *
 * Rule: similar where the benchmark's value lies within the area's limits, ends included (`single-overlap`,
 * `single-overlap-998`, `two-level`), or where the two pairs of limits touch or overlap (`double-overlap`). Otherwise better or worse by
 * polarity, or higher or lower where there is no judgement; with two levels, best or worst where the 99.8% limits leave
 * the benchmark out too.
 *
 * Units: all numbers in the unit of the measure. Errors: never thrown; `not-compared` with its reason.
 * A benchmark that cannot be right (`checkBenchmark`) should be given as undefined.
 * Source: Fingertips (Office for Health Improvement and Disparities), comparator methods 1, 12, 17, 18 and −1.
 * @example
 * compare({ method: 'single-overlap', polarity: 'low-is-good', value: 2.6, limits95: { lower: 2.5, upper: 2.7 }, benchmark: 2.8 })
 * // { verdict: 'better', level: 0.95, method: 'single-overlap' }
 */
export function compare(given: ToCompare): Comparison {
  const { method, polarity } = given;
  const reason = whyNot(given);
  if (reason !== undefined) return { verdict: 'not-compared', reason, method };
  const [limits, stricter] = limitsOf(given);
  const side = sideOf(limits, benchmarkOf(given));
  if (side === 'within') return { verdict: 'similar', level: undefined, method };
  const surer = stricter !== undefined && sideOf(stricter, benchmarkOf(given)) === side;
  const level = surer || method === 'single-overlap-998' ? 0.998 : 0.95;
  return { verdict: verdictOf(side, polarity, surer), level, method };
}

/** Where a value lies against limits or a benchmark. */
export type Side = 'above' | 'below' | 'within';

/** The word of a side by polarity; `surer` where two levels agree on it. */
export function verdictOf(
  side: 'above' | 'below',
  polarity: Polarity,
  surer: boolean,
): Exclude<Verdict, 'not-compared'> {
  if (polarity === 'no-judgement' || polarity === 'not-applicable')
    return side === 'above' ? 'higher' : 'lower';
  const good = (side === 'above') === (polarity === 'high-is-good');
  if (good) return surer ? 'best' : 'better';
  return surer ? 'worst' : 'worse';
}

/** The limits that a method looks at, and the stricter ones where it looks at two. */
function limitsOf(given: ToCompare): readonly [Limits | undefined, (Limits | undefined)?] {
  if (given.method === 'none') return [undefined];
  if (given.method === 'single-overlap-998') return [given.limits998];
  return given.method === 'two-level' ? [given.limits95, given.limits998] : [given.limits95];
}

/** A single value as limits that meet, so that the methods share one rule. */
function benchmarkOf(given: ToCompare): Limits | undefined {
  if (given.method === 'none') return undefined;
  if (given.method === 'double-overlap') return given.benchmarkLimits95;
  return given.benchmark === undefined ? undefined : { lower: given.benchmark, upper: given.benchmark };
}

function sideOf(limits: Limits | undefined, benchmark: Limits | undefined): Side {
  if (!limits || !benchmark) return 'within';
  if (limits.lower > benchmark.upper) return 'above';
  return limits.upper < benchmark.lower ? 'below' : 'within';
}

function whyNot(given: ToCompare): NotComparedReason | undefined {
  if (given.polarity === 'not-applicable' || given.method === 'none') return 'not-applicable';
  if (given.value === undefined || !Number.isFinite(given.value)) return 'no-value';
  const [limits, stricter] = limitsOf(given);
  if (!limits || (given.method === 'two-level' && !stricter)) return 'no-interval';
  const benchmark = benchmarkOf(given);
  if (!benchmark) return 'no-benchmark';
  if (stricter && (stricter.lower > limits.lower || stricter.upper < limits.upper)) {
    return 'limits-not-in-order';
  }
  const pairs = stricter ? [limits, benchmark, stricter] : [limits, benchmark];
  return pairs.every(inOrder) ? undefined : 'limits-not-in-order';
}

function inOrder({ lower, upper }: Limits): boolean {
  return Number.isFinite(lower) && Number.isFinite(upper) && lower <= upper;
}
