import { compare, notComparedWords, verdictWords } from '#packages/statistics';
import type { Limits, NotComparedReason } from '#packages/statistics';
import { inPeriod } from '../figures/figure.ts';
import type { Figure } from '../figures/figure.ts';
import type { Benchmark } from './benchmark.ts';
import { intervalOf } from '../figures/interval.ts';
import type { Interval } from '../figures/interval.ts';
import type { MeasureDefinition } from '../figures/measure-definition.ts';
import { shortPeriod } from '../say-period.ts';
import type { Overruled, Sayable } from '../report/overruling.ts';
import { sayOverruling } from '../report/say-overruling.ts';

/** What a comparison with England can come to. Significance, and never rank. */
export type Verdict = 'better' | 'similar' | 'worse' | 'higher' | 'lower';

export type ComparisonReason =
  | NotComparedReason
  | 'a-total'
  | 'kind-not-known'
  | 'known-fault'
  | 'outside-its-parts'
  | 'counts-disagree';

/** A verdict with the limits that gave it; or no verdict, and why. */
export type ComparisonWithEngland =
  | { compared: true; verdict: Verdict; limits: Limits; method: string; note: string | undefined }
  | { compared: false; reason: ComparisonReason; words: string };

/** The same with what analysts said of it: wherever the verdict goes, their word goes with it. */
export type JudgedComparison = ComparisonWithEngland & { overruled: Overruled };

/** What a comparison came to, in one word. */
export function wordOfComparison(came: ComparisonWithEngland): Sayable {
  return came.compared ? came.verdict : 'not-compared';
}

/**
 * Compares an area with England by one rule: similar where England's number lies within the area's 95% limits, ends
 * included; otherwise better or worse by polarity, or higher or lower where there is no judgement.
 */
export function compareWithEngland(given: {
  definition: MeasureDefinition;
  own: readonly Figure[];
  latest: Figure;
  counts: readonly Figure[];
  benchmark: Benchmark;
}): ComparisonWithEngland {
  const { definition, benchmark } = given;
  if (benchmark.kind === 'stopped' || benchmark.kind === 'shown') {
    const { reason, words } = benchmark;
    return { compared: false, reason, words: reason === 'known-fault' ? faultKnown : words };
  }
  const at =
    benchmark.kind === 'usable'
      ? (inPeriod(given.own, benchmark.figure.period) ?? given.latest)
      : given.latest;
  const interval = intervalOf(at, definition, given.counts);
  if (!interval.known && interval.reason === 'counts-disagree')
    return { compared: false, reason: 'counts-disagree', words: countsDisagree };
  const came = compare({
    method: 'single-overlap',
    polarity: definition.polarity,
    value: typeof at.value === 'number' ? at.value : undefined,
    limits95: interval.known ? interval.limits : undefined,
    benchmark: benchmark.kind === 'usable' ? benchmark.figure.value : undefined,
  });
  if (came.verdict === 'not-compared')
    return { compared: false, reason: came.reason, words: reasonWords(came.reason, benchmark) };
  return {
    compared: true,
    verdict: single(came.verdict),
    note:
      benchmark.kind === 'usable' && !benchmark.samePeriodAsLatest
        ? `in ${shortPeriod(at.period)}, the latest both have`
        : undefined,
    ...limitsOf(interval),
  };
}

const faultKnown = 'the figure given for England cannot be right';
const countsDisagree = 'the counts that the publisher gives elsewhere do not make this number';

function reasonWords(reason: NotComparedReason, benchmark: Benchmark): string {
  if (reason === 'no-benchmark' && benchmark.kind === 'none')
    return benchmark.newest
      ? 'England has no figure for any year that this area has one for'
      : 'England has no figure';
  return notComparedWords[reason];
}

function limitsOf(interval: Interval): { limits: Limits; method: string } {
  if (!interval.known) throw new TypeError('a verdict without limits');
  return { limits: interval.limits, method: interval.method };
}

/** The same for a narrow cell, beside "Not compared". */
export const shortReasons: { readonly [Reason in ComparisonReason]: string } = {
  'not-applicable': 'not meant to be',
  'no-value': 'no number',
  'no-interval': 'no interval or counts',
  'no-benchmark': 'no England figure',
  'limits-not-in-order': 'limits cannot be right',
  'a-total': 'England is a total',
  'kind-not-known': 'not known what it counts',
  'known-fault': 'England cannot be right',
  'outside-its-parts': 'England cannot be right',
  'counts-disagree': 'counts do not fit',
};

/** One level alone has no best and no worst. */
function single(verdict: 'best' | 'worst' | Verdict): Verdict {
  if (verdict === 'best') return 'better';
  return verdict === 'worst' ? 'worse' : verdict;
}

/** "Worse", "Not compared: the publisher gives neither interval nor counts"; where an analyst overruled it, their words. */
export function sayComparison(came: JudgedComparison): string {
  const { standing } = came.overruled;
  if (standing.length > 0) return standing.map(sayOverruling).join(' ');
  if (!came.compared) return `${verdictWords['not-compared']}: ${came.words}`;
  return came.note ? `${verdictWords[came.verdict]} (${came.note})` : verdictWords[came.verdict];
}
