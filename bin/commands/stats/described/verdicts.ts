import type { Method } from '../method.ts';
import {
  count,
  date,
  denominator,
  multiplier,
  needed,
  orColumn,
  polarity,
  usualDenominators,
  value,
} from './columns.ts';

/** Methods that tell a difference or a change from chance. */
export const verdicts: readonly Method[] = [
  {
    name: 'funnel',
    says: 'which areas lie outside what chance would give about the average of them all',
    more: [
      'A row is an area; areas of a group share a funnel. Of a ratio the denominator is the events expected; of a standardised rate, --rate stands in place of the denominator.',
    ],
    columns: [
      needed(count),
      { ...denominator, knownAs: [...usualDenominators, 'expected'] },
      { name: 'rate', says: 'the standardised rate, per multiplier', knownAs: ['dsr'] },
    ],
    settings: [
      {
        name: 'statistic',
        takes: 'KIND',
        says: 'proportion, rate, standardised-rate (or dsr) or ratio, or the name of a column; proportion where nothing is said',
      },
      multiplier('100 for proportions and ratios, 100,000 for rates'),
    ],
    gives: [
      ['value', 'the area’s own, per multiplier'],
      ['verdict', 'low-0.001, low-0.025, not-significant, high-0.025, high-0.001 or not-placed'],
      ['words', 'the same for readers'],
      ['baseline', 'the average of all, per multiplier'],
      ['lower95, upper95', 'the 95% funnel where the area stands'],
      ['lower99_8, upper99_8', 'the 99.8% funnel there'],
      ['method', 'how verdicts were made'],
      ['multiplier', 'what was multiplied by'],
    ],
    levels: 'asked',
    open: async () => (await import('../methods/funnel.ts')).funnels,
  },
  {
    name: 'compare',
    says: 'each row against a benchmark',
    more: [
      'Methods: single-overlap (the benchmark against 95% limits), two-level (against 95% and 99.8%), double-overlap (limits against limits), single-overlap-998, control-limits-proportion and control-limits-standardised-rate (limits round the benchmark for as many people), none; or Fingertips’ numbers for them (1, 17, 12, 18, 5, 6, -1).',
    ],
    columns: [
      needed(value),
      {
        name: 'lower95',
        says: 'its lower 95% limit',
        knownAs: ['lower_ci_95', 'lower95_0cl', 'Lower CI 95.0 limit', 'lowercl'],
      },
      {
        name: 'upper95',
        says: 'its upper 95% limit',
        knownAs: ['upper_ci_95', 'upper95_0cl', 'Upper CI 95.0 limit', 'uppercl'],
      },
      {
        name: 'lower99_8',
        says: 'its lower 99.8% limit',
        knownAs: ['lower_ci_99_8', 'lower99_8cl', 'Lower CI 99.8 limit'],
      },
      {
        name: 'upper99_8',
        says: 'its upper 99.8% limit',
        knownAs: ['upper_ci_99_8', 'upper99_8cl', 'Upper CI 99.8 limit'],
      },
      {
        name: 'benchmark-lower95',
        says: 'the benchmark’s lower 95% limit',
        knownAs: ['comparator_lower_ci_95'],
      },
      {
        name: 'benchmark-upper95',
        says: 'the benchmark’s upper 95% limit',
        knownAs: ['comparator_upper_ci_95'],
      },
      { ...denominator, says: 'people that the value is of, for control limits' },
    ],
    settings: [
      { name: 'benchmark', takes: 'NUMBER', says: `the benchmark’s value: ${orColumn}` },
      {
        name: 'method',
        takes: 'METHOD',
        says: 'see above, or the name of a column; single-overlap where nothing is said',
      },
      polarity('polarity'),
      multiplier('100, and only control limits need it'),
    ],
    gives: [
      ['verdict', 'best, better, similar, worse, worst, higher, lower or not-compared'],
      ['words', 'the same for readers'],
      ['level', 'the surest level at which they differ'],
      ['method', 'the method that gave it'],
      ['lower_limit, upper_limit', 'control limits round the benchmark'],
    ],
    levels: 'asked',
    open: async () => (await import('../methods/compare.ts')).comparisons,
  },
  {
    name: 'trend',
    says: 'whether the last five years of each series rise or fall by more than chance',
    more: [
      'A row is a year of a series; there is one answer for each group. By 95% limits, or by counts out of a denominator.',
    ],
    columns: [
      { ...date, needed: 'always' },
      { ...value },
      {
        name: 'lower',
        says: 'its lower 95% limit',
        knownAs: ['lower95', 'lower_ci_95', 'Lower CI 95.0 limit', 'lowercl'],
      },
      {
        name: 'upper',
        says: 'its upper 95% limit',
        knownAs: ['upper95', 'upper_ci_95', 'Upper CI 95.0 limit', 'uppercl'],
      },
      { ...count },
      { ...denominator },
      {
        name: 'break',
        says: 'definition or area where the series changed before the row; else empty',
        knownAs: undefined,
      },
    ],
    settings: [
      {
        name: 'method',
        takes: 'METHOD',
        says: 'limits or counts, or the name of a column; limits where there are limits',
      },
      polarity('polarity'),
    ],
    gives: [
      [
        'verdict',
        'no-significant-change, increasing, decreasing (each -better or -worse by polarity) or cannot-be-calculated',
      ],
      ['words', 'the same for readers'],
      ['chi_squared', 'significant above 9.54953570608324'],
      ['slope', 'per period; of log odds for counts'],
      ['from, to', 'first and last day of the five periods'],
      ['passed_over', 'periods between them that could not be used'],
      ['method', 'limits or counts'],
    ],
    open: async () => (await import('../methods/trend.ts')).trends,
  },
];
