import type { NoTrendReason, TrendVerdict } from './verdict.ts';

/** The words of a trend, to stand beside its arrow and colour. */
export const trendWords: { readonly [Each in TrendVerdict | 'cannot-be-calculated']: string } = {
  'no-significant-change': 'No significant change',
  increasing: 'Increasing',
  decreasing: 'Decreasing',
  'increasing-better': 'Increasing and getting better',
  'increasing-worse': 'Increasing and getting worse',
  'decreasing-better': 'Decreasing and getting better',
  'decreasing-worse': 'Decreasing and getting worse',
  'cannot-be-calculated': 'Cannot be calculated',
};

/** Why there is no trend, as the end of a sentence that begins "Cannot be calculated:". */
export const noTrendWords: { readonly [Reason in NoTrendReason]: string } = {
  'not-a-period': 'a period as given is not one',
  'too-few-points': 'fewer than five periods have a value',
  'missing-interval': 'fewer than five periods have an interval',
  'definition-break': 'the measure changed its definition, and there are fewer than five periods since',
  'area-change': 'the area changed its boundary, and there are fewer than five periods since',
  'periods-overlap': 'the periods overlap',
  'not-yearly': 'the periods are not single years',
  'count-equals-base': 'in one period everybody is counted',
  'count-is-zero': 'in one period nobody is counted',
  'count-out-of-range': 'a count as given cannot be right',
  'limits-not-in-order': 'the limits as given cannot be right',
  'interval-without-width': 'an interval has no width',
  'numbers-too-far-apart': 'the numbers differ by more than can be computed with',
};
